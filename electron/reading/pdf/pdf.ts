/** A .pdf with its text as paragraphs and tables. A scan, whose pages are pictures, is told from it and refused. */
import { Refused } from '../failure.ts'
import type { SourceBlock, SourceCell, SourceDocument, SourceTable } from '../source.ts'
import { columnTables } from './columns.ts'
import { withoutFurniture } from './furniture.ts'
import { joinTables } from './join.ts'
import { withPages } from './open.ts'
import { type Budget, type Page, type PageLine, type PageTable, readPage } from './page.ts'
import { begun, type Column, columnOf, continued, type OpenParagraph } from './paragraphs.ts'
import { checkStreams, withoutStreams } from './streams.ts'

/** Reads a PDF. Throws `Refused` for what is damaged, encrypted, hostile or a scan. */
export async function readPdf(bytes: Buffer): Promise<SourceDocument> {
  const { damaged, pictures, unsoundFonts } = await checkStreams(bytes)
  const pages: Page[] = []
  const budget: Budget = { operators: 0, characters: 0 }
  await withPages(withoutStreams(bytes, unsoundFonts), async (page) => void pages.push(await readPage(page, budget)))
  if (pages.every(({ characters }) => characters < fewCharacters)) {
    if (damaged) throw new Refused('brokenPdf')
    // Letters drawn as outlines are pictures too, for a reader.
    throw new Refused('scan')
  }
  const empty = pages.filter(({ characters }) => characters < fewCharacters).length
  const ruled = pages.some(({ parts }) => parts.some(({ type }) => type === 'table'))
  if (!ruled && empty > 0 && pictures > 0) throw new Refused('scan', scannedPages(empty))
  const read = pages.every(({ hidden, characters }) => hidden || characters < fewCharacters)
  const doubt = damaged ? '文件有损坏，数字可能不完整' : read ? '文字由扫描识别而来' : undefined
  const blocks = blocksOf(columnTables(withoutFurniture(pages)), doubt)
  return { kind: 'pdf', blocks, notes: notesOf(pictures, empty) }
}

/** A page number and the stamp of a scanner are no text of a page. */
const fewCharacters = 20

const scannedPages = (count: number): string =>
  `这个 PDF 文件有${count}页是扫描的图像，有文字的各页里没有表格，没有读取，请向原单位索取 Word 文件，或在本程序中照着填写。`

function notesOf(pictures: number, empty: number): string[] {
  if (pictures === 0) return []
  const pages = empty > 0 ? [`文件中有${empty}页只有图像或没有文字，没有带入。`] : []
  return [...pages, `文件中有${pictures}处图片，没有带入。`]
}

/** The blocks of all pages in order; paragraphs and tables go on from one page to the next. */
function blocksOf(pages: readonly Page[], doubt: string | undefined): SourceBlock[] {
  const columns = columnsOf(pages)
  const blocks: Block[] = []
  for (const page of pages) {
    const column = columns.get(Math.round(page.width)) ?? { left: 0, right: page.width, size: 0 }
    page.parts.forEach((part, index) => {
      const before = blocks.at(-1)
      const joined = before && goOn(before, part, { column, first: index === 0 })
      if (joined) blocks[blocks.length - 1] = joined
      else blocks.push(part.type === 'line' ? begun(part, column) : part)
    })
  }
  return blocks.map((block) => ('cells' in block ? sourceTable(block, doubt) : block.paragraph))
}

type Block = OpenParagraph | PageTable

/** The block before with what goes on with it: the first part of a page with the last of the page before. */
function goOn(before: Block, part: PageLine | PageTable, { column, first }: Joint): Block | undefined {
  if (part.type === 'line') return 'cells' in before ? undefined : continued(before, part, column, !first)
  return first && 'cells' in before ? joinTables(before, part) : undefined
}

interface Joint {
  readonly column: Column
  /** Whether the part is the first of its page. */
  readonly first: boolean
}

function columnsOf(pages: readonly Page[]): ReadonlyMap<number, Column | undefined> {
  const byWidth = Map.groupBy(pages, ({ width }) => Math.round(width))
  const lines = ({ parts }: Page) => parts.filter((part): part is PageLine => part.type === 'line')
  const tables = ({ parts }: Page) =>
    parts.flatMap((part) =>
      part.type === 'table' ? [{ left: part.xs[0] ?? 0, right: part.xs.at(-1) ?? 0, size: 0 }] : [],
    )
  return new Map([...byWidth].map(([width, alike]) => [width, columnOf(alike.flatMap(lines), alike.flatMap(tables))]))
}

const sourceTable = ({ rows, xs, cells }: PageTable, fileDoubt: string | undefined): SourceTable => ({
  type: 'table',
  rows,
  columns: xs.length - 1,
  cells: [...cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, rowspan, colspan, text, doubt }): SourceCell => {
      const why = doubt ?? fileDoubt
      return { row, column, rowspan, colspan, text, ...(why !== undefined && { doubt: why }) }
    }),
})
