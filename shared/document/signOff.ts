/** The sign-off sheet, 审签单: a page of its own that goes with the report to those who answer for it, and is no part of it. */
import { type Placed, placeCells } from '../forms/grid.ts'
import type { Report } from '../report.ts'
import type { Block, PageRules, SectionBlock, SheetTitleBlock, SpacerBlock, TableBlock, TableCell } from './blocks.ts'
import type { DocumentChoices } from './choices.ts'
import { setLabel } from './label.ts'
import type { Dxa } from './measures.ts'
import { cellWidth } from './table.ts'
import { em } from './textWidth.ts'
import { word } from './typesetter.ts'

/** 四号. */
const size = 28

/** Labels of six characters of 四号, （单位盖章）; a name, or a telephone number with its area code, beside them. */
const columnWidths: readonly Dxa[] = [1800, 2622, 1800, 2623]

const rowHeight: Dxa = 950

/** Room for a remark, a name and a day by hand. */
const handHeight: Dxa = 2000

/** A seal of a county organ is 42 mm across (2381 dxa). */
const sealHeight: Dxa = 3500

/** Free space above and below the text of a row, both together. */
const aroundText: Dxa = 240

interface Field {
  readonly label: string
  readonly text: string
}

interface Row {
  readonly fields: readonly Field[]
  readonly height: Dxa
}

const field = (label: string, text = ''): Field => ({ label, text })
const row = (height: Dxa, ...fields: Field[]): Row => ({ height, fields })

/** A day to be written by hand. */
const handwrittenDay = '\u3000年\u3000\u3000月\u3000\u3000日'

/** The rows of the sheet: what is known is printed, the rest is filled in by hand. */
const rowsOf = (report: Report, { preparer, reviewer, phone }: DocumentChoices['signOff']): Row[] => [
  row(rowHeight, field('报告名称', report.title)),
  row(rowHeight, field('填报单位', report.unit.name)),
  row(rowHeight, field('报告年度', `${report.year}年`), field('填报日期', handwrittenDay)),
  row(rowHeight, field('填报人', preparer), field('联系电话', phone)),
  row(rowHeight, field('审核人', reviewer)),
  row(handHeight, field('单位负责人（签字）')),
  row(sealHeight, field('（单位盖章）')),
]

/** What the layout of a document is made from, beside the report. */
export interface Layout {
  /** The pages of the report. */
  readonly page: PageRules
  readonly choices: DocumentChoices
}

/** The report with the sheet where it is wanted. The pages of the report are counted from 1 with or without it. */
export function withSignOff(blocks: readonly Block[], report: Report, layout: Layout): readonly Block[] {
  const { signOff } = layout.choices
  const sheet = (): Block[] => [{ ...ownPages(layout), numbering: 'none' }, ...signOffBlocks(report, signOff)]
  switch (signOff.place) {
    case 'none':
      return blocks
    case 'first':
      return [...sheet(), { ...ownPages(layout), numbering: 'fromOne' }, ...blocks]
    case 'last':
      return [...blocks, ...sheet()]
  }
}

/** The sheet stands by itself, so that it can be taken out: on paper printed on both sides it has a leaf of its own. */
const ownPages = ({ page, choices }: Layout): Omit<SectionBlock, 'numbering'> => ({
  type: 'section',
  page,
  begins: choices.pageNumber === 'outside' ? 'leaf' : 'page',
})

/** The sheet as blocks: its title, a blank line, its table. */
function signOffBlocks(
  report: Report,
  choices: DocumentChoices['signOff'],
): [SheetTitleBlock, SpacerBlock, TableBlock] {
  const rows = rowsOf(report, choices)
  const cells = placeCells(rows.map(cellsOf)).map(setCell)
  return [
    { type: 'sheetTitle', text: '政府信息公开工作年度报告审签单' },
    { type: 'spacer', lines: 1, keepNext: true },
    {
      type: 'table',
      id: 'signOff',
      columnWidths,
      headerRows: 0,
      rowHeights: rows.map(({ height }, index) =>
        Math.max(height, ...cells.filter((placed) => placed.row === index).map(heightWithRoom)),
      ),
      cells,
      labelSize: size,
      figureSize: size,
      figurePadding: { left: 0, right: 0 },
    },
  ]
}

interface SheetCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
}

/** A field that stands alone takes the whole row. */
const cellsOf = ({ fields }: Row): SheetCell[] =>
  fields.flatMap(({ label, text }) => [
    { text: label, colspan: 1, rowspan: 1 },
    { text, colspan: fields.length === 1 ? columnWidths.length - 1 : 1, rowspan: 1 },
  ])

/** A long name takes several lines, which do not touch the lines above and below them. */
const heightWithRoom = ({ cell }: Placed<TableCell>): Dxa =>
  Math.round(cell.lines.length * word.tableLine * em(size)) + aroundText

function setCell(placed: Placed<SheetCell>): Placed<TableCell> {
  const { text, colspan, rowspan } = placed.cell
  const laid = setLabel(text, { width: cellWidth(columnWidths, placed), size, align: 'center' })
  return { ...placed, cell: { text, colspan, rowspan, align: 'center', ...laid } }
}
