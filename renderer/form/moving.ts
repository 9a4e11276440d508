/** Commands of the keyboard and the mouse: from cell to cell, ranges, and what is done to the selected cells. */
import type { KeyPress } from '../app/keyPress.ts'
import { commit, type Desk, goTo, inputOf, isEntered, modeOf, placeOfTarget, selectionOf, selectWhole } from './desk.ts'
import {
  alongColumn,
  blockOf,
  cellsIn,
  type Direction,
  type EntryPlace,
  endOfRow,
  inReadingOrder,
  neighbour,
} from './geometry.ts'
import { type Command, commandOf } from './keys.ts'
import { editInCell, restore } from './typing.ts'

/** Carries out what a key press in a cell means. Gives whether it was ours. */
export function keyPressed(desk: Desk, press: KeyPress, place: EntryPlace): boolean {
  const command = commandOf(press, modeOf(desk.state()))
  return command !== null && carryOut(desk, command, place)
}

function carryOut(desk: Desk, command: Command, place: EntryPlace): boolean {
  switch (command.does) {
    case 'move':
      return move(desk, place, command.to)
    case 'extend':
      return extend(desk, place, command.to)
    case 'enter':
      return enter(desk, place, command.by)
    case 'tab':
      return tab(desk, place, command.by)
    case 'end':
      return toEnd(desk, place, command.of, command.at)
    case 'selectAll':
      return selectAll(desk)
    case 'edit':
      editInCell(desk, place.key)
      return true
    case 'blank':
      blank(desk)
      return true
    case 'explain':
      desk.props.onExplain(place.key)
      return true
    case 'restore':
      return takeBack(desk)
    case 'undoTyping':
      if (!desk.state().draft?.dirty) return false
      restore(desk)
      return true
  }
}

function move(desk: Desk, place: EntryPlace, to: Direction): boolean {
  if (!commit(desk)) return true
  const { column } = desk.state()
  const next = neighbour(desk.geometry, place.key, to, column)
  const sideways = to === 'left' || to === 'right'
  if (next) goTo(desk, next, sideways ? next.column : column)
  else if (to === 'left') labelButtons(desk, place.row).at(-1)?.focus()
  else selectWhole(desk, place.key)
  desk.set({ range: null })
  return true
}

function extend(desk: Desk, place: EntryPlace, to: Direction): boolean {
  if (!commit(desk)) return true
  const { range } = desk.state()
  const from = range ?? { anchor: place.key, head: place.key }
  const head = neighbour(desk.geometry, from.head, to)
  if (desk.state().draft) selectWhole(desk, place.key)
  if (head) select(desk, from.anchor, head)
  return true
}

