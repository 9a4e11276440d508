/** Word 97–2003 documents, saved by another program out of .docx files: the same report comes out of both. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDoc } from '../../electron/reading/doc/doc.ts'
import { readDocx } from '../../electron/reading/docx/docx.ts'
import { readFile } from '../../electron/reading/readFile.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import { kindOfFile } from '../../electron/reading/sniff.ts'
import type { SourceBlock } from '../../electron/reading/source.ts'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import type { TableId } from '../../shared/forms/form.ts'
import { placeCells } from '../../shared/forms/grid.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { printedFigures } from '../../shared/totals.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { savedAsDoc } from './docFiles.ts'
import { asXml, type Drawing, type Drawn, draw, formFile, reorder } from './formFiles.ts'
import { columnWidth, paragraph, cell as plainCell, row, run, table, wordFile } from './wordFiles.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const form = formOf('2021')
const { figures } = huaian()
const ids: readonly TableId[] = ['proactive', 'applications', 'review']

type Change = Partial<Record<TableId, (drawn: Drawn) => Drawn>>

/** Huai'an drawn with a change to its tables. */
const changed = (change: Change, drawing: Drawing = {}): Buffer =>
  formFile(
    form,
    ids.map((id) => asXml((change[id] ?? ((drawn) => drawn))(draw(form, id, figures, drawing)))),
  )

const widthOf = (drawn: Drawn): number => drawn[0]!.reduce((sum, { colspan }) => sum + colspan, 0)
const titled = (drawn: Drawn): Drawn => [[{ text: '某县2024年统计表', colspan: widthOf(drawn), rowspan: 1 }], ...drawn]

/** Every cell on its own; what was a span is blank cells. */
function unmerged(drawn: Drawn): Drawn {
  const placed = placeCells(drawn)
  return drawn.map((_, r) =>
    Array.from({ length: widthOf(drawn) }, (__, c) => ({
      text: placed.find((item) => item.row === r && item.column === c)?.cell.text ?? '',
      colspan: 1,
      rowspan: 1,
    })),
  )
}

/** Reports whose figures are Huai'an's. */
const reports = {
  'the official tables': () => changed({}),
  'applicant columns in another order': () =>
    changed({ applications: (drawn) => reorder(drawn, [0, 1, 2, 3, 8, 6, 7, 5, 4, 9]) }),
  '总计 before 自然人': () => changed({ applications: (drawn) => reorder(drawn, [0, 1, 2, 9, 3, 4, 5, 6, 7, 8]) }),
  'columns of table two in another order': () => changed({ proactive: (drawn) => reorder(drawn, [0, 3, 1, 2]) }),
  'labels letter by letter': () => changed({}, { label: (text) => [...text].join(' ') }),
  'labels over lines': () => changed({}, { label: (text) => text.replace(/(..)/g, '$1\n') }),
  'a title row above each table': () => changed({ proactive: titled, applications: titled, review: titled }),
  'no cells merged': () => changed({ proactive: unmerged, applications: unmerged, review: unmerged }),
  'table three broken in two': () => broken(''),
  'table three broken in two by 续表': () => broken('续表'),
  'a figure inserted, another deleted beside it': () =>
    tracked('1288', `<w:ins ${by}>${run('1288')}</w:ins><w:del ${by}><w:r><w:delText>9</w:delText></w:r></w:del>`),
  'a figure hidden behind another': () => tracked('1288', run('1288') + run('9', '<w:vanish/>')),
  'a raised mark behind a figure': () => tracked('1288', run('1288') + run('1', '<w:vertAlign w:val="superscript"/>')),
  'headings numbered by the word processor': () => numberedHeadings(),
} as const

/** The labels of a piece have no column of their own in it: the other piece shows how wide they are. */
function broken(between: string): Buffer {
  const [two, three, four] = ids.map((id) => draw(form, id, figures)) as [Drawn, Drawn, Drawn]
  const pieces = asXml(three.slice(0, 5)) + paragraph(between) + asXml(three.slice(5))
  return formFile(form, [asXml(two), pieces, asXml(four)])
}

const by = 'w:id="1" w:author="某人" w:date="2025-01-02T03:04:05Z"'

/** The tables with a figure's run written in another way. */
const tracked = (figure: string, runs: string): Buffer =>
  formFile(
    form,
    ids.map((id) => asXml(draw(form, id, figures)).replace(run(figure), runs)),
  )

