/** The tables of a file as they are shown to the person, bounded in size whatever the file holds. */
import type { TableId } from '../../../shared/forms/form.ts'
import type { ShownTable } from '../../../shared/reading.ts'
import { limits } from '../limits.ts'
import { struckMark } from '../source.ts'
import type { NumberedTable } from './matching.ts'

/** Tables of the form come first to their share of the bounds, so that tables of contents before them take nothing away. */
export function showTables(
  tables: readonly NumberedTable[],
  tableIds: ReadonlyMap<number, readonly TableId[]>,
): readonly ShownTable[] {
  const isForm = ({ index }: NumberedTable) => tableIds.has(index)
  const order = [...tables.filter(isForm), ...tables.filter((table) => !isForm(table))].slice(0, limits.shownTables)
  let left: number = limits.shownCells
  const shown = order.map(({ table: { rows, columns, cells }, index }): ShownTable => {
    const taken = cells.slice(0, left)
    left -= taken.length
    return {
      table: index,
      rows,
      columns,
      cells: taken.map(({ row, column, rowspan, colspan, text }) => ({
        row,
        column,
        rowspan,
        colspan,
        text: shorten(text.replaceAll(struckMark, '').trim()),
      })),
      cut: taken.length < cells.length,
      is: tableIds.get(index) ?? [],
    }
  })
  return shown.sort((a, b) => a.table - b.table)
}

const shorten = (text: string): string =>
  text.length > limits.shownText ? `${text.slice(0, limits.shownText)}……` : text
