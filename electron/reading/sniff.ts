/** What a file is, by its first bytes and never by its name: a .doc renamed .docx is a .doc. */
import { Refused } from './failure.ts'

export type FileKind = 'docx' | 'nianbao'

const startsWith = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** Text in the directory of an old Office file, where names are UTF-16. */
const mentions = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))

/** The kind of a file that can be read. Throws `Refused` with the reason for any other. */
export function kindOfFile(bytes: Buffer): FileKind {
  if (startsWith(bytes, 0x50, 0x4b)) return 'docx'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Refused(mentions(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldWord')
  const beginning = bytes
    .subarray(0, 64)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (beginning.startsWith('{')) return 'nianbao'
  throw new Refused('unsupported')
}
