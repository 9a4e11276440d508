/** Last year's report made into this year's: what may be taken over, and nothing that was not found. */
import type { CellKey } from './forms/form.ts'
import { currentEdition, formOf, placesOf } from './forms/lookup.ts'
import { moveYear } from './narrative/moveYear.ts'
import {
  asLastYear,
  emptyReport,
  type LastYear,
  type NarrativeId,
  narrativeIds,
  officialTitle,
  paragraphsOf,
  type Report,
  type TextChange,
  type Unit,
} from './report.ts'
import { isValidFigure } from './values.ts'

/**
 * Makes the report of `year` from an earlier one.
 *
 * 上年结转 comes from 结转下年度 of the year before only; from any other year it stays blank and X1 says why. Blank and
 * not found stay blank. 现行有效 is left to `proposeInForce`. The texts are taken over with the report's own year moved
 * on; each is last year's until the clerk has edited or confirmed it. `newUnit` is the unit's name now, where it was
 * renamed or merged since; its old name is replaced in title, texts and signature.
 */
export function carryForward(last: Report, year: number, newUnit?: Unit): Report {
  const unit = newUnit ?? last.unit
  const figures = carriedFigures(last, year)
  const texts = carriedTexts(last, year, unit)
  const title = movedTitle(last, year, unit)
  return {
    ...emptyReport(unit, year, currentEdition),
    ...(last.scope && { scope: last.scope }),
    title,
    figures,
    narrative: texts.narrative,
    textChanges: texts.changes,
    signature: { unit: newUnit?.name ?? (last.signature.unit || last.unit.name), date: '' },
    unconfirmed: Object.keys(figures).filter((key) => figures[key] !== null),
    textUnconfirmed: narrativeIds.filter((id) => texts.narrative[id].trim() !== ''),
    lastYear: { ...asLastYear(last), ...(unit.name !== last.unit.name && { unitName: last.unit.name }) },
  }
}

/**
 * Last year's report beside one that is being written already, as where it began blank: its figures for comparison, and
 * 上年结转 for the cells of it that are blank. No figure and no text that is there is touched.
 */
export function lastYearFor(report: Report, last: Report): { lastYear: LastYear; figures: Record<CellKey, number> } {
  const carried = Object.entries(carriedFigures(last, report.year))
  const blank = carried.filter(
    (entry): entry is [CellKey, number] => entry[1] !== null && typeof report.figures[entry[0]] !== 'number',
  )
  return {
    lastYear: asLastYear(last),
    figures: Object.fromEntries(blank),
  }
}

/** Every cell blank, but 上年结转 where last year's 结转下年度 is a number that may stand there. */
function carriedFigures(last: Report, year: number): Record<CellKey, number | null> {
  const form = formOf(currentEdition)
  const entered = [...placesOf(form).values()].filter(({ kind }) => kind !== 'total')
  const figures: Record<CellKey, number | null> = Object.fromEntries(entered.map(({ key }) => [key, null]))
  if (last.year !== year - 1) return figures
  for (const { into, from } of form.carries) {
    const value = last.figures[from]
    if (into in figures && typeof value === 'number' && isValidFigure('count', value)) figures[into] = value
  }
  return figures
}

const renamed = (text: string, last: Report, unit: Unit): string =>
  unit.name === last.unit.name || last.unit.name === '' ? text : text.replaceAll(last.unit.name, unit.name)

function movedTitle(last: Report, year: number, unit: Unit): string {
  const title = renamed(last.title, last, unit)
  const moved = moveYear(title, last.year, year)
  return moved.changes.length > 0 || last.year === year ? moved.text : officialTitle(unit.name, year)
}

function carriedTexts(last: Report, year: number, unit: Unit) {
  const changes: TextChange[] = []
  const move = (section: NarrativeId): string =>
    paragraphsOf(last.narrative[section])
      .map((source, paragraph) => {
        const moved = moveYear(renamed(source, last, unit), last.year, year)
        changes.push(...moved.changes.map((change) => ({ section, paragraph, ...change })))
        return moved.text
      })
      .join('\n')
  const narrative = {
    preface: move('preface'),
    overview: move('overview'),
    problems: move('problems'),
    other: move('other'),
  }
  return { narrative, changes }
}

/**
 * 现行有效 as a ghost value: last year's + 本年制发 − 本年废止, once both are entered. It becomes a figure when the clerk
 * accepts it. Never from the 2019 form: 对外公开总数量 is another indicator.
 */
export function proposeInForce(report: Report): ReadonlyMap<CellKey, number> {
  const { lastYear, figures } = report
  if (!lastYear || lastYear.year !== report.year - 1 || lastYear.form !== report.form) return new Map()
  const proposals = formOf(report.form).stocks.flatMap(({ inForce, issued, repealed }): [CellKey, number][] => {
    const numbers = [lastYear.figures[inForce], figures[issued], figures[repealed]]
    const [then, added, ended] = numbers
    if (typeof then !== 'number' || typeof added !== 'number' || typeof ended !== 'number') return []
    const value = then + added - ended
    return typeof figures[inForce] === 'number' || !isValidFigure('count', value) ? [] : [[inForce, value]]
  })
  return new Map(proposals)
}
