/** The reader of each kind of document. Each is loaded when the first file of its kind arrives. */
import { Refused } from './failure.ts'
import type { DocumentKind } from './sniff.ts'
import type { SourceDocument } from './source.ts'

/** Reads the bytes of one kind. Throws `Refused` for what is damaged, hostile or not of this kind after all. */
export type FormatReader = (bytes: Buffer) => SourceDocument | Promise<SourceDocument>

const notYet = async (): Promise<FormatReader> => () => {
  throw new Refused('unsupported')
}

const readers: Readonly<Record<DocumentKind, () => Promise<FormatReader>>> = {
  docx: async () => (await import('./docx/docx.ts')).readDocx,
  doc: notYet,
  html: notYet,
  mht: notYet,
  xlsx: async () => (await import('./spreadsheet/spreadsheet.ts')).readXlsx,
  xls: async () => (await import('./spreadsheet/spreadsheet.ts')).readXls,
  pdf: notYet,
  text: async () => (await import('./text/text.ts')).readText,
}

/** Reads a document of a kind. */
export async function readDocument(kind: DocumentKind, bytes: Buffer): Promise<SourceDocument> {
  const read = await readers[kind]()
  return read(bytes)
}
