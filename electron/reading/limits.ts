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
  /** Cells of one table, merges resolved. */
  tableCells: 50_000,
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
  /** Milliseconds from request to answer, after which the child is killed. */
  readTime: 20_000,
  /** Megabytes of the child's heap; buffers are bounded by the limits above. */
  heapMegabytes: 192,
} as const
