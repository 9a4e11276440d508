/** What can still be read of a damaged data file, as reports. The file itself is only read. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDataFile } from '../../../shared/dataFile.ts'
import { editions, formOf, placesOf } from '../../../shared/forms/lookup.ts'
import {
  emptyReport,
  narrativeIds,
  type Override,
  officialTitle,
  type Report,
  type Unit,
} from '../../../shared/report.ts'
import { type DetailRow, detailsOf, detailsSum } from '../details.ts'
import { attempt, type Result } from '../failures.ts'
import type { NewPhrase } from '../ownPhrases.ts'
import type { ReportedWhole } from '../reported.ts'
import type { Column } from '../rowSum.ts'
import type { Library } from '../sqlite.ts'
import { cellsSchema, parseOptional, parseStored, sideSchema, unitSchema } from '../stored.ts'
import { rowsOf } from './pages.ts'
import { type FoundRow, tableOfRow, tableShapes } from './tables.ts'
import { phrasesOf, type RescuedUnit, unitOfRow } from './units.ts'

export interface RescuedWhole {
  readonly unitName: string
  readonly origin: 'written' | 'imported'
  readonly createdAt: string
  readonly changedAt: string
  /** The number of its last step that was read. */
  readonly steps: number
  readonly report: Report
  readonly reported: readonly ReportedWhole[]
  readonly cells: number
  /** How many cells its form has. */
  readonly of: number
  readonly texts: number
  /** Cells and texts that were read with two values, or without a check sum: unconfirmed in the report. */
  readonly doubtful: number
}

export interface Rescue {
  readonly reports: readonly RescuedWhole[]
  readonly units: readonly RescuedUnit[]
  readonly phrases: readonly NewPhrase[]
  /** Figures and texts of reports of which nothing else is known: no unit, no year. */
  readonly orphans: number
}

type Values = FoundRow['values']

/** Reads a damaged file. Gives what was found, which may be nothing, or a failure where the file cannot be read at all. */
export function rescue(library: Library, path: string): Result<Rescue> {
  return attempt('reading', () => {
    const shapes = tableShapes(library)
    const found: FoundRow[] = []
    for (const row of rowsOf(bytesAfterRollback(library, path))) {
      const known = tableOfRow(shapes, row)
      if (known) found.push(known)
    }
    return assemble(found)
  })
}

/**
 * The bytes of the file, after a transaction that was interrupted has been taken back: on a copy, with the journal that
 * lies beside the file. Where SQLite cannot do it the bytes are those of the file.
 */
function bytesAfterRollback(library: Library, path: string): Buffer {
  if (!existsSync(`${path}-journal`)) return readFileSync(path)
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-rescue-'))
  const copy = join(folder, 'damaged.db')
  try {
    copyFileSync(path, copy)
    copyFileSync(`${path}-journal`, `${copy}-journal`)
    const db = new library(copy)
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
    } catch {
      // It is damaged: that is why it is read page by page.
    } finally {
      db.close()
    }
    return readFileSync(copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function assemble(found: readonly FoundRow[]): Rescue {
  const of = (table: FoundRow['table']) => found.filter((row) => row.table === table)
  const byReport = (table: FoundRow['table']) => Map.groupBy(of(table), ({ values }) => Number(values.report))
  const parts = {
    figures: byReport('figures'),
    texts: byReport('texts'),
    overrides: byReport('overrides'),
    steps: byReport('steps'),
    reported: byReport('reported'),
  }
  const units = new Map(of('units').map(({ values }) => [Number(values.id), values]))
  const reports = new Map(of('reports').map(({ values }) => [Number(values.id), values]))
  const rescued = [...reports].flatMap(([id, values]) => reportOf(id, values, units, parts) ?? [])
  const orphans = [...parts.figures, ...parts.texts].filter(([id]) => !reports.has(id)).flatMap(([, rows]) => rows)
  return {
    reports: distinct(rescued),
    units: of('units').map(unitOfRow),
    phrases: phrasesOf(of('own_phrases')),
    orphans: orphans.length,
  }
}

/** At most one for each unit, year and origin: the one that was changed last. */
function distinct(reports: readonly RescuedWhole[]): RescuedWhole[] {
  const byName = new Map<string, RescuedWhole>()
  for (const report of reports.toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1)))
    byName.set(`${report.unitName}\n${report.report.year}\n${report.origin}`, report)
  return [...byName.values()].sort((a, b) => b.report.year - a.report.year || (a.unitName < b.unitName ? -1 : 1))
}

