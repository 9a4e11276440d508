/**
 * How much a file may ask of the reader. Measured: a 410 KB zip bomb drives a parser to 1.3 GB, 200,000 nested elements
 * hang one for over 100 s; the Huai'an sample is 25 KB, 274 KB inflated, 8,600 elements, 9 deep.
 */
export const limits = {
  /** Bytes of a file. Reports with pictures run to some MB. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of a data file. */
  dataFileBytes: 8 * 1024 * 1024,
  zipEntries: 4000,
  /** Bytes of one part and of all parts that are inflated; pictures never are. */
  partBytes: 16 * 1024 * 1024,
  inflatedBytes: 24 * 1024 * 1024,
  xmlDepth: 200,
  xmlElements: 250_000,
  /** Tables one in the other in a Word 97–2003 document. */
  tableDepth: 32,
  /** Fields one in the other in a Word 97–2003 document. */
  fieldDepth: 1000,
  /** Bytes of the page itself; a page that Word saved runs to 1 MB, one with its pictures inside to some more. */
  htmlBytes: 16 * 1024 * 1024,
  /** Browsers nest no deeper than 512 themselves. A page of 5 KB of unclosed <b> becomes 100,000 elements (measured). */
  htmlDepth: 512,
  htmlElements: 100_000,
  /** Bytes of the style sheets beside a page in an .mht. */
  styleBytes: 4 * 1024 * 1024,
  /** Multipart in multipart: a saved page is one in one at most. */
  mimeDepth: 4,
  mimeParts: 2000,
  /** Bytes of the header lines of one part. */
  mimeHeaderBytes: 64 * 1024,
  /** Cells of one table, merges resolved. */
  tableCells: 50_000,
  /** Characters of a Word 97–2003 document, deleted and hidden ones included; the Huai'an sample has 5,500. */
  documentCharacters: 300_000,
  /** Bytes of their properties, those that apply in many places counted once; a large document has some 100 KB. */
  documentProperties: 16 * 1024 * 1024,
  /** Tables of a file that are shown beside what was read, their cells in all, and the characters of one cell. */
  shownTables: 40,
  shownCells: 6000,
  shownText: 200,
  /** Bytes that a PDF's streams inflate to, its pictures apart: a Chinese font that is embedded whole has 20 MB. */
  pdfInflatedBytes: 96 * 1024 * 1024,
  /** A report of a whole prefecture has 6 pages; a year's reports bound together may have a hundred. */
  pdfPages: 200,
  /** Characters and drawing operators of a PDF; the Huai'an sample has 3,100 and 13,000. */
  pdfCharacters: 400_000,
  pdfOperators: 1_000_000,
  /** Lines drawn on one page of a PDF, before those that touch are joined. */
  pdfStrokes: 40_000,
  /** Sheets of a spreadsheet, cells and merged areas of one of them. A sheet of the form has some 300 cells. */
  sheets: 200,
  sheetCells: 100_000,
  /** Cells with content of one sheet and of all: a longer list is no table of a report, and is left out. */
  sheetContent: 5000,
  bookContent: 15_000,
  sheetMerges: 5000,
  /** Bytes of the workbook in an .xls; a report has some 50 KB. Each six bytes may be a cell. */
  workbookBytes: 4 * 1024 * 1024,
  /** Characters and lines of a text; the longest sample has 5,500 characters. */
  textCharacters: 2_000_000,
  textLines: 5000,
  /**
   * Milliseconds from request to answer, after which the child is killed. A report takes some 100; 198 pages of PDF with
   * their fonts took 8,600 to 12,700 (measured), and an office PC may be slower: what hangs is to be kept from hanging.
   */
  readTime: 20_000,
  /** Megabytes of the child's heap; buffers are bounded by the limits above. */
  heapMegabytes: 192,
  /** Megabytes of the whole child, buffers included; without a file it has 90, after many PDFs 330. */
  residentMegabytes: 470,
} as const
