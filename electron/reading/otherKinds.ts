/** Kinds of files that offices have and that are not read, each with what to do instead. */
import { Refused } from './failure.ts'

const picture =
  '这是一张图片（照片或扫描图），只有图像没有文字，无法读取，请向原单位索取 Word 文件，或在本程序中照着填写。'
const archive = '这是压缩包，没有读取，请先解压，再选择其中的上年报告。'
const ofd = '这是 OFD 版式文件，没有读取，请向原单位索取 Word 文件，或打开它复制全文，再用“粘贴文字”读取。'
const saveAs = (what: string) => `这是${what}，没有读取，请用 Word 或 WPS 打开后另存为 .docx 再试。`
const openDocument = saveAs(' .odt 或 .ods 格式的文件')

/** How pictures and archives begin, as Latin letters. */
const pictures = ['\xff\xd8\xff', '\x89PNG\r\n', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*']
const archives = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '\x1f\x8b\x08']
/** Two letters alone may begin a text: four zero bytes stand behind a bitmap's size. */
const isBitmap = (beginning: string): boolean => beginning.startsWith('BM') && beginning.slice(6, 10) === '\0\0\0\0'

/** What is inside an archive that clerks pack by hand; a package of an office program never begins with one. */
const packed = /\.(?:docx?|wps|et|xlsx?|pdf|ofd|html?|mht|txt|zip|rar)$/i

/** Throws `Refused` for pictures and for archives. */
export function refuseOthers(bytes: Buffer): void {
  const beginning = bytes.subarray(0, 16).toString('latin1')
  const begins = (letters: string) => beginning.startsWith(letters)
  if (pictures.some(begins) || isBitmap(beginning)) throw new Refused('scan', picture)
  if (archives.some(begins)) throw new Refused('unsupported', archive)
  if (begins('PK\x03\x04') && packed.test(firstName(bytes))) throw new Refused('unsupported', archive)
}

/** The name of the first file in a zip, whose letters are of any encoding and whose ending is ASCII. */
function firstName(bytes: Buffer): string {
  const length = bytes.length < 30 ? 0 : bytes.readUInt16LE(26)
  return bytes.subarray(30, 30 + length).toString('latin1')
}

/** Throws `Refused` for other programs' documents in XML. */
export function refuseXml(text: string): void {
  if (/<(?:\w+:)?wordDocument\b|<pkg:package\b/.test(text))
    throw new Refused('unsupported', saveAs(' XML 格式的 Word 文件'))
  if (/<(?:uof|UOF):UOF\b/.test(text)) throw new Refused('unsupported', saveAs(' UOF（标文通）格式的文件'))
}

/** What a zip is that is no Word file, by the names of its parts; undefined where nobody knows. */
export function otherPackage(names: ReadonlySet<string>): string | undefined {
  if (names.has('OFD.xml')) return ofd
  if (names.has('mimetype') && names.has('content.xml')) return openDocument
  return names.has('[Content_Types].xml') ? undefined : archive
}
