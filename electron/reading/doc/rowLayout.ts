/** Where the cells of a row stand and which of them are merged ([MS-DOC] 2.6.3, 2.9.322). */
import { i16, u8, u16 } from '../bytes.ts'
import { type Property, sprm } from './sprm.ts'

export type Merge = 'first' | 'next' | undefined

export interface CellLayout {
  /** Left and right edge in twentieths of a point. */
  readonly left: number
  readonly right: number
  readonly across: Merge
  readonly down: Merge
}

interface Open {
  edges: number[]
  /** The code for merging across, whose meaning depends on its neighbours. */
  across: number[]
  down: number[]
  gap: number
}

const cellBytes = 20
/** Word allows 63 cells in a row; one byte counts them. */
const mostCells = 255

/** Reads the cells of a row out of the properties of its end, in their order. */
export function readRowLayout(properties: readonly Property[]): CellLayout[] {
  const row: Open = { edges: [], across: [], down: [], gap: 0 }
  for (const property of properties) apply(row, property)
  const across = mergesOf(row.across)
  return row.across.map((_, index) => ({
    left: row.edges[index] ?? 0,
    right: row.edges[index + 1] ?? 0,
    across: across[index],
    down: downOf(row.down[index] ?? 0),
  }))
}

const downOf = (code: number): Merge => (code === 0 ? undefined : code === 1 ? 'next' : 'first')

function apply(row: Open, { number, operand }: Property): void {
  if (number === sprm.cells || number === sprm.cellsOld) define(row, operand)
  else if (number === sprm.gap) row.gap = i16(operand, 0)
  else if (number === sprm.left) shift(row, i16(operand, 0))
  else if (number === sprm.mergeDown) setAt(row.down, u8(operand, 0), u8(operand, 1))
  else if (number === sprm.mergeCells) fill(row.across, operand, (first) => (first ? 2 : 1))
  else if (number === sprm.splitCells) fill(row.across, operand, () => 0)
  else if (number === sprm.insertCells) insert(row, u8(operand, 0), u8(operand, 1), u16(operand, 2))
  else if (number === sprm.deleteCells) remove(row, u8(operand, 0), u8(operand, 1))
  else if (number === sprm.cellWidths) resize(row, u8(operand, 0), u8(operand, 1), u16(operand, 2))
}

/** The edges of all cells, and as many descriptions of cells as fit: those that are left out say nothing. */
function define(row: Open, operand: Buffer): void {
  const count = u8(operand, 0)
  row.edges = Array.from({ length: count + 1 }, (_, index) => i16(operand, 1 + 2 * index))
  const flags = Array.from({ length: count }, (_, index) => {
    const at = 1 + 2 * (count + 1) + cellBytes * index
    return at + 2 <= operand.length ? u16(operand, at) : 0
  })
  row.across = flags.map((bits) => bits & 3)
  row.down = flags.map((bits) => (bits >> 5) & 3)
}

function shift(row: Open, left: number): void {
  const by = left - ((row.edges[0] ?? 0) + row.gap)
  row.edges = row.edges.map((edge) => edge + by)
}

function setAt(list: number[], index: number, value: number): void {
  if (index < list.length) list[index] = value
}

function fill(list: number[], operand: Buffer, value: (first: boolean) => number): void {
  const first = u8(operand, 0)
  for (let index = first; index < Math.min(u8(operand, 1), list.length); index += 1)
    list[index] = value(index === first)
}

function insert(row: Open, first: number, count: number, width: number): void {
  if (row.across.length + count > mostCells) return
  const at = Math.min(first, row.across.length)
  const start = row.edges[at] ?? 0
  const added = Array.from({ length: count }, (_, index) => start + width * (index + 1))
  const behind = row.edges.slice(at + 1).map((edge) => edge + width * count)
  row.edges = [...row.edges.slice(0, at), start, ...added, ...behind]
  row.across.splice(at, 0, ...added.map(() => 0))
  row.down.splice(at, 0, ...added.map(() => 0))
}

function remove(row: Open, first: number, end: number): void {
  const last = Math.min(end, row.across.length)
  if (first >= last) return
  const width = (row.edges[last] ?? 0) - (row.edges[first] ?? 0)
  row.edges = [...row.edges.slice(0, first + 1), ...row.edges.slice(last + 1).map((edge) => edge - width)]
  row.across.splice(first, last - first)
  row.down.splice(first, last - first)
}

function resize(row: Open, first: number, end: number, width: number): void {
  for (let index = first; index < Math.min(end, row.across.length); index += 1) {
    const by = width - ((row.edges[index + 1] ?? 0) - (row.edges[index] ?? 0))
    row.edges = row.edges.map((edge, place) => (place > index ? edge + by : edge))
  }
}

/**
 * Which code begins a merge is told in two ways: 1 and then 2 in Word 97's own description, 2 or 3 and then 1 in
 * today's ([MS-DOC] 2.9.317). In either the first of a run begins it, and what differs from it goes on.
 */
function mergesOf(codes: readonly number[]): Merge[] {
  let begun = 0
  return codes.map((code) => {
    if (code === 0) {
      begun = 0
      return undefined
    }
    if (begun !== 0 && code !== begun) return 'next'
    begun = code
    return 'first'
  })
}
