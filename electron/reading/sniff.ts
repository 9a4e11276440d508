/** What a file is, by its bytes and never by its name: a .doc renamed .docx is a .doc, a page saved as .xls a page. */
import type { FileKind } from '../../shared/reading.ts'
import { Refused } from './failure.ts'

/** Kinds that are read as a document of paragraphs and tables. */
export type DocumentKind = Exclude<FileKind, 'nianbao'>

const startsWith = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** Text in the directory of an old Office file, where names are UTF-16. */
const mentions = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))

/** So much of a file is looked at to tell a page or a message from plain text. */
const beginningBytes = 4096

/** The kind of a file that can be read. Throws `Refused` with the reason for any other. */
export function kindOfFile(bytes: Buffer): FileKind {
  if (startsWith(bytes, 0x50, 0x4b)) return kindOfZip(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return kindOfCompound(bytes)
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (bytes.subarray(0, 16).toString('latin1') === 'SQLite format 3\0') throw new Refused('database')
  return kindOfText(bytes)
}

/** The names of a zip file's parts stand in its directory uncompressed. */
const kindOfZip = (bytes: Buffer): FileKind =>
  bytes.includes('xl/workbook') && !bytes.includes('word/document') ? 'xlsx' : 'docx'

function kindOfCompound(bytes: Buffer): FileKind {
  if (mentions(bytes, 'EncryptedPackage')) throw new Refused('encrypted')
  if (mentions(bytes, 'WordDocument')) return 'doc'
  if (mentions(bytes, 'Workbook') || mentions(bytes, 'Book')) return 'xls'
  throw new Refused('unsupported')
}

function kindOfText(bytes: Buffer): FileKind {
  const beginning = bytes.subarray(0, beginningBytes)
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  // Markup is ASCII in every encoding that is met, so one byte a character is enough to know it.
  const text = beginning.toString(utf16 ? 'utf16le' : 'latin1').replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '')
  if (text.trimStart().startsWith('{\\rtf')) throw new Refused('richText')
  if (text.trimStart().startsWith('{')) return 'nianbao'
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type:\s*multipart\/related/im.test(text)) return 'mht'
  if (/<(?:\w+:)?Workbook\b/.test(text)) return 'xls'
  if (/<(?:!doctype\s+html|html|head|body|meta|table|div|p|span)\b/i.test(text)) return 'html'
  if (!utf16 && beginning.includes(0)) throw new Refused('unsupported')
  return 'text'
}
