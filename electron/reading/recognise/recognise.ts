/** A document made into a report: its edition, its figures with how sure each is, its texts. */
import type { CellKey, Form, FormTable, TableId } from '../../../shared/forms/form.ts'
import { editions, formOf, placesOf, sectionOf, tableOf } from '../../../shared/forms/lookup.ts'
import type { Figures, Report } from '../../../shared/report.ts'
import { unitOfName } from '../../../shared/unitName.ts'
import { readCellText } from '../../../shared/values.ts'
import { Refused } from '../failure.ts'
import type { SourceDocument, SourceTable } from '../source.ts'
import { yearIn } from './dates.ts'
import { type Candidate, matchTable, type TableMatch } from './tables.ts'
import { readTexts, type Texts } from './texts.ts'
import { unitOfTitle } from './title.ts'

export interface Doubt {
  readonly key: CellKey
  readonly text: string
  readonly why: string
}

export interface Recognised {
  readonly report: Report
  /** Cells of the form for which there is no cell in the file. */
  readonly notFound: readonly CellKey[]
  readonly doubtful: readonly Doubt[]
  /** What was not carried over or not found, as sentences. */
  readonly notes: readonly string[]
}

/** Recognises a report. Throws `Refused` where none of the three tables is in the document. */
export function recognise(document: SourceDocument): Recognised {
  const tables = document.blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  const [best] = editions.map((edition) => matchForm(formOf(edition), tables)).sort((a, b) => b.keys.size - a.keys.size)
  if (!best || best.keys.size === 0) throw new Refused('noTables')
  const cells = readCells(best)
  const texts = readTexts(best.form, document.blocks)
  const notFound = [...placesOf(best.form).keys()].filter((key) => !(key in cells.figures))
  return {
    report: reportOf(best.form, cells, texts),
    notFound,
    doubtful: cells.doubtful,
    notes: [...document.notes, ...tableNotes(best, tables), ...texts.notes],
  }
}

/** All tables of a document matched with one edition of the form. */
interface FormMatch {
  readonly form: Form
  readonly candidates: readonly Candidate[]
  readonly keys: ReadonlySet<CellKey>
  readonly found: ReadonlySet<TableId>
  readonly unknownRows: readonly string[]
  readonly unused: number
}

function matchForm(form: Form, tables: readonly SourceTable[]): FormMatch {
  const candidates: Candidate[] = []
  const keys = new Set<CellKey>()
  const found = new Set<TableId>()
  const unknownRows: string[] = []
  let unused = 0
  /** The last table that was found to be a table of the form: a table broken in two goes on in the next one. */
  let open: { table: FormTable; source: SourceTable } | undefined
  for (const source of tables) {
    const match = bestTable(form, source)
    const continued = match ? undefined : continuation(form, open, source, keys)
    const use = match ?? continued
    if (!use) {
      unused += 1
      continue
    }
    candidates.push(...use.result.candidates)
    for (const key of use.result.keys) keys.add(key)
    found.add(use.table.id)
    unknownRows.push(...use.result.unknownRows)
    open = { table: use.table, source: use.source }
  }
  return { form, candidates, keys, found, unknownRows, unused }
}

interface TableUse {
  readonly table: FormTable
  readonly source: SourceTable
  readonly result: TableMatch
}

function bestTable(form: Form, source: SourceTable): TableUse | undefined {
  const uses = form.tables.map((table): TableUse => ({ table, source, result: matchTable(form, table, source) }))
  const [best] = uses.sort((a, b) => b.result.keys.size - a.result.keys.size)
  return best && best.result.keys.size > 0 ? best : undefined
}

/** The rest of a table that was broken in two: the same columns, no header of its own, and new figures under the old header. */
function continuation(
  form: Form,
  open: { table: FormTable; source: SourceTable } | undefined,
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
  readonly doubtful: readonly Doubt[]
}

function readCells({ form, candidates }: FormMatch): Cells {
  const figures: Record<CellKey, number | null> = {}
  const marks: Record<CellKey, string> = {}
  const doubtful: Doubt[] = []
  const byKey = Map.groupBy(candidates, ({ key }) => key)
  for (const { key, kind } of placesOf(form).values()) {
    const found = byKey.get(key)
    if (!found) continue
    const { text, value, mark, why } = decide(found, (source) => readCellText(kind, source))
    figures[key] = value
    if (mark !== undefined) marks[key] = mark
    if (why !== undefined) doubtful.push({ key, text, why })
  }
  return { figures, marks, doubtful }
}

interface Decision {
  readonly text: string
  readonly value: number | null
  readonly mark?: string
  readonly why?: string
}

/** What a figure is, from all the cells that were found for it. Two different texts are no number. */
function decide(found: readonly Candidate[], read: (text: string) => ReturnType<typeof readCellText>): Decision {
  const sure = found.filter(({ certainty }) => certainty === 2)
  const candidates = sure.length > 0 ? sure : found
  const texts = [...new Set(candidates.map(({ text }) => text.trim()).filter((text) => text !== ''))]
  const text = texts.join(' / ')
  if (candidates.some(({ merged }) => merged) && text !== '') {
    return { text, value: null, mark: text, why: '这一格在文件中与其他格合并了' }
  }
  if (texts.length > 1) return { text, value: null, mark: text, why: '文件中有两处，数字不同' }
  const { value, mark, doubt } = read(text)
  const wording = candidates.find((candidate) => candidate.certainty === 1)?.wording?.replace(/\s+/g, '')
  const why = doubt ?? (wording === undefined ? undefined : `行名或列名写作“${wording}”，与规定的不同`)
  return { text, value, ...(mark !== undefined && { mark }), ...(why !== undefined && { why }) }
}

function reportOf(form: Form, { figures, marks }: Cells, { title, narrative, signature }: Texts): Report {
  const unitName = unitOfTitle(title) || signature.unit
  const year = yearIn(title) ?? yearIn(narrative.preface) ?? yearIn(narrative.overview) ?? 0
  return {
    form: form.edition,
    year,
    title,
    unit: unitOfName(unitName),
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

function tableNotes({ form, found, unknownRows, unused }: FormMatch, tables: readonly SourceTable[]): string[] {
  const missing = form.tables
    .filter(({ id }) => !found.has(id))
    .map(({ id }) => `没有找到“${sectionOf(form, tableOf(form, id).id).heading}”的表格。`)
  const rows = [...new Set(unknownRows)].map((row) => `表格中的“${row}”一行不在规定的格式里，没有带入。`)
  const extra = unused > 0 ? [`文件中共有${tables.length}个表格，其中${unused}个不是年度报告的表，没有带入。`] : []
  return [...missing, ...rows, ...extra]
}
