/** Makes PDFs by hand, for what no office program writes. */
import { deflateSync } from 'node:zlib'

export interface PdfObject {
  readonly dictionary: string
  readonly stream?: Buffer
}

const asBytes = ({ dictionary, stream }: PdfObject): Buffer =>
  stream
    ? Buffer.concat([
        Buffer.from(`<<${dictionary} /Length ${stream.length}>>\nstream\n`, 'latin1'),
        stream,
        Buffer.from('\nendstream', 'latin1'),
      ])
    : Buffer.from(dictionary, 'latin1')

/** A whole file of numbered objects, the first of which is the catalogue. */
export function pdfFile(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const add = (bytes: Buffer) => {
    parts.push(bytes)
    length += bytes.length
  }
  objects.forEach((object, index) => {
    offsets.push(length)
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), asBytes(object), Buffer.from('\nendobj\n')]))
  })
  const start = length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const catalogue: PdfObject = { dictionary: '<</Type /Catalog /Pages 2 0 R>>' }
const helvetica: PdfObject = { dictionary: '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>' }

export const flate = (content: string | Buffer): PdfObject => ({
  dictionary: '/Filter /FlateDecode',
  stream: deflateSync(content),
})

/** A file of one page whose content is the stream given; other objects begin at number 6. */
export const onePage = (content: PdfObject, others: readonly PdfObject[] = [], resources = '', fonts = ''): Buffer =>
  pdfFile([
    catalogue,
    { dictionary: '<</Type /Pages /Kids [3 0 R] /Count 1>>' },
    {
      dictionary: `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R ${fonts}>> ${resources}>>>>`,
    },
    content,
    helvetica,
    ...others,
  ])

