/** The page number of a landscape page: 页码位置与公文其他页码保持一致 once the page is bound with the others. */
import {
  BorderStyle,
  Footer,
  HeightRule,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PageRules } from '../../shared/document/blocks.ts'
import { type Dxa, sizes } from '../../shared/document/measures.ts'
import { styleIds } from '../../shared/document/styleIds.ts'
import { em } from '../../shared/document/textWidth.ts'

/** As wide as a line of 四号宋体 is high in Word. */
const stripWidth: Dxa = Math.round(1.3 * em(sizes.pageNumber))

/**
 * The paragraph of an upright page, in a strip along the left side of the page, as long as the text is wide on upright
 * paper: one cell with text from top to bottom, in a table that floats at a fixed place of the page. Text boxes would do in
 * Word and WPS too, but LibreOffice turns their text only since 7.6; a cell of this kind is as old as the .doc.
 */
export function turnedPageNumber(number: Paragraph, { margins, height, footerDistance }: PageRules): Footer {
  const strip = new Table({
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: footerDistance,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: margins.top,
      leftFromText: 0,
      rightFromText: 0,
    },
    width: { size: stripWidth, type: WidthType.DXA },
    columnWidths: [stripWidth],
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    borders,
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: height - margins.top - margins.bottom, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: stripWidth, type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlignTable.BOTTOM,
            children: [number],
          }),
        ],
      }),
    ],
  })
  return new Footer({ children: [strip, new Paragraph({ style: styleIds.sectionEnd })] })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
