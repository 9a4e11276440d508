/** The makers of files: how a report becomes the bytes of each format, by our own hand or through LibreOffice. */
import type { DocumentKind } from '../../../electron/reading/sniff.ts'
import { paragraph, run } from '../wordFiles.ts'
import { type Conversion, savedByOffice } from './office.ts'
import type { CorpusReport } from './report.ts'
import { asArchive, asDocx, asPage, asPlainPage, asSheet, asText, ownCells, ruled, wholeGrid } from './written.ts'

export interface Generator {
  readonly name: string
  readonly kind: DocumentKind
  /** Slow ones make only some of the files where time is short. */
  readonly slow: boolean
  /** Faults of which its files keep no trace, so that there is nothing to be doubted. */
  readonly loses?: readonly string[]
  /** Its files are read under a name that ends so; else their bytes alone are. */
  readonly suffix?: string
  /** Whether each figure is doubtful in its files, whatever the fault. */
  readonly doubts?: boolean
  readonly write: (reports: readonly CorpusReport[]) => Promise<readonly Buffer[]>
}

const plainXml = (xml: string) => xml
const each =
  (write: (report: CorpusReport) => Buffer): Generator['write'] =>
  (reports) =>
    Promise.resolve(reports.map(write))

const through =
  (conversion: Conversion, write: (report: CorpusReport) => Buffer): Generator['write'] =>
  (reports) =>
    savedByOffice(reports.map(write), conversion)

const drawn = (report: CorpusReport) => asDocx(report, plainXml)
const lined = (report: CorpusReport) => asDocx(report, ruled)
const sheet = { from: 'html', importFilter: 'HTML (StarCalc)' } as const

const by = 'w:id="1" w:author="某人" w:date="2025-01-02T03:04:05Z"'
const deleted = (text: string) => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`

/** Each whole number of the tables written in another way; the run of a figure stands alone in its paragraph. */
const figuresAs = (written: (digits: string) => string) => (xml: string) =>
  xml.replace(/<w:r><w:rPr><\/w:rPr><w:t xml:space="preserve">(\d+)<\/w:t><\/w:r>/g, (_, digits) => written(digits))

const word = (name: string, written: (xml: string) => string): Generator => ({
  name: `docx: ${name}`,
  kind: 'docx',
  slow: false,
  write: each((report) => asDocx(report, written)),
})

/** A text box as Word writes it: once for itself and once for programs that know no drawings. */
function inTextBox(blocks: string): string {
  const box = `<w:txbxContent>${blocks}${paragraph('')}</w:txbxContent>`
  const choice = `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="6000000" cy="9000000"/><wp:docPr id="1" name="文本框 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>${box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`
  const fallback = `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:450pt;height:700pt"><v:textbox>${box}</v:textbox></v:shape></w:pict>`
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

/** Before each row one that is deleted and before the table a deleted line, both with other numbers; the rows themselves are inserted. */
const trackedRows = (xml: string) =>
  paragraph(deleted('999')) +
  xml.replace(/<w:tr><w:trPr><\/w:trPr>(.*?)<\/w:tr>/gs, (_, cells: string) => {
    const others = cells.replace(/<w:r>.*?<\/w:r>/gs, deleted('999'))
    return `<w:tr><w:trPr><w:del ${by}/></w:trPr>${others}</w:tr><w:tr><w:trPr><w:ins ${by}/></w:trPr>${cells}</w:tr>`
  })

