/** N1 to N3 for any consistent table: a true text is silent, one false number is one finding. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport } from '../../shared/checks/index.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import { writeLike } from '../../shared/narrative/numerals.ts'
import { emptyNarrative, type Figures, type Report } from '../../shared/report.ts'
import { effectiveValue } from '../../shared/totals.ts'
import { consistentReport } from '../fixtures/arbitraries.ts'

const form = formOf('2021')

/** Words with a slot for each number: `{cells}` are added up. */
const wordings: readonly (readonly string[])[] = [
  [
    '全年共收到政府信息公开申请{N}件，上年结转{I}件，办结{D}件，结转下年度继续办理{O}件。',
    '2024年，我局新收政府信息公开申请{N}宗、上年结转{I}宗，答复{D}宗，结转下年度{O}宗。',
    '（二）依申请公开情况。2024年度共受理依申请公开{N}件，上年度结转{I}件，已答复{D}件（另有{O}件顺延到下年度答复）。',
    '本年度共受理政府信息公开申请{NI}件（其中新收{N}件，上年结转{I}件），共回复{D}件，{O}件结转下年度继续办理。',
    '依申请公开工作规范有序。全年接到申请{N}份，由2023年结转{I}份，按期办结{D}份，结转2025年继续办理{O}份。',
    '全年累计收到政府信息公开申请{N}件，加上上年结转的{I}件，共需办理{NI}件，累计答复{D}件，尚有{O}件在办。',
    '全年登记受理政府信息公开申请{N}件，结转上年{I}件，办结{D}件，结转次年{O}件。',
    '收到政府信息公开申请{N}次，答复{D}次。',
    '2024年我局政府信息公开申请受理量{N}件，办结量{D}件。',
  ],
  [
    '依申请公开办理结果为：予以公开{d}件，部分公开{p}件，不予公开{n}件，无法提供{u}件，不予处理{r}件，其他处理{o}件。',
    '依申请公开答复{D}件，其中予以公开{d}件、部分公开{p}件、不予公开{n}件、无法提供{u}件、不予处理{r}件、其他处理{o}件。',
    '从依申请公开办理结果看，{d}件予以公开，{p}件部分公开，{n}件不予公开，{u}件无法提供。',
    '在已办结的政府信息公开申请中，予以公开的{d}件，部分公开的{p}件，不予公开的{n}件，无法提供的{u}件。',
  ],
  [
    '新收政府信息公开申请{N}件，其中自然人申请{a}件，法人或其他组织申请{l}件。',
    '收到政府信息公开申请{N}件，其中自然人{a}件，商业企业{b}件。',
  ],
  [
    '因政府信息公开工作被申请行政复议{R}件，其中结果维持{Ru}件，结果纠正{Rc}件，其他结果{Ro}件，尚未审结{Rp}件；被提起行政诉讼{L}件，其中结果维持{Lu}件，尚未审结{Lp}件。',
    '全年发生行政复议案件{R}起、行政诉讼案件{L}起。',
    '行政诉讼共{L}件，其中未经复议直接起诉{A}件，复议后起诉{B}件。',
    '未经复议直接起诉的行政诉讼案件{A}件，复议后起诉的行政诉讼案件{B}件。',
    '本年度新增政府信息公开行政复议案件{R}宗，行政诉讼案件{L}宗。',
    '被提起行政复议{R}次，被提起行政诉讼{L}次。',
  ],
  ['制发行政规范性文件{i}件，废止{x}件，现行有效{e}件。', '全年印发规范性文件{i}件，目前现行有效规范性文件{e}件。'],
  ['作出行政许可决定{P}件，行政处罚决定{Q}件，行政强制决定{C}件。', '全年办理行政许可{P}件，作出行政处罚决定{Q}件。'],
]

const totals = (group: string) =>
  form.sums
    .find(({ rule, total }) => rule === 'T3-B' && total.endsWith('.total'))!
    .addends.filter((key) => key.startsWith(`applications.${group}`))
const both = (result: string): CellKey[] =>
  ['directLitigation', 'litigationAfterReconsideration'].map((kind) => `review.${kind}.${result}`)
const [N, I, D, O] = ['newReceived', 'carriedIn', 'resultTotal', 'carriedOut'].map(
  (row) => `applications.${row}.total`,
) as [string, string, string, string]

const slots: Readonly<Record<string, readonly CellKey[]>> = {
  N: [N],
  I: [I],
  D: [D],
  O: [O],
  NI: [N, I],
  d: totals('disclosed'),
  p: totals('partlyDisclosed'),
  n: totals('denied'),
  u: totals('unavailable'),
  r: totals('rejected'),
  o: totals('otherwise'),
  a: ['applications.newReceived.natural'],
  b: ['applications.newReceived.business'],
  l: ['business', 'research', 'charity', 'legal', 'other'].map((column) => `applications.newReceived.${column}`),
  R: ['review.reconsideration.total'],
  Ru: ['review.reconsideration.upheld'],
  Rc: ['review.reconsideration.corrected'],
  Ro: ['review.reconsideration.other'],
  Rp: ['review.reconsideration.pending'],
  L: both('total'),
  Lu: both('upheld'),
  Lp: both('pending'),
  A: ['review.directLitigation.total'],
  B: ['review.litigationAfterReconsideration.total'],
  i: ['proactive.normativeDocuments.issued'],
  x: ['proactive.normativeDocuments.repealed'],
  e: ['proactive.normativeDocuments.inForce'],
  P: ['proactive.licensing.decisions'],
  Q: ['proactive.penalties.decisions'],
  C: ['proactive.coercion.decisions'],
}

