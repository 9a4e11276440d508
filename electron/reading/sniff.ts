/** What a file is, by its bytes and never by its name: a .doc renamed .docx is a .doc, a page saved as .xls a page. */
import type { FileKind } from '../../shared/reading.ts'
import { openCompound } from './compound.ts'
import { Refused } from './failure.ts'
import { utf16Pattern } from './html/encoding.ts'
import { refuseOthers, refuseXml } from './otherKinds.ts'

/** Kinds that are read as a document of paragraphs and tables. */
export type DocumentKind = Exclude<FileKind, 'nianbao'>

const startsWith = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** So much of a file is looked at to tell a page or a message from plain text: sites begin with long comments. */
const beginningBytes = 16 * 1024

/** The kind of a file that can be read. Throws `Refused` with the reason for any other. */
export function kindOfFile(bytes: Buffer): FileKind {
  refuseOthers(bytes)
  if (startsWith(bytes, 0x50, 0x4b)) return kindOfZip(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return kindOfCompound(bytes)
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (bytes.subarray(0, 16).toString('latin1') === 'SQLite format 3\0') throw new Refused('database')
  return kindOfText(bytes)
}

/** The names of a zip file's parts stand in its directory uncompressed. */
const kindOfZip = (bytes: Buffer): FileKind =>
  bytes.includes('xl/workbook') && !bytes.includes('word/document') ? 'xlsx' : 'docx'

/** By the streams at the top: a workbook may stand inside a letter, and a letter inside a workbook. */
function kindOfCompound(bytes: Buffer): FileKind {
  const file = openCompound(bytes)
  if (file.has('EncryptedPackage')) throw new Refused('encrypted')
  if (file.has('WordDocument')) return 'doc'
  if (file.has('Workbook') || file.has('Book')) return 'xls'
  throw new Refused('unsupported')
}

function kindOfText(bytes: Buffer): FileKind {
  const text = beginningOf(bytes)
  if (text.startsWith('{\\rtf')) throw new Refused('richText')
  if (text.startsWith('{')) return 'nianbao'
  if (isMessage(text)) return 'mht'
  if (/<(?:\w+:)?Workbook\b/.test(text)) return 'xls'
  if (markup.test(text)) return 'html'
  refuseXml(text)
  if (text.includes('\0')) throw new Refused('unsupported')
  return 'text'
}

/** Markup is ASCII in every encoding that is met, so that outside of UTF-16 one byte a character is enough to know it. */
function beginningOf(bytes: Buffer): string {
  const beginning = bytes.subarray(0, beginningBytes)
  const utf16 = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : utf16Pattern(beginning)
  const text = utf16 === undefined ? beginning.toString('latin1') : new TextDecoder(utf16).decode(beginning)
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '').trimStart()
}

/** Elements that a page has near its beginning, be it whole or a piece that was copied out. */
const markup =
  /<(?:!doctype\s+html|!--\s*saved from|html|head|body|meta|title|link|style|script|base|table|tr|td|div|p|span|font|center|h[1-6]|br|main|article|section)\b[^<]*>/i

/** The headers of a message, up to its first empty line, that say it holds a page. */
function isMessage(text: string): boolean {
  if (!/^[\w-]{1,60}:/.test(text)) return false
  const head = text.split(/\r?\n\r?\n/, 1)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
  return /^Content-Type:\s*(?:multipart\/(?:related|mixed|alternative)|text\/html)\b/im.test(head)
}