const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`

/** All of them. */
export const generators: readonly Generator[] = [
  word('as Word writes it', plainXml),
  word(
    'figures inserted and deleted',
    figuresAs((digits) => `${deleted('9')}<w:ins ${by}>${run(digits)}</w:ins>${deleted('7')}`),
  ),
  word(
    'hidden digits behind figures',
    figuresAs((digits) => run(digits) + run('9', '<w:vanish/>')),
  ),
  word(
    'raised marks behind figures',
    figuresAs((digits) => run(digits) + run('1', '<w:vertAlign w:val="superscript"/>')),
  ),
  word(
    'figures in several runs',
    figuresAs((digits) => [...digits].map((digit) => run(digit)).join('<w:proofErr w:type="spellStart"/>')),
  ),
  word('content controls', (xml) =>
    figuresAs((digits) => control(run(digits)))(xml).replace(/<w:tr>.*?<\/w:tr>/gs, (row) => control(row)),
  ),
  word('content controls around tables and cells', (xml) =>
    control(control(xml.replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => control(cell)))),
  ),
  word('rows inserted and deleted', trackedRows),
  {
    ...word(
      'struck digits behind figures',
      figuresAs((digits) => run(digits) + run('9', '<w:strike/>')),
    ),
    doubts: true,
  },
  word('tables in text boxes', inTextBox),
  {
    name: 'docx: tables and texts in text boxes',
    kind: 'docx',
    slow: false,
    write: each((report) => asDocx(report, inTextBox, (text) => inTextBox(paragraph(text)))),
  },
  {
    name: 'docx: under the name .wps',
    kind: 'docx',
    slow: false,
    suffix: '.wps',
    write: each(drawn),
  },
  {
    name: 'docx: saved by LibreOffice',
    kind: 'docx',
    slow: true,
    write: through({ from: 'docx', to: 'docx', exportFilter: 'MS Word 2007 XML' }, drawn),
  },
  {
    name: 'doc: saved by LibreOffice',
    kind: 'doc',
    slow: true,
    write: through({ from: 'docx', to: 'doc', exportFilter: 'MS Word 97' }, drawn),
  },
  {
    name: 'doc: saved by LibreOffice under the name .wps',
    kind: 'doc',
    slow: true,
    suffix: '.wps',
    write: through({ from: 'docx', to: 'doc', exportFilter: 'MS Word 97' }, drawn),
  },
  { name: 'html: page of a site', kind: 'html', slow: false, write: each((report) => asPage(report)) },
  {
    name: 'html: page of a site in GBK',
    kind: 'html',
    slow: false,
    write: each((report) => asPage(report, undefined, 'gbk')),
  },
  {
    name: 'html: hidden digits behind figures',
    kind: 'html',
    slow: false,
    write: each((report) => asPage(report, (text) => `<b>${text}</b><span style="display: none">9</span>`)),
  },
  {
    name: 'html: saved by LibreOffice',
    kind: 'html',
    slow: true,
    write: through({ from: 'docx', to: 'html', exportFilter: 'HTML (StarWriter)' }, drawn),
  },
  {
    name: 'html: struck digits behind figures',
    kind: 'html',
    slow: false,
    doubts: true,
    write: each((report) => asPage(report, (text) => `${text}<del>9</del>`)),
  },
  { name: 'mht: saved by a browser', kind: 'mht', slow: false, write: each(asArchive) },
  {
    name: 'xlsx: saved by LibreOffice',
    kind: 'xlsx',
    slow: true,
    write: through({ ...sheet, to: 'xlsx', exportFilter: 'Calc MS Excel 2007 XML' }, asPlainPage),
  },
  {
    name: 'xls: saved by LibreOffice',
    kind: 'xls',
    slow: true,
    write: through({ ...sheet, to: 'xls', exportFilter: 'MS Excel 97' }, asPlainPage),
  },
  {
    name: 'xlsx: hidden rows and columns',
    kind: 'xlsx',
    slow: false,
    write: each(asSheet),
  },
  {
    name: 'xls: hidden rows and columns, saved by LibreOffice',
    kind: 'xls',
    slow: true,
    write: through({ from: 'xlsx', to: 'xls', exportFilter: 'MS Excel 97' }, asSheet),
  },
  {
    name: 'pdf: saved by LibreOffice',
    kind: 'pdf',
    slow: true,
    write: through({ from: 'docx', to: 'pdf', exportFilter: 'writer_pdf_Export' }, lined),
  },
  { name: 'text: copied from a page', kind: 'text', slow: false, write: each((report) => asText(report, ownCells)) },
  {
    name: 'text: copied from a word processor',
    kind: 'text',
    slow: false,
    // One tab a column stands for merged and for blank cells alike.
    loses: ['cells of figures merged'],
    write: each((report) => asText(report, wholeGrid)),
  },
]