interface Parts {
  readonly figures: ReadonlyMap<number, readonly FoundRow[]>
  readonly texts: ReadonlyMap<number, readonly FoundRow[]>
  readonly overrides: ReadonlyMap<number, readonly FoundRow[]>
  readonly steps: ReadonlyMap<number, readonly FoundRow[]>
  readonly reported: ReadonlyMap<number, readonly FoundRow[]>
}

function reportOf(
  id: number,
  values: Values,
  units: ReadonlyMap<number, Values>,
  parts: Parts,
): RescuedWhole | undefined {
  const form = editions.find((edition) => edition === values.edition)
  if (!form) return undefined
  const unit = unitOf(values, units.get(Number(values.unit_id)))
  const empty = emptyReport(unit, Number(values.year), form)
  const figures = figuresFrom(parts.figures.get(id) ?? [])
  const texts = textsFrom(parts.texts.get(id) ?? [])
  const steps = parts.steps.get(id) ?? []
  const last = steps.reduce<Values | undefined>(
    (latest, { values: step }) => (Number(step.number) > Number(latest?.number ?? 0) ? step : latest),
    undefined,
  )
  const places = placesOf(formOf(form))
  const changedAt = String(last?.at ?? values.created_at)
  const reported = reportedFrom(parts.reported.get(id) ?? [])
  const found = {
    unitName: String(units.get(Number(values.unit_id))?.name ?? unit.name),
    origin: values.origin === 'imported' ? ('imported' as const) : ('written' as const),
    createdAt: String(values.created_at),
    changedAt,
    steps: Number(last?.number ?? 0),
    reported,
    of: [...places.values()].filter(({ kind }) => values.origin === 'imported' || kind !== 'total').length,
  }
  const cellsOf = (report: Report) => Object.keys(report.figures).filter((key) => places.has(key)).length
  const report: Report = {
    ...empty,
    ...detailsFrom(values, empty),
    ...figures.parts,
    ...texts.parts,
    overrides: overridesFrom(parts.overrides.get(id) ?? []),
  }
  const doubtful = figures.doubtful + texts.doubtful
  const whole = cellsOf(report) >= found.of && texts.read === narrativeIds.length && doubtful === 0
  const frozen = whole ? undefined : frozenState(parts.reported.get(id) ?? [], changedAt)
  if (frozen) return { ...found, report: frozen, cells: cellsOf(frozen), texts: narrativeIds.length, doubtful: 0 }
  return { ...found, report, cells: cellsOf(report), texts: texts.read, doubtful }
}

/**
 * 已报送: a report that was handed in and not changed since is, to the letter, the state that was kept of it then, in one
 * row with its check sum. Undefined where it was changed since, or the row is not to be trusted.
 */
function frozenState(rows: readonly FoundRow[], changedAt: string): Report | undefined {
  const last = rows.toSorted((a, b) => Number(a.values.number) - Number(b.values.number)).at(-1)
  if (last?.sum !== 'right' || last.values.reopened_at !== null || String(last.values.at) < changedAt) return undefined
  const parsed = parseDataFile(String(last.values.state))
  return parsed.ok ? parsed.report : undefined
}

function unitOf(values: Values, row: Values | undefined): Unit {
  const own = attempt('reading', () => parseStored(unitSchema, String(values.unit)))
  return own.ok ? own.value : { name: String(row?.name ?? '单位名称未能读出') }
}

/** Each column by itself: one that is broken costs nothing but itself. */
function detailsFrom(values: Values, empty: Report): Partial<Report> {
  const bare: DetailRow = {
    title: officialTitle(empty.unit.name, empty.year),
    unit: JSON.stringify(empty.unit),
    scope: null,
    processing_fee: null,
    signature: JSON.stringify(empty.signature),
    last_year: null,
    text_changes: '[]',
    text_links: '[]',
    confirmed_sentences: '[]',
    jump_notes: null,
    extra: null,
  }
  let row = bare
  // Numbers of last year's, and of 信息处理费, are figures too: without their check sum they are left out.
  const sure =
    values.details_sum === null || values.details_sum === detailsSum({ ...bare, ...pick(values, Object.keys(bare)) })
  for (const column of Object.keys(bare) as (keyof DetailRow)[]) {
    if (!sure && (column === 'last_year' || column === 'processing_fee')) continue
    const tried = { ...row, [column]: values[column] ?? bare[column] }
    if (attempt('reading', () => detailsOf(tried)).ok) row = tried
  }
  return detailsOf(row)
}

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))

