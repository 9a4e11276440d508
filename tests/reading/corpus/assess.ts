/** What a reader made of a file, cell by cell: right, doubtful, missing or wrong. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Outcome, Refused } from '../../../electron/reading/failure.ts'
import { readDocument } from '../../../electron/reading/formats.ts'
import { type ReadFile, readFile } from '../../../electron/reading/readFile.ts'
import { type Recognised, recognise } from '../../../electron/reading/recognise/recognise.ts'
import { type DocumentKind, kindOfFile } from '../../../electron/reading/sniff.ts'
import { type SourceDocument, type SourceTable, struckMark } from '../../../electron/reading/source.ts'
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { placesOf, tableOf } from '../../../shared/forms/lookup.ts'
import type { Figures } from '../../../shared/report.ts'
import { readCellText } from '../../../shared/values.ts'
import { type CorpusReport, tableIds } from './report.ts'

export type Verdict = 'right' | 'doubtful' | 'missing' | 'wrong'

/** A file read: verdicts by cell, or why there are none. `noReader`: nothing reads its format yet. */
export type Reading =
  | { readonly state: 'read'; readonly verdicts: ReadonlyMap<CellKey, Verdict>; readonly faults: readonly string[] }
  | { readonly state: 'noReader' }
  | { readonly state: 'refused'; readonly why: string }

/** Reads a file as the program does. Throws where it is not known for what it is, and on any defect of a reader. */
export async function readCorpusFile(
  bytes: Buffer,
  { kind, suffix }: { readonly kind: DocumentKind; readonly suffix?: string },
  report: CorpusReport,
): Promise<Reading> {
  try {
    if (suffix === undefined) return judge(recognise(await documentOf(bytes, kind)), report)
    const read = await named(bytes, suffix)
    return read.ok ? judge(read, report) : { state: 'refused', why: read.code }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code } = error.failure
    return code === 'unsupported' ? { state: 'noReader' } : { state: 'refused', why: code }
  }
}

/** Reads it as a file with a name. */
async function named(bytes: Buffer, suffix: string): Promise<Outcome<ReadFile>> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-named-'))
  try {
    const path = join(folder, `上年报告${suffix}`)
    await writeFile(path, bytes)
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function documentOf(bytes: Buffer, kind: DocumentKind): Promise<SourceDocument> {
  const found = kindOfFile(bytes)
  if (found !== kind) throw new Error(`a ${kind} file is taken for ${found}`)
  return readDocument(found, bytes)
}

/**
 * Compares what was read with what stands in the file. Wrong is a number that does not stand there, a certain figure
 * where the fault leaves none certain, and a blank or a number where the file has no such cell.
 */
function judge({ report: read, doubtful, notFound }: Recognised, { form, figures, demand }: CorpusReport): Reading {
  const doubts = new Set(doubtful.map(({ key }) => key))
  const missing = new Set(notFound)
  const faults: string[] = []
  const verdicts = new Map<CellKey, Verdict>()
  if (read.form !== form.edition) return { state: 'refused', why: `the ${read.form} form` }
  for (const key of placesOf(form).keys()) {
    const [value, truth] = [read.figures[key] ?? null, figures[key] ?? null]
    const verdict = verdictOf({ value, truth, doubt: doubts.has(key), missing: missing.has(key), demand: demand(key) })
    verdicts.set(key, verdict)
    if (verdict !== demand(key)) faults.push(`${key}: ${verdict}, not ${demand(key)}: ${value} for ${truth}`)
  }
  return { state: 'read', verdicts, faults }
}

interface Cell {
  readonly value: number | null
  readonly truth: number | null
  readonly doubt: boolean
  readonly missing: boolean
  readonly demand: Verdict
}

function verdictOf({ value, truth, doubt, missing, demand }: Cell): Verdict {
  if (missing) return value === null ? 'missing' : 'wrong'
  if (doubt) return value === null || (demand !== 'missing' && value === truth) ? 'doubtful' : 'wrong'
  return demand === 'right' && value === truth ? 'right' : 'wrong'
}

/**
 * How many cells a reader gets right that takes the official places of the form and looks at no label. It counts columns
 * from the right, as programs drop columns that only labels span.
 */
export function rightByPosition(document: SourceDocument, { form, figures }: CorpusReport): number {
  const byPosition = readByPosition(form, document)
  return Object.keys(figures).filter((key) => byPosition[key] === figures[key]).length
}

function readByPosition(form: Form, { blocks }: SourceDocument): Figures {
  const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : [])).filter(({ rows }) => rows >= 3)
  const read: Record<CellKey, number | null> = {}
  for (const { key, kind, table, row, column } of placesOf(form).values()) {
    const source = tables[tableIds.indexOf(table)]
    const fromRight = tableOf(form, table).columns - column
    const text = source && textAt(source, row, source.columns - fromRight)
    // It takes what is struck out for nothing.
    if (text !== undefined) read[key] = readCellText(kind, text.split(struckMark, 1)[0] ?? '').value
  }
  return read
}

const textAt = ({ cells }: SourceTable, row: number, column: number): string | undefined =>
  cells.find(
    (cell) =>
      cell.row <= row && row < cell.row + cell.rowspan && cell.column <= column && column < cell.column + cell.colspan,
  )?.text
