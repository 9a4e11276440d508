/** One file read into a report, whatever kind it is. Runs in the reading child. */
import { open, stat } from 'node:fs/promises'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import type { Assignments, FileKind } from '../../shared/reading.ts'
import { type Failure, failure, type Outcome, Refused } from './failure.ts'
import { readDocument } from './formats.ts'
import { limits } from './limits.ts'
import type { Recognised } from './recognise/recognise.ts'
import { type DocumentKind, kindOfFile } from './sniff.ts'

export interface ReadFile extends Recognised {
  readonly kind: FileKind
}

/**
 * Reads a file. `assignments`: what a person says of its reports, tables, rows and columns; undefined
 * where there is none who could. Every refusal is a value;
 * only a defect of the program throws.
 */
export async function readFile(path: string, assignments?: Assignments): Promise<Outcome<ReadFile>> {
  try {
    const bytes = await readBytes(path)
    const kind = kindOfFile(bytes)
    return {
      ok: true,
      kind,
      ...(kind === 'nianbao' ? await readData(bytes) : await recognised(kind, bytes, assignments)),
    }
  } catch (error) {
    if (error instanceof Refused) return error.failure
    const denied = systemFailure(error)
    if (denied) return denied
    throw error
  }
}

async function readBytes(path: string): Promise<Buffer> {
  const status = await stat(path)
  if (status.isDirectory()) throw new Refused('folder')
  if (!status.isFile()) throw new Refused('unsupported')
  if (status.size === 0) throw new Refused('empty')
  if (status.size > limits.fileBytes) throw new Refused('tooLarge')
  const file = await open(path)
  try {
    // The size is asked again of the open file: another one may stand there by now.
    const { size } = await file.stat()
    if (size > limits.fileBytes) throw new Refused('tooLarge')
    const bytes = Buffer.alloc(size)
    const { bytesRead } = await file.read(bytes, 0, size, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function recognised(kind: DocumentKind, bytes: Buffer, assignments?: Assignments): Promise<Recognised> {
  const [document, { recognise }] = await Promise.all([readDocument(kind, bytes), import('./recognise/recognise.ts')])
  return recognise(document, assignments)
}

/** A data file holds its report as it is: nothing in it is doubtful. */
async function readData(bytes: Buffer): Promise<Recognised> {
  if (bytes.length > limits.dataFileBytes) throw new Refused('tooLarge')
  const { parseDataFile } = await import('../../shared/dataFile.ts')
  const parsed = parseDataFile(decodeUtf8(bytes))
  if (!parsed.ok) throw new Refused(parsed.newer ? 'newerData' : 'brokenData', parsed.message)
  const { report } = parsed
  const notFound = enteredKeys(formOf(report.form)).filter((key) => !(key in report.figures))
  const { title, year, unit, form } = report
  const reports = [{ title, year, unit: unit.name, form }]
  return { report, sources: {}, notFound, doubtful: [], notes: [], reports, chosen: 0, tables: [] }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('brokenData')
  }
}

function systemFailure(error: unknown): Failure | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return failure('missing')
  if (code === 'EISDIR') return failure('folder')
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' || code === 'EIO') return failure('unreadable')
  return undefined
}
