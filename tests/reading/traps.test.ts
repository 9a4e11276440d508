/** What is in the XML of a Word file and changes the numbers or the text if it is read carelessly (MEASURED, "Reading"). */
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../electron/reading/docx/docx.ts'
import { inChinese } from '../../electron/reading/listNumbers.ts'
import type { SourceTable } from '../../electron/reading/source.ts'
import { cell, paragraph, row, run, table, wordFile } from './wordFiles.ts'

const blocks = async (body: string, parts: { styles?: string; numbering?: string } = {}) =>
  (await readDocx(wordFile({ body, ...parts }))).blocks

const texts = async (body: string, parts: { styles?: string; numbering?: string } = {}) =>
  (await blocks(body, parts)).map((block) => (block.type === 'paragraph' ? block.text : '[表]'))

/** A table as rows of `text@column×colspan×rowspan`. */
async function grid(rows: readonly string[]): Promise<string[][]> {
  const [first] = await blocks(table(rows))
  const read = first as SourceTable
  return Array.from({ length: read.rows }, (_, index) =>
    read.cells
      .filter((item) => item.row === index)
      .map((item) => `${item.text}@${item.column}×${item.colspan}×${item.rowspan}`),
  )
}

describe('cells', () => {
  it('skipped at a row’s start shift the others', async () => {
    expect(await grid([row([cell('a'), cell('b')]), row([cell('c')], '<w:gridBefore w:val="1"/>')])).toEqual([
      ['a@0×1×1', 'b@1×1×1'],
      ['c@1×1×1'],
    ])
  })

  it('merged down, with and without the word continue', async () => {
    const rows = [
      row([cell('a', '<w:vMerge w:val="restart"/>'), cell('1')]),
      row([cell('', '<w:vMerge w:val="continue"/>'), cell('2')]),
      row([cell('', '<w:vMerge/>'), cell('3')]),
    ]
    expect(await grid(rows)).toEqual([['a@0×1×3', '1@1×1×1'], ['2@1×1×1'], ['3@1×1×1']])
  })

  it('what stands in a continued cell is shown by no word processor', async () => {
    const rows = [row([cell('7', '<w:vMerge w:val="restart"/>')]), row([cell('8', '<w:vMerge/>')])]
    expect(await grid(rows)).toEqual([['7@0×1×2'], []])
  })

  it('merged across in the old way', async () => {
    const rows = [row([cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('b')])]
    expect(await grid(rows)).toEqual([['a@0×2×1', 'b@2×1×1']])
  })

  it('keep their own span, not the one they had before a tracked change', async () => {
    const change =
      '<w:tcPrChange w:id="1" w:author="a"><w:tcPr><w:gridSpan w:val="5"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    expect(await grid([row([cell('a', `<w:gridSpan w:val="2"/>${change}`), cell('b')])])).toEqual([
      ['a@0×2×1', 'b@2×1×1'],
    ])
  })

  it('of a row whose deletion is tracked are not there', async () => {
    expect(
      await grid([row([cell('a')]), row([cell('gone')], '<w:del w:id="1" w:author="a"/>'), row([cell('b')])]),
    ).toEqual([['a@0×1×1'], ['b@0×1×1']])
  })

  it('in content controls count, rows in them too', async () => {
    const control = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
    expect(await grid([row([control(cell('a')), cell('b')]), control(row([cell('c'), cell('d')]))])).toEqual([
      ['a@0×1×1', 'b@1×1×1'],
      ['c@0×1×1', 'd@1×1×1'],
    ])
  })

  it('with a table inside: the inner table is read for itself', async () => {
    const inner = table([row([cell('1')])])
    expect(await texts(table([row([cell(paragraph('前') + inner + paragraph('后'))])]))).toEqual([
      '[表]',
      '前',
      '[表]',
      '后',
    ])
  })
})