/** Text of Latin letters and digits at a place. */
export const write = (text: string, x: number, y: number, size = 10) =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`

/** So many pages of a line each. */
export const manyPages = (count: number): Buffer =>
  pdfFile([
    catalogue,
    {
      dictionary: `<</Type /Pages /Kids [${Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(' ')}] /Count ${count}>>`,
    },
    helvetica,
    flate(write('page of a long file', 72, 700)),
    ...Array.from({ length: count }, () => ({
      dictionary:
        '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 3 0 R>>>>>>',
    })),
  ])

/** A page of nothing but a picture. */
export const scan = (): Buffer =>
  onePage(
    flate('q 595 0 0 842 0 0 cm /P Do Q'),
    [
      {
        dictionary:
          '/Type /XObject /Subtype /Image /Width 400 /Height 600 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
        stream: deflateSync(Buffer.alloc(400 * 600, 200)),
      },
    ],
    '/XObject <</P 6 0 R>>',
  )

/** A page of text before a page of nothing but a picture. */
export const scannedTables = (): Buffer =>
  pdfFile([
    catalogue,
    { dictionary: '<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>' },
    {
      dictionary:
        '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources <</Font <</F1 6 0 R>>>>>>',
    },
    {
      dictionary:
        '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources <</XObject <</P 8 0 R>>>>>>',
    },
    flate(write('the text of a report before its tables', 72, 700)),
    helvetica,
    flate('q 595 0 0 842 0 0 cm /P Do Q'),
    {
      dictionary:
        '/Type /XObject /Subtype /Image /Width 40 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
      stream: deflateSync(Buffer.alloc(40 * 60, 200)),
    },
  ])

/** A tree of pages that has itself for a branch. */
export const loopedPages = (): Buffer =>
  pdfFile([
    catalogue,
    { dictionary: '<</Type /Pages /Kids [3 0 R] /Count 1>>' },
    { dictionary: '<</Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1>>' },
  ])

/** A page tree 20,000 deep. */
export const deepPages = (): Buffer =>
  pdfFile([
    catalogue,
    ...Array.from({ length: 20_000 }, (_, index) => ({
      dictionary: `<</Type /Pages /Kids [${index + 3} 0 R] /Count 1>>`,
    })),
  ])

const form = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]'

/** A drawing that draws itself. */
export const loopedForm = (): Buffer =>
  onePage(
    flate('/X Do'),
    [{ dictionary: `${form} /Resources <</XObject <</X 6 0 R>>>>`, stream: Buffer.from('/X Do /X Do') }],
    '/XObject <</X 6 0 R>>',
  )

/** Drawings of drawings, each drawing the next ten times: 10^9 at the end. */
export const multipliedForms = (): Buffer =>
  onePage(
    flate('/X Do'),
    Array.from({ length: 10 }, (_, index) => ({
      dictionary: `${form} /Resources <</XObject <</X ${index + 7} 0 R>> /Font <</F1 5 0 R>>>>`,
      stream: Buffer.from(index === 9 ? write('x', 10, 10) : '/X Do\n'.repeat(10)),
    })),
    '/XObject <</X 6 0 R>>',
  )

/** 150 MB of spaces behind a filter. */
export const contentBomb = (): Buffer => onePage(flate(Buffer.alloc(150 * 1024 * 1024, 0x20)))

/** The same under a name and behind a filter that hide it. */
export const hiddenBomb = (): Buffer =>
  onePage({
    dictionary: '/Filter [/ASCIIHexDecode /Fl#61teDecode]',
    stream: Buffer.from(`${deflateSync(Buffer.alloc(500 * 1024 * 1024, 0x20)).toString('hex')}>`),
  })

/** An object stream that inflates to 150 MB. */
export const objectBomb = (): Buffer =>
  onePage(flate(write('text on a page', 72, 700)), [
    {
      dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
      stream: deflateSync(Buffer.alloc(150 * 1024 * 1024, 0x20)),
    },
  ])

/** 1,200,000 lines: 3,600,000 operators. */
export const manyOperators = (): Buffer => onePage(flate('0 0 m 10 10 l S\n'.repeat(1_200_000)))

/** So many lines that every one of them would be tried with every other. */
export const manyLines = (): Buffer =>
  onePage(
    flate(
      Array.from({ length: 30_000 }, (_, index) => `${index % 500} ${(index * 7) % 800} 50 0.5 re f\n`).join('') +
        Array.from({ length: 30_000 }, (_, index) => `${(index * 7) % 500} ${index % 800} 0.5 50 re f\n`).join(''),
    ),
  )

/** A file with a password, as its trailer says; the keys are of no password. */
export const encrypted = (): Buffer =>
  pdfFile(
    [{ dictionary: '<</Type /Catalog /Pages 2 0 R>>' }, { dictionary: '<</Type /Pages /Kids [] /Count 0>>' }],
    `/ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>] /Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'12'.repeat(32)}> /U <${'34'.repeat(32)}>>>`,
  )

/** A page in a font that is not in the file, with characters named by a map that is not either. */
export const foreignFont = (text: string, encoding: 'UniGB-UCS2-H' | 'UniGB-UTF16-H'): Buffer =>
  onePage(
    flate(`BT /S 10 Tf 1 0 0 1 72 700 Tm <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET`),
    [
      {
        dictionary: `<</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [7 0 R]>>`,
      },
      {
        dictionary:
          '<</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 4>> /DW 1000 /FontDescriptor 8 0 R>>',
      },
      {
        dictionary:
          '<</Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93>>',
      },
    ],
    '',
    '/S 6 0 R',
  )

/** Saved states without end. */
export const deepStates = (): Buffer => onePage(flate('q '.repeat(200_000)))

/** The encryption of Type 1 fonts (Adobe Type 1 Font Format, 7.1). */
function type1Encrypted(plain: Buffer, key: number): Buffer {
  let state = key
  return Buffer.from(
    [...Buffer.alloc(4), ...plain].map((byte) => {
      const cipher = byte ^ (state >> 8)
      state = ((cipher + state) * 52845 + 22719) & 0xffff
      return cipher
    }),
  )
}

/** A Type 1 font program of 300 empty characters, whose encoding has the code given for its one name. */
export function type1Program(code: string): Buffer {
  const names = ['A', ...Array.from({ length: 299 }, (_, index) => `g${index}`)]
  const glyph = type1Encrypted(Buffer.from([139, 139, 13, 14]), 4330)
  const characters = names.map((name) =>
    Buffer.concat([Buffer.from(`/${name} ${glyph.length} RD `), glyph, Buffer.from(' ND\n')]),
  )
  const hidden = Buffer.concat([
    Buffer.from(`dup /Private 8 dict dup begin\n/lenIV 4 def\n2 index /CharStrings ${names.length} dict dup begin\n`),
    ...characters,
    Buffer.from('end\nend\n'),
  ])
  const open = `%!FontType1-1.0: Made 001.000\n11 dict begin\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup ${code} /A put\nreadonly def\ncurrentfile eexec\n`
  return Buffer.concat([Buffer.from(open), type1Encrypted(hidden, 55665)])
}

/** A page of a sentence in a Type 1 font that stands in the file, with the filter given. */
export const embeddedFont = (sentence: string, program: Buffer, filter: string): Buffer =>
  onePage(
    flate(`BT /T 10 Tf 1 0 0 1 72 700 Tm (${sentence}) Tj ET`),
    [
      {
        dictionary: `<</Type /Font /Subtype /Type1 /BaseFont /AAAAAA+Made /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] /Encoding /WinAnsiEncoding /FontDescriptor 7 0 R>>`,
      },
      {
        dictionary:
          '<</Type /FontDescriptor /FontName /AAAAAA+Made /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontFile 8 0 R>>',
      },
      { dictionary: `${filter} /Length1 ${program.indexOf('eexec') + 6} /Length2 9000 /Length3 0`, stream: program },
    ],
    '',
    '/T 6 0 R',
  )
