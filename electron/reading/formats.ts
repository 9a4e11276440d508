/** The reader of each kind of document. Each is loaded when the first file of its kind arrives. */
import type { DocumentKind } from './sniff.ts'
import type { SourceDocument } from './source.ts'

/** Reads the bytes of one kind. Throws `Refused` for what is damaged, hostile or not of this kind after all. */
export type FormatReader = (bytes: Buffer) => SourceDocument | Promise<SourceDocument>

const readers: Readonly<Record<DocumentKind, () => Promise<FormatReader>>> = {
  docx: async () => (await import('./docx/docx.ts')).readDocx,
  doc: async () => (await import('./doc/doc.ts')).readDoc,
  html: async () => (await import('./html/html.ts')).readHtml,
  mht: async () => (await import('./mht/mht.ts')).readMht,
  xlsx: async () => (await import('./spreadsheet/spreadsheet.ts')).readXlsx,
  xls: async () => (await import('./spreadsheet/spreadsheet.ts')).readXls,
  pdf: async () => (await import('./pdf/pdf.ts')).readPdf,
  text: async () => (await import('./text/text.ts')).readText,
}

/** Reads a document of a kind. */
export async function readDocument(kind: DocumentKind, bytes: Buffer): Promise<SourceDocument> {
  const read = await readers[kind]()
  return read(bytes)
}