describe('text', () => {
  it('that was inserted counts, that was deleted does not', async () => {
    const tracked = `${run('1')}<w:ins w:id="1">${run('2')}</w:ins><w:del w:id="2"><w:r><w:delText>3</w:delText></w:r></w:del>`
    expect(await texts(paragraph(tracked))).toEqual(['12'])
  })

  it('that was moved counts where it is now', async () => {
    const moved = `<w:p><w:moveFrom w:id="1">${run('旧')}</w:moveFrom></w:p><w:p><w:moveTo w:id="2">${run('新')}</w:moveTo></w:p>`
    expect(await texts(moved)).toEqual(['', '新'])
  })

  it('of two paragraphs is one where the mark between them was deleted', async () => {
    expect(await texts(paragraph(run('甲'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('乙'))).toEqual(['甲乙'])
  })

  it('hidden by its run, its character style or its paragraph style does not count', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="B"/></w:style>'
    expect(await texts(paragraph(run('1') + run('2', '<w:vanish/>')))).toEqual(['1'])
    expect(await texts(paragraph(run('1') + run('2', '<w:rStyle w:val="H"/>')), { styles })).toEqual(['1'])
    expect(await texts(paragraph(run('1'), '<w:pStyle w:val="P"/>'), { styles })).toEqual([''])
    expect(await texts(paragraph(run('1', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="P"/>'), { styles })).toEqual([
      '1',
    ])
  })

  it('is not hidden by the properties it had before a tracked change', async () => {
    expect(await texts(paragraph(run('1', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')))).toEqual([
      '1',
    ])
  })

  it('of a field is its result, not its instruction, over paragraphs and nested', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const instruction = '<w:r><w:instrText>PAGE 9</w:instrText></w:r>'
    expect(
      await texts(
        paragraph(
          `${field('begin')}${instruction}${run('x')}${field('separate')}${run('3')}${field('end')}${run('年')}`,
        ),
      ),
    ).toEqual(['3年'])
    const nested = `${field('begin')}${field('begin')}${instruction}${field('separate')}${run('5')}${field('end')}${field('separate')}${run('7')}${field('end')}`
    expect(await texts(paragraph(nested))).toEqual(['7'])
    expect(
      await texts(paragraph(field('begin') + field('separate') + run('甲')) + paragraph(run('乙') + field('end'))),
    ).toEqual(['甲', '乙'])
  })

  it('of a text box is read once', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('盒')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('盒')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await texts(paragraph(run('正文') + drawing))).toEqual(['正文', '盒'])
  })

  it('in hyperlinks, smart tags and above ruby counts; the ruby itself does not', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('huai')}</w:rt><w:rubyBase>${run('淮')}</w:rubyBase></w:ruby></w:r>`
    expect(
      await texts(paragraph(`<w:hyperlink>${run('a')}</w:hyperlink><w:smartTag>${run('b')}</w:smartTag>${ruby}`)),
    ).toEqual(['ab淮'])
  })

  it('keeps tabs and line breaks, and a symbol of a font of its own is no digit', async () => {
    expect(
      await texts(paragraph('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>')),
    ).toEqual(['a\tb\nc-'])
    expect(await texts(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>'))).toEqual(['\ufffd'])
  })
})

describe('numbers that the word processor writes', () => {
  const list = (levels: readonly (readonly [string, string])[], id = '1') =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.map(([format, text], level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
  const numbered = (text: string, level = 0, id = '1') =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`)
  const chinese = list([
    ['chineseCountingThousand', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ])

  it('are part of a heading, and lower levels begin again', async () => {
    const body =
      numbered('总体情况') +
      numbered('主动公开', 1) +
      numbered('解读', 2) +
      numbered('公报', 2) +
      numbered('依申请', 1) +
      numbered('主动公开政府信息情况') +
      numbered('甲', 1)
    expect(await texts(body, { numbering: chinese })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '1.解读',
      '2.公报',
      '（二）依申请',
      '二、主动公开政府信息情况',
      '（一）甲',
    ])
  })

  it('come from a style as well, and numId 0 takes them away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="T"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const styled = (text: string, more = '') => paragraph(run(text), `<w:pStyle w:val="T"/>${more}`)
    const body = styled('甲') + styled('乙', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('丙')
    expect(await texts(body, { numbering: chinese, styles })).toEqual(['一、甲', '乙', '二、丙'])
  })

  it('start again where the list says so; bullets are no numbers', async () => {
    const again = `${chinese}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>${list([['bullet', '•']], '3')}`
    expect(
      await texts(numbered('甲') + numbered('乙', 0, '2') + numbered('丙', 0, '2') + numbered('丁', 0, '3'), {
        numbering: again,
      }),
    ).toEqual(['一、甲', '五、乙', '六、丙', '丁'])
  })

  it('of a level above that no paragraph of the list has stand at their start', async () => {
    const again = `${chinese}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride><w:lvlOverride w:ilvl="2"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`
    const whole = again.replace('w:lvlText w:val="%3."', 'w:lvlText w:val="%2.%3"')
    const body = numbered('甲') + numbered('乙', 2, '2') + numbered('丙', 1, '2') + numbered('丁', 2, '2')
    expect(await texts(body, { numbering: whole })).toEqual(['一、甲', '四.7乙', '（五）丙', '五.7丁'])
  })

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一〇〇'],
  ])('%d is %s', (value, text) => {
    expect(inChinese(value)).toBe(text)
  })
})

describe('what is not carried over', () => {
  it('is said: pictures, footnotes, formulas, embedded objects', async () => {
    const body = paragraph(
      `<w:r><w:drawing/></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:oMath/><w:r><w:object/></w:r>`,
    )
    const { notes } = await readDocx(wordFile({ body }))
    expect(notes).toEqual([
      '文件中有1处图片，没有带入。',
      '文件中有1处脚注，没有带入。',
      '文件中有1处公式，没有带入。',
      '文件中有1处嵌入的对象，没有带入。',
    ])
  })
})

describe('digits beside one another', () => {
  const beside = (properties: string) => texts(paragraph(run('12') + run('9', properties) + run('件')))
  it.each(['<w:color w:val="ffffff"/>', '<w:sz w:val="2"/>', '<w:position w:val="12"/>', '<w:position w:val="-6"/>'])(
    'that nobody sees or that are set higher are not one number: %s',
    async (properties) => {
      expect(await beside(properties)).toEqual(['12\u03369件'])
      // All of a number in one look is that number.
      expect(await texts(paragraph(run('12', properties) + run('9', properties)))).toEqual(['129'])
    },
  )

  it.each(['<w:color w:val="FF0000"/>', '<w:sz w:val="28"/>', '<w:b/>'])(
    'in another look are: %s',
    async (properties) => {
      expect(await beside(properties)).toEqual(['129件'])
    },
  )
})

it('a row that is hidden is not there', async () => {
  const rows = [row([cell('a'), cell('1')]), row([cell('a'), cell('2')], '<w:hidden/>')]
  expect(await grid(rows)).toEqual([['a@0×1×1', '1@1×1×1']])
})
