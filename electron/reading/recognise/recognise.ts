/** A document made into a report: its edition, its figures with how sure each is, its texts. */
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { editions, formOf, placesOf } from '../../../shared/forms/lookup.ts'
import {
  type Assignments,
  noAssignments,
  type ReportInFile,
  type ShownTable,
  tableNotFound,
} from '../../../shared/reading.ts'
import type { Report } from '../../../shared/report.ts'
import { unitOfName } from '../../../shared/unitName.ts'
import { Refused } from '../failure.ts'
import type { SourceBlock, SourceDocument } from '../source.ts'
import { type Cells, type Doubt, readCells } from './cells.ts'
import { yearIn, yearOfText } from './dates.ts'
import { type FormMatch, Matcher, matchForm, type NumberedTable } from './matching.ts'
import { reportsIn, type Stretch } from './reports.ts'
import { showTables } from './shownTables.ts'
import { withoutSignOffSheet } from './signOffSheet.ts'
import { readTexts, type Texts } from './texts.ts'
import { officialYear, unitOfTitle } from './title.ts'

export type { CellSource } from '../../../shared/reading.ts'
export type { Doubt } from './cells.ts'

export interface Recognised {
  readonly report: Report
  /** The cell of the file that each figure comes from; of several the first that has its text. */
  readonly sources: Cells['sources']
  /** Cells of the form for which there is no cell in the file. */
  readonly notFound: readonly CellKey[]
  readonly doubtful: readonly Doubt[]
  /** What was not carried over or not found, as sentences. */
  readonly notes: readonly string[]
  /** All reports of the file in their order, and which of them this is. */
  readonly reports: readonly ReportInFile[]
  readonly chosen: number
  /** The tables of the file, for showing. */
  readonly tables: readonly ShownTable[]
}

/**
 * Recognises a report; of several the one that is asked for, else the newest. `assignments`: what a person says of its
 * tables, who may have said nothing yet; undefined where nobody is there who could. Throws `Refused` where none of the
 * three tables is recognised, unless there is a grid and a person who can say what it is.
 */
export function recognise(document: SourceDocument, assignments?: Assignments): Recognised {
  const blocks = withoutSignOffSheet(document.blocks)
  const tables = numberedTables(blocks)
  const matcher = new Matcher(assignments ?? noAssignments)
  const found = distinctReports(
    reportsIn(blocks, matcher).map((stretch) => readStretch(blocks, stretch, tables, matcher)),
  )
  const chosen = choose(found, assignments?.report)
  const read = found[chosen]
  if (!read) throw new Refused('noTables')
  if (read.match.keys.size === 0 && !(assignments && tables.some(isGrid))) throw new Refused('noTables')
  const { match, cells, texts, report } = read
  return {
    report,
    sources: cells.sources,
    notFound: [...placesOf(match.form).keys()].filter((key) => !(key in cells.figures)),
    doubtful: cells.doubtful,
    notes: [
      ...document.notes,
      ...severalNotes(found, chosen),
      ...tableNotes(match, read.tables, found.length),
      ...read.yearNotes,
      ...texts.notes,
    ],
    reports: found.map(({ report: { title, year, unit, form } }) => ({ title, year, unit: unit.name, form })),
    chosen,
    tables: showTables(tables, new Map(found.flatMap((one) => [...one.match.tableIds]))),
  }
}

/** A table in which figures may stand beside their labels. */
const isGrid = ({ table: { rows, columns, cells } }: NumberedTable): boolean =>
  rows > 1 && columns > 1 && cells.some(({ text }) => text.trim() !== '')

interface PlacedTable extends NumberedTable {
  readonly block: number
}

function numberedTables(blocks: readonly SourceBlock[]): PlacedTable[] {
  const tables: PlacedTable[] = []
  blocks.forEach((table, block) => {
    if (table.type === 'table') tables.push({ table, index: tables.length, block })
  })
  return tables
}

interface Read {
  readonly match: FormMatch
  readonly tables: readonly NumberedTable[]
  readonly cells: Cells
  readonly texts: Texts
  readonly report: Report
  readonly yearNotes: readonly string[]
}

/** Reads one report of the file, in the edition that more of its cells fit. */
function readStretch(
  blocks: readonly SourceBlock[],
  { from, to }: Stretch,
  all: readonly PlacedTable[],
  matcher: Matcher,
): Read {
  const tables = all.filter(({ block }) => block >= from && block < to)
  const matches = editions.map((edition) => matchForm(matcher, formOf(edition), tables))
  const match = matches.reduce((best, other) => (other.keys.size > best.keys.size ? other : best))
  const cells = readCells(match)
  const texts = readTexts(match.form, blocks.slice(from, to))
  const { year, notes } = yearOf(texts)
  return { match, tables, cells, texts, report: reportOf(match.form, cells, texts, year), yearNotes: notes }
}

const isBlank = ({ cells: { figures, marks } }: Read): boolean =>
  Object.values(figures).every((value) => value === null) && Object.keys(marks).length === 0

/** An empty form beside a filled one is no report, nor is the same report again. */
function distinctReports(reads: readonly Read[]): readonly Read[] {
  const filled = reads.filter((read) => !isBlank(read))
  const distinct = filled.filter(
    (read, index) => !filled.slice(0, index).some((before) => isSame(before.report, read.report)),
  )
  return distinct.length > 0 ? distinct : reads.slice(0, 1)
}

const isSame = (a: Report, b: Report): boolean =>
  a.year === b.year && a.unit.name === b.unit.name && JSON.stringify(a.figures) === JSON.stringify(b.figures)

/** The one that is asked for, else the newest, of several the first. */
function choose(reads: readonly Read[], asked: number | undefined): number {
  if (asked !== undefined && asked < reads.length) return asked
  const years = reads.map(({ report }) => report.year)
  return years.indexOf(Math.max(...years))
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
    textLinks: [],
    confirmedSentences: [],
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

/** That there are several reports, and which is read. */
function severalNotes(reads: readonly Read[], chosen: number): string[] {
  if (reads.length < 2) return []
  const names = reads.map(({ report: { title, year, unit } }) => {
    if (title !== '') return `“${title}”`
    return `“${unit.name}${year === 0 ? '年份不明' : `${year}年`}的报告”`
  })
  return [`文件里有${reads.length}份年度报告：${names.join('、')}，只读取了${names[chosen]}，数字没有混在一起。`]
}

function tableNotes(
  { form, found, unknownRows, unknownColumns, unused }: FormMatch,
  tables: readonly NumberedTable[],
  reports: number,
): string[] {
  const missing = form.tables.filter(({ id }) => !found.has(id)).map(({ id }) => tableNotFound(form, id))
  const rows = [...new Set(unknownRows)].map((row) => `表格中的“${row}”一行不在规定的格式里，没有带入。`)
  const where = reports > 1 ? '这份报告里' : '文件中'
  // Where none is recognised, nobody knows yet which are not.
  const extra =
    unused > 0 && found.size > 0
      ? [`${where}共有${tables.length}个表格，其中${unused}个不是年度报告的表，没有带入。`]
      : []
  const columns = [...new Set(unknownColumns)].map((column) => `表格中的“${column}”一列不在规定的格式里，没有带入。`)
  return [...missing, ...rows, ...columns, ...extra]
}