const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`
const lists =
  list(
    1,
    level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.'),
  ) +
  list(2, level(0, 'bullet', '•')) +
  list(3, level(0, 'decimalEnclosedCircle', '%1') + level(1, 'decimal', '%1.%2')) +
  '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
const numbered = (text: string, at = 0, id = 1) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)

function numberedHeadings(): Buffer {
  const headings = form.sections.map(({ heading }) => numbered(heading.replace(/^.、/, '')))
  const [two, three, four] = ids.map((id) => asXml(draw(form, id, figures)))
  const [one, second, third, fourth, five, six] = headings
  const text = (said: string) => paragraph(said)
  const overview = numbered('主动公开', 1) + text('公开了。') + numbered('依申请公开', 1) + numbered('受理', 2)
  return wordFile({
    numbering: lists,
    body: [
      text('某县教育局2024年政府信息公开工作年度报告'),
      one,
      overview,
      second,
      two,
      third,
      three,
      fourth,
      four,
      five,
      text('有问题。'),
      six,
      text('无。'),
    ].join(''),
  })
}

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
const width = (columns: number) => `<w:tcW w:w="${columns * columnWidth}" w:type="dxa"/>`
const cell = (content: string, properties = '', columns = 1) => plainCell(content, width(columns) + properties)

const styles = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="character" w:styleId="H"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Base"/><w:rPr><w:vanish/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Derived"/><w:basedOn w:val="B"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Middle"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>',
].join('')

/** A paragraph or table each, by what is to be seen of it. */
const traps = {
  'text that was inserted counts, that was deleted does not': paragraph(
    `${run('1')}<w:ins ${by}>${run('2')}</w:ins><w:del ${by}><w:r><w:delText>3</w:delText></w:r></w:del>`,
  ),
  'two paragraphs are one where the mark between them was deleted':
    paragraph(run('甲'), `<w:rPr><w:del ${by}/></w:rPr>`) + paragraph('乙'),
  'hidden text does not count': paragraph(run('1') + run('2', '<w:vanish/>')),
  'nor does text hidden by a character style': paragraph(run('1') + run('2', '<w:rStyle w:val="H"/>')),
  'nor by a paragraph style': paragraph(run('1'), '<w:pStyle w:val="P"/>'),
  'but it does where its own property shows it again': paragraph(
    run('1', '<w:vanish w:val="0"/>'),
    '<w:pStyle w:val="P"/>',
  ),
  'struck text is marked': paragraph(run('1288') + run('9', '<w:strike/>') + run('8', '<w:dstrike/>')),
  'raised and lowered digits are no digits': paragraph(
    run('1288') + run('1', '<w:vertAlign w:val="superscript"/>') + run('2', '<w:vertAlign w:val="subscript"/>'),
  ),
  'a field is its result': paragraph(
    `${field('begin')}${instruction(' HYPERLINK "http://www.example.invalid/" ')}${field('separate')}${run('3')}${field('end')}${run('年')}`,
  ),
  'tabs, line breaks and hyphens': paragraph(
    '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>é“”—…</w:t></w:r>',
  ),
  'alignment, its own and its style’s':
    paragraph('甲', '<w:jc w:val="right"/>') +
    paragraph('乙', '<w:pStyle w:val="C"/>') +
    paragraph('丙', '<w:pStyle w:val="C"/><w:jc w:val="left"/>'),
  'merged cells and line breaks in them': table(
    [
      row([cell('a\nb', '<w:gridSpan w:val="2"/>', 2), cell('c', '<w:vMerge w:val="restart"/>')]),
      row([cell(paragraph('1') + paragraph('2')), cell(''), cell('', '<w:vMerge/>')]),
      row([cell('3'), cell('4'), cell('', '<w:vMerge w:val="restart"/>')]),
      row([cell('5'), cell('6'), cell('', '<w:vMerge/>')]),
    ],
    3,
  ),
  'a table in a table': table(
    [
      row([
        cell(
          paragraph('前') +
            table([row([cell('1'), cell('2')]), row([cell('3', '<w:gridSpan w:val="2"/>', 2)])], 2) +
            paragraph('后'),
          '',
          5,
        ),
      ]),
    ],
    5,
  ),
  'automatic numbers that start again': numbered('甲') + numbered('乙', 0, 4),
  'automatic numbers, their levels and bullets':
    numbered('总体情况') +
    numbered('主动公开', 1) +
    numbered('解读', 2) +
    numbered('公报', 2) +
    numbered('', 2) +
    numbered('依申请', 1) +
    numbered('甲', 0, 2) +
    numbered('主动公开政府信息情况') +
    numbered('乙', 1) +
    numbered('丙', 0, 3) +
    numbered('丁', 1, 3),
} as const

const trapFile = (body: string) => wordFile({ body: body + paragraph('完'), styles, numbering: lists })

const sources: Record<string, Buffer> = {
  ...Object.fromEntries(
    ['huaian-2024', 'shuyang-fgj-2023', 'empty-form-2021'].map((name) => [name, fixture(`${name}.docx`)]),
  ),
  ...Object.fromEntries(Object.entries(reports).map(([name, make]) => [name, make()])),
  ...Object.fromEntries(Object.entries(traps).map(([name, body]) => [name, trapFile(body)])),
}

let docs: Readonly<Record<string, Buffer>> = {}
let folder = ''
beforeAll(async () => {
  const sample = huaian()
  const own = await writeDocx({ ...sample, signature: { ...sample.signature, date: '2025-01-20' } })
  if (!own.ok) throw new Error(own.message)
  docs = await savedAsDoc({ ...sources, own: own.bytes })
  folder = mkdtempSync(join(tmpdir(), 'nianbao-doc-'))
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string) => recognise(readDoc(docs[name]!))

/** What of a block another program keeps: not the id of a style, of which a .doc has the name only. */
const kept = (block: SourceBlock) => (block.type === 'table' ? block : { text: block.text, align: block.align })

describe.each([
  ['huaian-2024', huaian],
  ['shuyang-fgj-2023', shuyang],
] as const)('%s saved as .doc', (name, sample) => {
  it('is read with all 200 cells right, blanks as blanks', () => {
    const { report, notFound, doubtful } = read(name)
    expect(Object.keys(report.figures)).toHaveLength(200)
    expect(report.figures).toEqual(sample().figures)
    expect([notFound, doubtful, report.marks]).toEqual([[], [], {}])
  })

  it('is read with its texts paragraph by paragraph', () => {
    const { report, notes } = read(name)
    expect(report.narrative).toEqual(sample().narrative)
    expect(report.title).toBe(sample().title)
    expect(report.signature).toEqual({ unit: sample().unit.name, date: '' })
    expect(notes).toEqual([])
  })
})

it('the empty form is 200 blank cells, not 200 zeros', () => {
  const { report, notFound } = read('empty-form-2021')
  expect(Object.values(report.figures)).toEqual(new Array(200).fill(null))
  expect(notFound).toEqual([])
})

it('is known by its bytes, whatever its name', () => {
  for (const bytes of Object.values(docs)) expect(kindOfFile(bytes)).toBe('doc')
})

describe('a report saved as .doc, with', () => {
  it.each(Object.keys(reports))('%s', async (name) => {
    const result = read(name)
    expect(result.report.figures).toEqual(figures)
    expect([result.notFound, result.doubtful]).toEqual([[], []])
    expect(result).toEqual(recognise(await readDocx(sources[name]!)))
  })
})

describe('block by block as in the .docx:', () => {
  it.each(Object.keys(sources))('%s', async (name) => {
    const [doc, docx] = [readDoc(docs[name]!), await readDocx(sources[name]!)]
    expect(doc.blocks.map(kept)).toEqual(docx.blocks.map(kept))
  })
})

describe('a report of this program, saved as .doc,', () => {
  it.each(['doc', 'wps', 'docx'])('is read under a name that ends with .%s', async (extension) => {
    const path = join(folder, `a.${extension}`)
    writeFileSync(path, docs.own!)
    const { figures: entered, narrative, title } = huaian()
    const result = await readFile(path)
    expect(result).toMatchObject({ ok: true, kind: 'doc', notFound: [], doubtful: [], notes: [] })
    expect(result).toMatchObject({
      report: { figures: printedFigures(form, entered), narrative, title, signature: { date: '2025-01-20' } },
    })
  })
})

it('names the style of a paragraph', () => {
  const [first] = readDoc(docs['nor by a paragraph style']!).blocks
  expect(first).toMatchObject({ style: 'Derived' })
})
