/** The document as blocks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, SignatureLine, TableBlock } from '../../shared/document/blocks.ts'
import { defaultChoices } from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import { breakLabel } from '../../shared/document/label.ts'
import {
  characterSpacing,
  charactersPerLine,
  linePitch,
  linesPerPage,
  margins,
  paper,
  sizes,
  textWidth,
} from '../../shared/document/measures.ts'
import { formatDate, signatureBlock } from '../../shared/document/signature.ts'
import { scaleWidths } from '../../shared/document/table.ts'
import { widthOf } from '../../shared/document/textWidth.ts'
import { titleBlock } from '../../shared/document/title.ts'
import { form2021 } from '../../shared/forms/form2021.ts'
import { emptyReport } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

const dxa = (millimetres: number) => (millimetres * 1440) / 25.4
const blank = () => emptyReport({ name: '某县教育局' }, 2025, '2021')

describe('the measures', () => {
  it('are those of the standard to less than a tenth of a millimetre', () => {
    const standard = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 }
    for (const [name, value] of Object.entries({ ...paper, ...margins })) {
      expect(Math.abs(value - dxa(standard[name as keyof typeof standard])), name).toBeLessThan(dxa(0.1))
    }
  })

  it('set 28 characters and not 29 in a line, 22 lines and not 23 on a page', () => {
    const line = (characters: number) => widthOf('字'.repeat(characters), sizes.body, characterSpacing)
    expect(line(charactersPerLine)).toBeLessThanOrEqual(textWidth)
    expect(line(charactersPerLine + 1)).toBeGreaterThan(textWidth)
    const height = paper.height - margins.top - margins.bottom
    expect(Math.floor(height / linePitch)).toBe(linesPerPage)
  })
})

describe('the title', () => {
  it('breaks between organ and year, only where one line is too short', () => {
    const long = '淮安市人民政府2024年政府信息公开工作年度报告'
    expect(titleBlock(long).lines).toEqual(['淮安市人民政府', '2024年政府信息公开工作年度报告'])
    expect(titleBlock('某县2024年政府信息公开年度报告').lines).toHaveLength(1)
    const startsWithYear = `2024年${'某'.repeat(20)}年度报告`
    expect(titleBlock(startsWithYear).lines[0]).toMatch(/^2024年某/)
  })

  it('is its lines joined', () => {
    const title = `${'某'.repeat(30)}1998年制定、2024年修订的年度报告`
    expect(titleBlock(title).lines.join('')).toBe(title)
  })
})

describe('the signature', () => {
  it('writes the day without leading zeros', () => {
    expect(formatDate('2026-01-05')).toBe('2026年1月5日')
    expect(formatDate('2026-11-20')).toBe('2026年11月20日')
    expect(formatDate('一月底')).toBe('一月底')
  })

  it.each(['某局', '淮安市人民政府', '某某自治县人力资源和社会保障局', '某某土家族苗族自治县经济和信息化商务科技局'])(
    'centres %s over the date, which keeps four characters free or more, inside the text',
    (unit) => {
      const block = signatureBlock({ unit, date: '2026-01-20' })
      const axis = ({ lines, rightIndent }: SignatureLine) =>
        rightIndent + widthOf(lines.join(''), sizes.body, characterSpacing) / 2
      expect(axis(block!.unit!)).toBeCloseTo(axis(block!.date!), -1)
      expect(block!.unit!.rightIndent).toBeGreaterThanOrEqual(0)
      expect(block!.date!.rightIndent).toBeGreaterThanOrEqual(4 * 320)
    },
  )

  it('keeps the date at four characters where the name leaves room', () => {
    expect(signatureBlock({ unit: '淮安市人民政府', date: '2026-01-20' })?.date?.rightIndent).toBe(1280)
  })

  it('is not there while it says nothing, and has no date while there is none', () => {
    expect(signatureBlock({ unit: '', date: '' })).toBeNull()
    expect(signatureBlock({ unit: '某局', date: '' })).toMatchObject({ unit: { lines: ['某局'] }, date: null })
  })
})

describe('labels', () => {
  const linesIn = (orientation: 'portrait' | 'landscape', texts: readonly string[]) => {
    const { blocks } = documentOf(blank(), { ...defaultChoices, applicationsTable: orientation })
    const labels = blocks.flatMap((block) => (block.type === 'table' ? block.cells.map(({ cell }) => cell) : []))
    return texts.map((text) => labels.find((label) => label.text === text)?.lines.join(' / '))
  }
  const allLines = (orientation: 'portrait' | 'landscape') =>
    documentOf(blank(), { ...defaultChoices, applicationsTable: orientation }).blocks.flatMap((block) =>
      block.type === 'table'
        ? block.cells.filter(({ cell }) => cell.lines.length > 1).map(({ cell }) => cell.lines.join(' / '))
        : [],
    )
  const review = ['结果 / 维持', '结果 / 纠正', '其他 / 结果', '尚未 / 审结']

  it('break where a person breaks them: between words, and after a mark', () => {
    expect([...new Set(allLines('portrait'))]).toEqual([
      '（本列数据的勾稽关系为：第一项加第二项之和， / 等于第三项加第四项之和）',
      '商业 / 企业',
      '科研 / 机构',
      '社会 / 公益 / 组织',
      '法律 / 服务 / 机构',
      '三、 / 本年度 / 办理 / 结果',
      '（二）部分公开（区分处理的， / 只计这一情形，不计其他情形）',
      '（三） / 不予 / 公开',
      '（四） / 无法 / 提供',
      '（五） / 不予 / 处理',
      '5.要求行政机关确认 / 或重新出具已获取信息',
      '（六） / 其他 / 处理',
      '1.申请人无正当理由逾期不补正、 / 行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费 / 通知要求缴纳费用、 / 行政机关不再处理其政府信息公开申请',
      ...review,
    ])
  })

  it('have fewer lines on a landscape page', () => {
    expect([...new Set(allLines('landscape'))]).toEqual([
      '社会公益 / 组织',
      '法律服务 / 机构',
      '三、 / 本年度 / 办理 / 结果',
      '（三） / 不予 / 公开',
      '（四） / 无法 / 提供',
      '（五） / 不予 / 处理',
      '（六） / 其他 / 处理',
      '2.申请人逾期未按收费通知要求缴纳费用、 / 行政机关不再处理其政府信息公开申请',
      ...review,
    ])
    expect(linesIn('landscape', ['未经复议直接起诉', '自然人'])).toEqual(['未经复议直接起诉', '自然人'])
  })

  it.each([
    ['未经复议直接起诉', 5, ['未经复议', '直接起诉']],
    ['（单位盖章）', 5, ['（单位', '盖章）']],
    ['行政规范性文件', 4, ['行政', '规范性', '文件']],
    ['无', 0.5, ['无']],
  ])('%s in %d characters', (text, characters, lines) => {
    expect(breakLabel(text, characters * 180 + 10, 18)).toEqual(lines)
  })

  it('are their lines joined, whatever the room', () => {
    const anyLabel = fc.constantFrom(
      ...form2021.tables
        .flatMap(({ rows }) => rows.flat())
        .flatMap((cell) => (cell.type === 'label' ? [cell.text] : [])),
    )
    fc.assert(
      fc.property(
        fc.oneof(anyLabel, fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 30 }),
        (text, characters) => {
          const lines = breakLabel(text, characters * 180, 18)
          expect(lines.join('')).toBe(text)
          for (const line of lines.slice(1)) expect('，、。；：）”').not.toContain(line[0])
          for (const line of lines.slice(0, -1)) expect('（“').not.toContain(line.at(-1))
        },
      ),
    )
  })
})

describe('widths', () => {
  it('are scaled in proportion and sum up exactly', () => {
    for (const { columnWidths } of form2021.tables) {
      const scaled = scaleWidths(columnWidths!, textWidth)
      expect(scaled.reduce((sum, width) => sum + width, 0)).toBe(textWidth)
      const factor = textWidth / columnWidths!.reduce((sum, width) => sum + width, 0)
      for (const [index, width] of scaled.entries())
        expect(Math.abs(width - columnWidths![index]! * factor)).toBeLessThanOrEqual(1)
    }
  })
})

describe('documentOf', () => {
  const described = (block: Block) => (block.type === 'paragraph' ? `${block.role} ${block.level}` : block.type)

  it('draws title, preface, sections, tables and signature in the order of the form', () => {
    const report = {
      ...blank(),
      narrative: { preface: '前言', overview: '总述\n（一）主动公开。一百件。', problems: '', other: '无。' },
      signature: { unit: '某县教育局', date: '2026-01-20' },
    }
    expect(documentOf(report).blocks.map(described)).toEqual([
      'title',
      'spacer',
      'preface 0',
      'heading 1',
      'body 0',
      'body 2',
      'heading 1',
      'table',
      'heading 1',
      'table',
      'heading 1',
      'table',
      'heading 1',
      'heading 1',
      'body 0',
      'spacer',
      'signature',
    ])
  })

  it('takes every label and key of the form', () => {
    const tables = documentOf(huaian()).blocks.filter((block): block is TableBlock => block.type === 'table')
    const cells = tables.map(({ cells }) => cells.map(({ cell }) => cell.key ?? cell.text))
    const expected = form2021.tables.map(({ rows }) =>
      rows.flat().map((cell) => (cell.type === 'entry' ? cell.key : cell.text)),
    )
    expect(cells).toEqual(expected)
  })

  it('keeps what is only a heading with the next paragraph, and a run-in heading not', () => {
    const report = {
      ...blank(),
      narrative: { preface: '', overview: '（一）主动公开\n（二）其他。好。\n完', problems: '', other: '无' },
    }
    const body = documentOf(report).blocks.filter((block) => block.type === 'paragraph' && block.role === 'body')
    expect(body.map((block) => block.type === 'paragraph' && block.keepNext)).toEqual([true, false, false, true])
  })

  it('does not change with the report it was drawn from before', () => {
    expect(documentOf(huaian())).toEqual(documentOf(huaian()))
  })
})
