/**
 * The document on pages. With 22 exact lines a page, and tables whose rows are known, page breaks are arithmetic; the
 * rules of what stays together are those the .docx states: keepNext, keepLines, cantSplit, tblHeader.
 */
import type { DocumentModel, PageRules } from './blocks.ts'
import { type FlowItem, type FlowLine, flowOf } from './flow.ts'
import { heightOf, type LaidTable, placeRows, type RowRange } from './layTable.ts'
import type { Dxa } from './measures.ts'
import { pageNumberLine } from './pageNumber.ts'
import type { Page, PlacedItem } from './pages.ts'
import { sectionsOf } from './sections.ts'
import { asBound } from './turnPage.ts'
import { type Typesetter, word } from './typesetter.ts'

/** The pages of a document, every line and every cell at its place, as Word sets them or another program. */
export function paginate(model: DocumentModel, typesetter: Typesetter = word): Page[] {
  const sections = sectionsOf(model)
  const setting = { numerals: model.fonts.latin === null ? 'text' : 'latin', typesetter } as const
  const pages: Page[] = []
  for (const section of sections) {
    const { page, numbering } = section
    const room = page.height - page.margins.top - page.margins.bottom
    const before = numbering === 'continued' ? (pages.at(-1)?.number ?? 0) : 0
    const flow = flowOf(section, setting)
    pagesOf(flow, room).forEach((items, at) => {
      const number = numbering === 'none' ? null : before + at + 1
      const pageNumber = number === null ? null : pageNumberLine(number, asBound(page))
      pages.push({ number, paper: page, items: placeItems(items, page), pageNumber })
    })
  }
  return pages
}

/** Shares the items out to pages of a height. */
function pagesOf(items: readonly FlowItem[], room: Dxa): FlowItem[][] {
  const pages: FlowItem[][] = [[]]
  let used = 0
  const turn = () => {
    pages.push([])
    used = 0
  }
  for (const chain of chainsOf(items)) {
    const height = heightOfChain(chain)
    const space = chain[0]?.spaceBefore ?? 0
    if (used > 0 && used + space + height > room) turn()
    for (const item of chain) {
      if (used > 0 && used + item.spaceBefore + item.height > room) {
        turn()
        used = repeatedHeight(item)
      }
      used += item.height + (used > 0 ? item.spaceBefore : 0)
      pages.at(-1)?.push(item)
    }
  }
  return pages
}

/** What stays on one page: items that are kept with the next, and the first that is not. */
function chainsOf(items: readonly FlowItem[]): FlowItem[][] {
  const chains: FlowItem[][] = []
  let kept = false
  for (const item of items) {
    if (kept) chains.at(-1)?.push(item)
    else chains.push([item])
    kept = item.keepNext
  }
  return chains
}

const heightOfChain = (chain: readonly FlowItem[]): Dxa =>
  chain.reduce((sum, { height, spaceBefore }, index) => sum + height + (index > 0 ? spaceBefore : 0), 0)

/** How many header rows stand again above a row that begins a page. */
const repeatedAbove = (item: FlowItem): number =>
  item.type === 'row' && item.row >= item.table.block.headerRows ? item.table.block.headerRows : 0

const repeatedHeight = (item: FlowItem): Dxa => (item.type === 'row' ? heightOf(item.table, 0, repeatedAbove(item)) : 0)

/** Places the items of a page one below the other; the rows of a table stand together. */
function placeItems(items: readonly FlowItem[], { margins }: PageRules): PlacedItem[] {
  let top = margins.top
  return groupsOf(items).map((group, index): PlacedItem => {
    if (group.type === 'line') {
      const placed = group.place(top + (index > 0 ? group.spaceBefore : 0))
      top = placed.top + group.height
      return placed
    }
    const rows = placeRows(group.table, group, { left: margins.left, top })
    top += rows.height
    return rows
  })
}

type Group = FlowLine | ({ readonly type: 'rows'; readonly table: LaidTable } & RowRange)

/** Lines by themselves, neighbouring rows of a table together. */
function groupsOf(items: readonly FlowItem[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    const before = groups.at(-1)
    if (item.type === 'line') groups.push(item)
    else if (before?.type === 'rows' && before.table === item.table) {
      groups[groups.length - 1] = { ...before, to: item.row + 1 }
    } else {
      const { table, row } = item
      groups.push({ type: 'rows', table, from: row, to: row + 1, repeated: repeatedAbove(item) })
    }
  }
  return groups
}
