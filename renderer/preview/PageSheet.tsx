/** One page as a drawing in dxa, scaled as a whole: what stands where was decided by `paginate`, not by the browser. */
import type { PageRules } from '../../shared/document/blocks.ts'
import type { FontSet } from '../../shared/document/fonts.ts'
import type { Page, PlacedCell, PlacedItem, PlacedLine, PlacedRows } from '../../shared/document/pages.ts'
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

/** A table for screen readers too: a drawing has no rows and columns but those that its roles state. */
function Rows({ rows, fonts }: { readonly rows: PlacedRows; readonly fonts: FontStacks }) {
  const { columns, lines } = edgesOf(rows.cells)
  return (
    // biome-ignore-start lint/a11y: an SVG has no <table>, and its groups are no controls.
    <g role="table" aria-label="表格" aria-rowcount={lines.length} aria-colcount={columns.length}>
      {lines.map((top, row) => (
        <g key={top} role="row" aria-rowindex={row + 1}>
          {rows.cells
            .filter((cell) => cell.top === top)
            .map((cell) => (
              <g key={cell.left} role="cell" {...spansOf(cell, { columns, lines })}>
                <rect className="preview-border" x={cell.left} y={cell.top} width={cell.width} height={cell.height} />
                {cell.lines.map((line) => (
                  <Line key={line.top} line={line} fonts={fonts} />
                ))}
              </g>
            ))}
        </g>
      ))}
    </g>
    // biome-ignore-end lint/a11y: an SVG has no <table>, and its groups are no controls.
  )
}

/** Where columns and rows begin. */
interface Edges {
  readonly columns: readonly number[]
  readonly lines: readonly number[]
}

const edgesOf = (cells: readonly PlacedCell[]): Edges => ({
  columns: ascending(cells.map(({ left }) => left)),
  lines: ascending(cells.map(({ top }) => top)),
})

const ascending = (values: readonly number[]): number[] => [...new Set(values)].toSorted((a, b) => a - b)

function spansOf({ left, top, width, height }: PlacedCell, { columns, lines }: Edges) {
  const within = (edges: readonly number[], from: number, length: number) =>
    edges.filter((edge) => edge >= from && edge < from + length - 1).length
  return {
    'aria-colindex': columns.indexOf(left) + 1,
    'aria-colspan': within(columns, left, width),
    'aria-rowspan': within(lines, top, height),
  }
}