const sumOf = (figures: Figures, cells: readonly CellKey[]): number =>
  cells.reduce((sum, cell) => sum + effectiveValue(form, figures, cell)!, 0)

type Script = 'arabic' | 'fullWidth' | 'chinese'
const spell = (value: number, script: Script, separator: string): string =>
  writeLike(value, { script, separator: script === 'chinese' ? '' : separator, scale: '', two: '两' })

/** A text of a few wordings in some order, with the place and cells of each number. */
const text = fc.record({
  picks: fc
    .shuffledSubarray([...wordings.keys()], { minLength: 1 })
    .chain((families) => fc.tuple(...families.map((family) => fc.constantFrom(...wordings[family]!)))),
  script: fc.constantFrom<Script>('arabic', 'arabic', 'fullWidth', 'chinese'),
  separator: fc.constantFrom('', '', ','),
  apart: fc.constantFrom('', '\n'),
})

interface Written {
  readonly report: Report
  readonly numbers: readonly { paragraph: number; from: number; cells: readonly CellKey[] }[]
}

/** Writes the text; the number of slot `wrong` is `value` instead of its own. */
function write(
  report: Report,
  { picks, script, separator, apart }: typeof text extends fc.Arbitrary<infer T> ? T : never,
  wrong = -1,
  off = 0,
): Written {
  let overview = ''
  const numbers: { paragraph: number; from: number; cells: readonly CellKey[] }[] = []
  for (const part of picks.join(apart).split(/(\{\w+\})/)) {
    const cells = slots[part.slice(1, -1)]
    if (!part.startsWith('{') || !cells) {
      overview += part
      continue
    }
    const before = overview.split('\n')
    const value = sumOf(report.figures, cells) + (numbers.length === wrong ? off : 0)
    numbers.push({ paragraph: before.length - 1, from: before.at(-1)!.length, cells })
    overview += spell(value, script, separator)
  }
  return { report: { ...report, narrative: { ...emptyNarrative, overview } }, numbers }
}

const findings = (report: Report) => checkReport(report).filter(({ rule }) => /^N\d/.test(rule))

/** 复议 and 诉讼 that the text does not say to be over 政府信息公开 may be others where the table has none. */
const mayBeOtherCases = ({ cells, right }: Finding): boolean => right === 0 && cells[0]!.startsWith('review.')

describe('a text of any consistent table', () => {
  it('is silent where it is true', () => {
    fc.assert(
      fc.property(consistentReport('2021'), text, (report, words) => {
        expect(findings(write(report, words).report).map(({ message }) => message)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('has one finding for one false number, at its place and with its cell', () => {
    // Larger than any number that any of the cells could be read as.
    const off = fc.integer({ min: 3_000_000_000, max: 4_000_000_000 })
    fc.assert(
      fc.property(consistentReport('2021'), text, fc.nat(), off, (report, words, pick, distance) => {
        const count = write(report, words).numbers.length
        const { report: false_, numbers } = write(report, words, pick % count, distance)
        const wrong = numbers[pick % count]!
        const found = findings(false_)
        expect(found.map(({ where }) => [where?.paragraph, where?.from])).toEqual([[wrong.paragraph, wrong.from]])
        expect(['N1', 'N3']).toContain(found[0]!.rule)
        expect(found[0]!.cells.some((cell) => wrong.cells.includes(cell))).toBe(true)
        if (found[0]!.mend || !mayBeOtherCases(found[0]!))
          expect(found[0]!.mend).toMatchObject({ paragraph: wrong.paragraph, from: wrong.from })
      }),
      { numRuns: 300 },
    )
  })

  it('is right again once the mend of a false number is taken', () => {
    const off = fc.integer({ min: 3_000_000_000, max: 4_000_000_000 })
    fc.assert(
      fc.property(consistentReport('2021'), text, fc.nat(), off, (report, words, pick, distance) => {
        const count = write(report, words).numbers.length
        const { report: false_ } = write(report, words, pick % count, distance)
        const [found] = findings(false_)
        const { mend } = found!
        if (!mend && mayBeOtherCases(found!)) return
        const lines = false_.narrative.overview.split('\n')
        const line = lines[mend!.paragraph]!
        expect(line.slice(mend!.from, mend!.to)).toBe(mend!.before)
        lines[mend!.paragraph] = line.slice(0, mend!.from) + mend!.after + line.slice(mend!.to)
        expect(findings({ ...false_, narrative: { ...emptyNarrative, overview: lines.join('\n') } })).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
