/** A document made into a report: its edition, its figures with how sure each is, its texts. */
import type { CellKey, Form, FormTable, TableId } from '../../../shared/forms/form.ts'
import { editions, formOf, placesOf, sectionOf, tableOf } from '../../../shared/forms/lookup.ts'
import type { Figures, Report } from '../../../shared/report.ts'
import { unitOfName } from '../../../shared/unitName.ts'
import { readCellText } from '../../../shared/values.ts'
import { Refused } from '../failure.ts'
import type { SourceDocument, SourceTable } from '../source.ts'
import { yearIn, yearOfText } from './dates.ts'
import { withoutSignOffSheet } from './signOffSheet.ts'
import { type Candidate, matchTable, type TableMatch } from './tables.ts'
import { readTexts, type Texts } from './texts.ts'
import { officialYear, unitOfTitle } from './title.ts'

export interface Doubt {
  readonly key: CellKey
  readonly text: string
  readonly why: string
}

/** Where in the file a figure was found: the number of the table, and its cell there, all counted from 0. */
export interface CellSource {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface Recognised {
  readonly report: Report
  /** The cell of the file that each figure comes from; of several the first. */
  readonly sources: Readonly<Record<CellKey, CellSource>>
  /** Cells of the form for which there is no cell in the file. */
  readonly notFound: readonly CellKey[]
  readonly doubtful: readonly Doubt[]
  /** What was not carried over or not found, as sentences. */
  readonly notes: readonly string[]
}

/** Recognises a report. Throws `Refused` where none of the three tables is in the document. */
export function recognise(document: SourceDocument): Recognised {
  const blocks = withoutSignOffSheet(document.blocks)
  const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  const [best] = editions.map((edition) => matchForm(formOf(edition), tables)).sort((a, b) => b.keys.size - a.keys.size)
  if (!best || best.keys.size === 0) throw new Refused('noTables')
  const cells = readCells(best)
  const texts = readTexts(best.form, blocks)
  const notFound = [...placesOf(best.form).keys()].filter((key) => !(key in cells.figures))
  const { year, notes } = yearOf(texts)
  return {
    report: reportOf(best.form, cells, texts, year),
    sources: cells.sources,
    notFound,
    doubtful: cells.doubtful,
    notes: [...document.notes, ...tableNotes(best, tables), ...notes, ...texts.notes],
  }
}

/** A candidate and which table of the document it stands in. */
interface Sourced extends Candidate {
  readonly source: number
}

/** All tables of a document matched with one edition of the form. */
interface FormMatch {
  readonly form: Form
  readonly candidates: readonly Sourced[]
  readonly keys: ReadonlySet<CellKey>
  readonly found: ReadonlySet<TableId>
  readonly unknownRows: readonly string[]
  readonly unknownColumns: readonly string[]
  readonly unused: number
}

function matchForm(form: Form, tables: readonly SourceTable[]): FormMatch {
  const uses: (TableUse & { readonly index: number })[] = []
  let unused = 0
  /** The last table that was found to be a table of the form: a table broken in two goes on in the next one. */
  let open: TableUse | undefined
  tables.forEach((source, index) => {
    const matches = usesOf(form, source)
    const known = new Set(uses.flatMap(({ result }) => [...result.keys]))
    const continued = matches.length === 0 ? continuation(form, open, source, known) : undefined
    const found = continued ? [continued] : matches
    if (found.length === 0) unused += 1
    uses.push(...found.map((use) => ({ ...use, index })))
    open = found.at(-1) ?? open
  })
  const results = uses.map(({ result }) => result)
  return {
    form,
    candidates: uses.flatMap(({ result, index }) =>
      result.candidates.map((candidate) => ({ ...candidate, source: index })),
    ),
    keys: new Set(results.flatMap(({ keys }) => [...keys])),
    found: new Set(uses.map(({ table }) => table.id)),
    unknownRows: results.flatMap(({ unknownRows }) => unknownRows),
    unknownColumns: results.flatMap(({ unknownColumns }) => unknownColumns),
    unused,
  }
}

interface TableUse {
  readonly table: FormTable
  readonly source: SourceTable
  readonly result: TableMatch
}

/** The tables of the form that stand in one table of the file: one, or all three where an office has joined them. */
const usesOf = (form: Form, source: SourceTable): TableUse[] =>
  form.tables
    .map((table): TableUse => ({ table, source, result: matchTable(form, table, source) }))
    .filter(({ result }) => result.keys.size > 0)

/** The rest of a table that was broken in two: the same columns, no header of its own, and new figures under the old header. */
function continuation(
  form: Form,
  open: TableUse | undefined,
  source: SourceTable,
  known: ReadonlySet<CellKey>,
): TableUse | undefined {
  if (!open || open.source.columns !== source.columns) return undefined
  const joined = join(open.source, source)
  const whole = matchTable(form, open.table, joined)
  const candidates = whole.candidates.filter(({ key }) => !known.has(key))
  if (candidates.length === 0) return undefined
  const result = { ...whole, candidates, keys: new Set(candidates.map(({ key }) => key)) }
  return { table: open.table, source: joined, result }
}

const join = (first: SourceTable, second: SourceTable): SourceTable => ({
  type: 'table',
  rows: first.rows + second.rows,
  columns: first.columns,
  cells: [...first.cells, ...second.cells.map((cell) => ({ ...cell, row: cell.row + first.rows }))],
})

interface Cells {
  readonly figures: Figures
  readonly marks: Readonly<Record<CellKey, string>>
  readonly sources: Readonly<Record<CellKey, CellSource>>
  readonly doubtful: readonly Doubt[]
}

function readCells({ form, candidates }: FormMatch): Cells {
  const figures: Record<CellKey, number | null> = {}
  const marks: Record<CellKey, string> = {}
  const sources: Record<CellKey, CellSource> = {}
  const doubtful: Doubt[] = []
  const byKey = Map.groupBy(withoutTemplates(candidates), ({ key }) => key)
  for (const { key, kind } of placesOf(form).values()) {
    const found = byKey.get(key)
    if (!found) continue
    const { text, value, mark, why } = decide(found, (source) => readCellText(kind, source))
    figures[key] = value
    const [first] = found
    if (first) sources[key] = sourceOf(first)
    if (mark !== undefined) marks[key] = mark
    if (why !== undefined) doubtful.push({ key, text, why })
  }
  return { figures, marks, sources, doubtful }
}

const sourceOf = ({ source, text, cell: { row, column } }: Sourced): CellSource => ({
  table: source,
  row,
  column,
  text,
})

/** An empty form before the filled one says nothing: its blanks are no blanks of the report. */
function withoutTemplates(candidates: readonly Sourced[]): readonly Sourced[] {
  const filled = new Set(candidates.filter(({ text }) => text.trim() !== '').map(({ source }) => source))
  const elsewhere = new Set(candidates.filter(({ source }) => filled.has(source)).map(({ key }) => key))
  return candidates.filter(({ source, key }) => filled.has(source) || !elsewhere.has(key))
}

interface Decision {
  readonly text: string
  readonly value: number | null
  readonly mark?: string
  readonly why?: string
}

/** What a figure is, from all the cells that were found for it. Two different texts are no number, nor is a blank beside one. */
function decide(found: readonly Sourced[], read: (text: string) => ReturnType<typeof readCellText>): Decision {
  const sure = found.filter(({ certainty }) => certainty === 2)
  const candidates = sure.length > 0 ? sure : found
  const texts = [...new Set(candidates.map(({ text }) => text.trim()).filter((text) => text !== ''))]
  const text = texts.join(' / ')
  if (text !== '') {
    const why = contradiction(candidates, texts)
    if (why !== undefined) return { text, value: null, mark: text, why }
  }
  const { value, mark, doubt } = read(text)
  const wording = candidates.find((candidate) => candidate.certainty === 1)?.wording?.replace(/\s+/g, '')
  const unsure = candidates.find(({ cell }) => cell.doubt !== undefined)?.cell.doubt
  const why = doubt ?? unsure ?? (wording === undefined ? undefined : `行名或列名写作“${wording}”，与规定的不同`)
  return { text, value, ...(mark !== undefined && { mark }), ...(why !== undefined && { why }) }
}

/** Why no number can be taken from these cells. */
function contradiction(candidates: readonly Sourced[], texts: readonly string[]): string | undefined {
  if (candidates.some(({ merged }) => merged)) return '这一格在文件中与其他格合并了'
  if (texts.length > 1) return '文件中有两处，数字不同'
  const unit = candidates.find(({ otherUnit }) => otherUnit !== undefined)?.otherUnit
  if (unit !== undefined) return `表中写的单位是“${unit}”，不是万元`
  // Within one table a figure's place may be split into several cells, of which one is filled.
  const filled = new Set(candidates.filter(({ text }) => text.trim() !== '').map(({ source }) => source))
  return candidates.some(({ source }) => !filled.has(source)) ? '文件中有两处，其中一处是空白' : undefined
}

function reportOf(form: Form, { figures, marks }: Cells, { title, narrative, signature }: Texts, year: number): Report {
  return {
    form: form.edition,
    year,
    title,
    unit: unitOfName(unitOfTitle(title) || signature.unit),
    figures,
    marks,
    narrative,
    signature,
    unconfirmed: [],
    textUnconfirmed: [],
    textChanges: [],
    overrides: [],
  }
}

/** The report's year: the title's, else what the texts say of it, which is told; 0 where nothing does. */
function yearOf({ title, narrative }: Texts): { year: number; notes: string[] } {
  const named = officialYear(title) ?? yearIn(title)
  if (named !== null) return { year: named, notes: [] }
  const guessed = yearOfText([narrative.preface, narrative.overview, narrative.other].join('\n'))
  if (guessed === null) return { year: 0, notes: ['标题和正文里都没有找到报告的年份，请填写。'] }
  return { year: guessed, notes: [`标题里没有年份，按正文推定为${guessed}年，请核对。`] }
}

function tableNotes(
  { form, found, unknownRows, unknownColumns, unused }: FormMatch,
  tables: readonly SourceTable[],
): string[] {
  const missing = form.tables
    .filter(({ id }) => !found.has(id))
    .map(({ id }) => `没有找到“${sectionOf(form, tableOf(form, id).id).heading}”的表格。`)
  const rows = [...new Set(unknownRows)].map((row) => `表格中的“${row}”一行不在规定的格式里，没有带入。`)
  const extra = unused > 0 ? [`文件中共有${tables.length}个表格，其中${unused}个不是年度报告的表，没有带入。`] : []
  const columns = [...new Set(unknownColumns)].map((column) => `表格中的“${column}”一列不在规定的格式里，没有带入。`)
  return [...missing, ...rows, ...columns, ...extra]
}
