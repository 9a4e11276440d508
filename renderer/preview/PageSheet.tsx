/** One page as a drawing in dxa, scaled as a whole: what stands where was decided by `paginate`, not by the browser. */
import type { PageRules } from '../../shared/document/blocks.ts'
import type { FontSet } from '../../shared/document/fonts.ts'
import type { Page, PlacedItem, PlacedLine, PlacedRows } from '../../shared/document/pages.ts'
import { em } from '../../shared/document/textWidth.ts'

export type FontStacks = Readonly<Record<keyof FontSet, string>>

interface PageSheetProps {
  readonly page: Page
  readonly fonts: FontStacks
  /** The width of the paper on the screen, in pixels. */
  readonly width: number
}

export function PageSheet({ page, fonts, width }: PageSheetProps) {
  const { width: paperWidth, height: paperHeight } = page.paper
  return (
    <svg
      className={paperWidth > paperHeight ? 'preview-sheet preview-landscape' : 'preview-sheet'}
      viewBox={`0 0 ${paperWidth} ${paperHeight}`}
      width={width}
      height={(width * paperHeight) / paperWidth}
      role="presentation"
    >
      {page.items.map((item) => (
        <Item key={`${item.type} ${item.top}`} item={item} fonts={fonts} />
      ))}
      {page.pageNumber && (
        <g {...turnOf(page.paper)}>
          <Line line={page.pageNumber} fonts={fonts} />
        </g>
      )}
    </svg>
  )
}

/** The page number of a landscape page is placed on the paper as it is bound, which is turned back for the screen. */
const turnOf = ({ landscape, width }: PageRules) => (landscape ? { transform: `translate(${width} 0) rotate(90)` } : {})

function Item({ item, fonts }: { readonly item: PlacedItem; readonly fonts: FontStacks }) {
  return item.type === 'line' ? <Line line={item} fonts={fonts} /> : <Rows rows={item} fonts={fonts} />
}

/**
 * A line. Each of its texts has its place and its width, so that lines are as full as in the file whatever font the
 * screen has.
 */
function Line({ line, fonts }: { readonly line: PlacedLine; readonly fonts: FontStacks }) {
  if (line.texts.length === 0) return null
  return (
    <text y={line.baseline} fontSize={em(line.size)}>
      {line.texts.map(({ text, font, left, width }) => (
        <tspan key={left} x={left} textLength={width} fontFamily={fonts[font]}>
          {text}
        </tspan>
      ))}
    </text>
  )
}

function Rows({ rows, fonts }: { readonly rows: PlacedRows; readonly fonts: FontStacks }) {
  return (
    <g>
      {rows.cells.map(({ left, top, width, height, lines }) => (
        <g key={`${left} ${top}`}>
          <rect className="preview-border" x={left} y={top} width={width} height={height} />
          {lines.map((line) => (
            <Line key={line.top} line={line} fonts={fonts} />
          ))}
        </g>
      ))}
    </g>
  )
}
