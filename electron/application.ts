/** The use cases on files. */
import { carryForward } from '../shared/carryForward.ts'
import type { Finding } from '../shared/checks/finding.ts'
import { checkReport } from '../shared/checks/index.ts'
import type { DocumentChoices } from '../shared/document/choices.ts'
import type { CellKey } from '../shared/forms/form.ts'
import { formOf, placesOf } from '../shared/forms/lookup.ts'
import type { Assignments } from '../shared/reading.ts'
import { asLastYear, type Report } from '../shared/report.ts'
import { unitOfName } from '../shared/unitName.ts'
import { type ExportKind, exportedBytes } from './exporting.ts'
import { writeAtomically } from './files.ts'
import { forkReadingChild } from './reading/forkedChild.ts'
import { createReader, type Reader } from './reading/reader.ts'
import type { ReadFile } from './reading/readFile.ts'

type Failed = { readonly ok: false; readonly message: string }
type Done<T> = ({ readonly ok: true } & T) | Failed

export interface ReadReport extends Omit<ReadFile, 'kind'> {
  readonly source: { readonly file: string; readonly kind: ReadFile['kind'] }
  readonly findings: readonly Finding[]
}

export interface Application {
  /**
   * Reads a report from a file, with what a person says of the file's tables, and checks it in itself. Without
   * `assignments` nobody can say what the tables are: a file of which none is recognised is refused.
   */
  read(file: string, assignments?: Assignments): Promise<Done<{ read: ReadReport }>>
  /** Makes the report of `year` from an earlier one and writes it as a data file. */
  draft(
    file: string,
    year: number,
    out: string,
    unitName?: string,
  ): Promise<Done<{ last: ReadReport; report: Report; findings: Finding[] }>>
  /** Checks a report, against last year's file where one is given. */
  check(file: string, lastFile?: string): Promise<Done<{ read: ReadReport; findings: readonly Finding[] }>>
  /** Writes the official Word file, the page or the spreadsheet as the office has chosen. Findings never keep it from that. */
  exportReport(
    file: string,
    out: string,
    kind: ExportKind,
    choices?: DocumentChoices,
  ): Promise<Done<{ read: ReadReport; unconfirmed: CellKey[] }>>
  close(): void
}

/** Makes the application. Its reading child is started at once, while the caller still gets ready. */
export function createApplication(reader: Reader = createReader(() => forkReadingChild())): Application {
  reader.warm()

  async function read(file: string, assignments?: Assignments): Promise<Done<{ read: ReadReport }>> {
    const outcome = await reader.read(file, assignments)
    if (!outcome.ok) return outcome
    const { ok: _, kind, ...recognised } = outcome
    return {
      ok: true,
      read: { source: { file, kind }, ...recognised, findings: checkReport(recognised.report) },
    }
  }

  async function draft(file: string, year: number, out: string, unitName?: string) {
    const last = await read(file)
    if (!last.ok) return last
    const report = carryForward(last.read.report, year, unitName === undefined ? undefined : unitOfName(unitName))
    const { formatDataFile } = await import('../shared/dataFile.ts')
    const written = await writeAtomically(out, new TextEncoder().encode(formatDataFile(report)))
    if (!written.ok) return written
    return { ok: true as const, last: last.read, report, findings: checkReport(report) }
  }

  async function check(file: string, lastFile?: string) {
    const now = await read(file)
    if (!now.ok) return now
    if (lastFile === undefined) return { ok: true as const, read: now.read, findings: now.read.findings }
    const last = await read(lastFile)
    if (!last.ok) return last
    return { ok: true as const, read: now.read, findings: checkReport(now.read.report, asLastYear(last.read.report)) }
  }

  async function exportReport(file: string, out: string, kind: ExportKind, choices?: DocumentChoices) {
    const source = await read(file)
    if (!source.ok) return source
    const { report } = source.read
    const document = await exportedBytes(report, kind, choices)
    if (!document.ok) return document
    const written = await writeAtomically(out, document.bytes)
    if (!written.ok) return written
    return { ok: true as const, read: source.read, unconfirmed: printedUnconfirmed(report) }
  }

  return { read, draft, check, exportReport, close: reader.close }
}

/** Figures that were carried forward, are printed, and that nobody has confirmed yet. */
const printedUnconfirmed = (report: Report): CellKey[] =>
  [...placesOf(formOf(report.form)).keys()].filter(
    (key) => report.unconfirmed.includes(key) && typeof report.figures[key] === 'number',
  )