/** The rows that say the same once; those whose check sum is right alone, where there are any. */
function candidates(
  rows: readonly FoundRow[],
  columns: readonly string[],
): { rows: readonly FoundRow[]; sure: boolean } {
  const right = rows.filter(({ sum }) => sum === 'right')
  const believed = right.length > 0 ? right : rows
  const byContent = new Map(believed.map((row) => [JSON.stringify(columns.map((name) => row.values[name])), row]))
  return { rows: [...byContent.values()], sure: right.length > 0 && byContent.size === 1 }
}

type Figures = Pick<Report, 'figures' | 'marks' | 'unconfirmed'>

function figuresFrom(rows: readonly FoundRow[]): { parts: Figures; doubtful: number } {
  const figures: Record<string, number | null> = {}
  const marks: Record<string, string> = {}
  const open: { key: string; place: number }[] = []
  let doubtful = 0
  for (const [key, found] of Map.groupBy(rows, ({ values }) => String(values.key))) {
    const { rows: same, sure } = candidates(found, ['found', 'value', 'mark', 'unconfirmed'])
    const [row, ...others] = same
    if (!row) continue
    const { value, mark, unconfirmed } = row.values
    if (row.values.found === 1) figures[key] = others.length > 0 ? null : numberOf(value)
    if (typeof mark === 'string') marks[key] = mark
    // Two values for one cell: neither is taken for the figure, both are shown.
    if (others.length > 0) marks[key] = `抢救出不同的数：${same.map((one) => one.values.value ?? '空白').join('、')}`
    if (!sure) doubtful += 1
    if (!sure || typeof unconfirmed === 'number')
      open.push({ key, place: Number(unconfirmed ?? Number.MAX_SAFE_INTEGER) })
  }
  const unconfirmed = open.sort((a, b) => a.place - b.place).map(({ key }) => key)
  return { parts: { figures, marks, unconfirmed }, doubtful }
}

const numberOf = (value: Column | undefined): number | null => (typeof value === 'number' ? value : null)

type Texts = Pick<Report, 'narrative' | 'textUnconfirmed'>

function textsFrom(rows: readonly FoundRow[]): { parts: Texts; read: number; doubtful: number } {
  const narrative = { preface: '', overview: '', problems: '', other: '' }
  const open: (typeof narrativeIds)[number][] = []
  let [read, doubtful] = [0, 0]
  for (const section of narrativeIds) {
    const found = rows.filter(({ values }) => values.section === section)
    const { rows: same, sure } = candidates(found, ['text', 'unconfirmed'])
    if (same.length === 0) continue
    read += 1
    narrative[section] = same.map(({ values }) => String(values.text)).join('\n【抢救出的另一稿】\n')
    if (!sure) doubtful += 1
    if (!sure || same.some(({ values }) => values.unconfirmed !== null)) open.push(section)
  }
  return { parts: { narrative, textUnconfirmed: open }, read, doubtful }
}

function overridesFrom(rows: readonly FoundRow[]): Override[] {
  const inOrder = rows.toSorted((a, b) => Number(a.values.position) - Number(b.values.position))
  return inOrder.flatMap(({ values }) => {
    const cells = attempt('reading', () => parseStored(cellsSchema, String(values.cells)))
    if (!cells.ok) return []
    const { rule, reason, at } = values
    const sides = attempt('reading', () => ({
      left: parseOptional(sideSchema, textOf(values.left_side)),
      right: parseOptional(sideSchema, textOf(values.right_side)),
    }))
    // A reason holds for the numbers it was written for: without them it would hold for any.
    if (!sides.ok) return []
    const { left, right } = sides.value
    const both = { ...(left !== undefined && { left }), ...(right !== undefined && { right }) }
    return [{ rule: String(rule), cells: cells.value, reason: String(reason), at: String(at), ...both }]
  })
}

const textOf = (value: Column | undefined): string | null => (typeof value === 'string' ? value : null)

function reportedFrom(rows: readonly FoundRow[]): ReportedWhole[] {
  const byNumber = new Map(rows.map(({ values }) => [Number(values.number), values]))
  return [...byNumber]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, { day, at, state, reopened_at, reason }]) => {
      const reopened = typeof reopened_at === 'string' && typeof reason === 'string'
      if (!/^\d{4}-\d\d-\d\d$/.test(String(day))) return []
      const row = { number, day: String(day), at: String(at), state: String(state) }
      return [{ ...row, reopenedAt: reopened ? reopened_at : null, reason: reopened ? reason : null }]
    })
}
