/** Where the cells of a table with merged cells stand. */

export interface Placed<T> {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly cell: T
}

/**
 * Places cells row by row into the first free column, as HTML does.
 * Takes rows of cells with their spans; gives every cell with its row and column, in reading order.
 */
export function placeCells<T extends { readonly colspan: number; readonly rowspan: number }>(
  rows: readonly (readonly T[])[],
): Placed<T>[] {
  const taken = new Set<string>()
  const placed: Placed<T>[] = []
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (taken.has(`${row},${column}`)) column += 1
      const { rowspan, colspan } = cell
      placed.push({ row, column, rowspan, colspan, cell })
      for (let r = row; r < row + rowspan; r += 1) {
        for (let c = column; c < column + colspan; c += 1) taken.add(`${r},${c}`)
      }
      column += colspan
    }
  })
  return placed
}

/** Every position of a table with the cell that covers it: `grid[row][column]`. */
export function coverage<T>(cells: readonly Placed<T>[], rows: number): (Placed<T> | undefined)[][] {
  const grid: (Placed<T> | undefined)[][] = Array.from({ length: rows }, () => [])
  for (const placed of cells) {
    for (let r = placed.row; r < placed.row + placed.rowspan; r += 1) {
      const line = grid[r]
      if (!line) continue
      for (let c = placed.column; c < placed.column + placed.colspan; c += 1) line[c] = placed
    }
  }
  return grid
}

type Grid<P> = readonly (readonly (P | undefined)[])[]

interface Position {
  readonly row: number
  readonly column: number
}

/** The labels to the left of a position in its row, outermost first, each once. Takes a grid as `coverage` gives it. */
export function labelsLeft<P, L extends P>(
  grid: Grid<P>,
  { row, column }: Position,
  isLabel: (placed: P) => placed is L,
): L[] {
  return distinct((grid[row] ?? []).slice(0, column), isLabel)
}

/**
 * The nearest run of labels above a position, outermost first, each once: rows of figures in between are passed over,
 * a row of figures above the labels ends the run.
 */
export function labelsAbove<P, L extends P>(
  grid: Grid<P>,
  { row, column }: Position,
  isLabel: (placed: P) => placed is L,
): L[] {
  const run: P[] = []
  for (let r = row - 1; r >= 0; r -= 1) {
    const above = grid[r]?.[column]
    if (above !== undefined && isLabel(above)) run.unshift(above)
    else if (run.length > 0) break
  }
  return distinct(run, isLabel)
}

const distinct = <P, L extends P>(cells: readonly (P | undefined)[], isLabel: (placed: P) => placed is L): L[] =>
  [...new Set(cells)].flatMap((placed) => (placed !== undefined && isLabel(placed) ? [placed] : []))
