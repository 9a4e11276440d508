import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ImportReview } from '../../../shared/answers.ts'
import type { ShownCell, ShownTable } from '../../../shared/reading.ts'
import { cellAt, type FileCell, linesOf } from './sources.ts'

interface SourceGridProps {
  readonly table: ShownTable
  /** The cell that is marked. */
  readonly at: FileCell
  readonly review: ImportReview
  readonly onPoint: (cell: FileCell) => void
  /** To the figure that the marked cell gave. */
  readonly onGo: () => void
}

/** A table of the file. One stop of the tab key; the arrow keys walk in it, Enter goes to the figure. */
export function SourceGrid({ table, at, review, onPoint, onGo }: SourceGridProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const current = cellAt(table, at.row, at.column)
  const marked = current && idOf(table, current)
  useEffect(() => {
    const cell = marked === undefined ? null : document.getElementById(marked)
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [marked])
  const used = new Set(
    Object.values(review.sources).flatMap(({ table: of, row, column }) =>
      of === table.table ? [`${row},${column}`] : [],
    ),
  )
  const point = ({ row, column }: ShownCell) => onPoint({ table: table.table, row, column })

  function walk(event: KeyboardEvent, from: ShownCell) {
    if (event.key === 'Enter') {
      event.preventDefault()
      return onGo()
    }
    const next = neighbour(table, from, event.key)
    if (!next) return
    event.preventDefault()
    point(next)
    document.getElementById(idOf(table, next))?.focus()
  }

  return (
    <div className="source-scroll" ref={scroll}>
      <table className="source-grid" aria-label={`文件中第${table.table + 1}个表`}>
        <tbody>
          {linesOf(table).map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number.
            <tr key={row}>
              {cells.map((cell) => (
                <td
                  key={cell.column}
                  rowSpan={cell.rowspan}
                  colSpan={cell.colspan}
                  className={used.has(`${cell.row},${cell.column}`) ? 'source-used' : ''}
                >
                  <button
                    type="button"
                    id={idOf(table, cell)}
                    tabIndex={cell === current ? 0 : -1}
                    aria-current={cell === current || undefined}
                    aria-label={cell.text === '' ? `空白，第${cell.row + 1}行第${cell.column + 1}列` : undefined}
                    onClick={() => point(cell)}
                    onKeyDown={(event) => walk(event, cell)}
                  >
                    {cell.text}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const idOf = ({ table }: ShownTable, { row, column }: ShownCell): string => `source-${table}-${row}-${column}`

/** The cell that an arrow key leads to; undefined for any other key and at the edge. */
function neighbour(
  table: ShownTable,
  { row, column, rowspan, colspan }: ShownCell,
  key: string,
): ShownCell | undefined {
  if (key === 'ArrowUp') return cellAt(table, row - 1, column)
  if (key === 'ArrowDown') return cellAt(table, row + rowspan, column)
  if (key === 'ArrowLeft') return cellAt(table, row, column - 1)
  if (key === 'ArrowRight') return cellAt(table, row, column + colspan)
  return undefined
}