/** Selects from one cell to another and says how much. */
export function select(desk: Desk, anchor: string, head: EntryPlace): void {
  const range = { anchor, head: head.key }
  const block = blockOf(desk.geometry, range)
  const size = block ? `已选${block.rows.length}行${block.to - block.from + 1}列` : ''
  desk.set({ range: anchor === head.key ? null : range, said: size })
  inputOf(desk, head.key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function selectAll(desk: Desk): boolean {
  const first = desk.geometry.entries[0]
  const last = desk.geometry.entries.at(-1)
  if (!first || !last) return false
  if (!commit(desk)) return true
  goTo(desk, first)
  select(desk, first.key, last)
  return true
}

/** Enter accepts a proposed figure, confirms one that was carried forward, and goes down. */
function enter(desk: Desk, place: EntryPlace, by: 1 | -1): boolean {
  if (!desk.state().draft && isEntered(desk.props, place) && by > 0) confirmOrAccept(desk, place)
  if (!commit(desk)) return true
  const next = alongColumn(desk.geometry, place.key, desk.state().column, by, (to) => isEntered(desk.props, to))
  desk.set({ range: null })
  if (next) goTo(desk, next.place, next.column)
  else selectWhole(desk, place.key)
  return true
}

export function confirmOrAccept({ props }: Desk, { key }: EntryPlace): void {
  const proposal = props.proposals.get(key)
  const blank = typeof props.figures[key] !== 'number'
  if (blank && proposal !== undefined) props.onChange([{ key, value: proposal }])
  else if (!blank && props.unconfirmed.includes(key)) props.onConfirm([key])
}

/** From the first or last cell Tab leaves the table. */
function tab(desk: Desk, place: EntryPlace, by: 1 | -1): boolean {
  if (!commit(desk)) return true
  const next = inReadingOrder(desk.geometry, place.key, by, (to) => desk.props.readOnly || isEntered(desk.props, to))
  desk.set({ range: null })
  if (next) goTo(desk, next)
  return next !== undefined
}

function toEnd(desk: Desk, place: EntryPlace, of: 'row' | 'table', at: 'first' | 'last'): boolean {
  if (!commit(desk)) return true
  const { entries } = desk.geometry
  const inTable = at === 'first' ? entries[0] : entries.at(-1)
  desk.set({ range: null })
  goTo(desk, of === 'table' ? inTable : endOfRow(desk.geometry, place.key, at))
  return true
}

/** Blanks the selected cells, in one step. */
export function blank(desk: Desk): void {
  const range = selectionOf(desk.state())
  if (!range) return
  const { figures } = desk.scene
  const filled = cellsIn(desk.geometry, range).filter(
    (place) => isEntered(desk.props, place) && typeof figures[place.key] === 'number',
  )
  if (filled.length === 0) return
  desk.props.onChange(filled.map(({ key }) => ({ key, value: null })))
  desk.set({ draft: null, note: null, said: `已清空${filled.length}格` })
}

/** Escape: first what is typed, then the selection; otherwise it is the page's. */
function takeBack(desk: Desk): boolean {
  const { draft, range, caret, active, note } = desk.state()
  if (draft) restore(desk)
  else if (caret && active !== null) selectWhole(desk, active)
  else if (!range && !note) return false
  desk.set({ range: null, note: null })
  return true
}

/** The buttons at the names of a row, from the outermost; they are reached with the left arrow key. */
export function labelButtons(desk: Desk, row: number): HTMLButtonElement[] {
  const labels = new Set((desk.geometry.grid[row] ?? []).filter((placed) => placed?.cell.type === 'label'))
  return [...labels].flatMap((placed) => {
    const label = placed ? desk.root?.querySelector(`[data-label="${placed.row},${placed.column}"]`) : null
    return label ? [...label.querySelectorAll('button')] : []
  })
}

/** Arrow keys among the buttons of a row's names; Escape and the last right arrow lead back into the row. */
export function keyOnLabel(desk: Desk, press: KeyPress, button: HTMLButtonElement): boolean {
  const active = desk.geometry.byKey.get(desk.state().active ?? '')
  const row = active?.row ?? desk.geometry.entryRows[0] ?? 0
  const buttons = labelButtons(desk, row)
  const at = buttons.indexOf(button)
  if (at < 0 || !['ArrowLeft', 'ArrowRight', 'Escape'].includes(press.key)) return false
  const next = press.key === 'Escape' ? undefined : buttons[at + (press.key === 'ArrowRight' ? 1 : -1)]
  if (next) next.focus()
  else if (press.key !== 'ArrowLeft')
    goTo(
      desk,
      desk.geometry.entries.find((place) => place.row === row),
    )
  return true
}

/** A press of the mouse on a cell: it gets the focus, or with Shift the selection reaches to it. */
export function mousePressed(desk: Desk, event: MouseEvent): void {
  const place = placeOfTarget(desk, event.target)
  const { active, caret, draft } = desk.state()
  if (!place || event.button !== 0) return
  const inIt = inputOf(desk, place.key) === document.activeElement
  if (inIt && (caret || draft?.composing)) return
  event.preventDefault()
  if (!commit(desk)) return
  if (event.shiftKey && active !== null) {
    select(desk, active, place)
    return
  }
  desk.set({ range: null })
  goTo(desk, place)
  trackDrag(desk, place)
}

function trackDrag(desk: Desk, from: EntryPlace): void {
  const over = (event: MouseEvent) => {
    const place = placeOfTarget(desk, event.target)
    if (place && (desk.state().range?.head ?? from.key) !== place.key) select(desk, from.key, place)
  }
  const stop = () => document.removeEventListener('mouseover', over)
  document.addEventListener('mouseover', over)
  window.addEventListener('mouseup', stop, { once: true })
}
