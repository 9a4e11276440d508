/**
 * The listeners of a table, one of each kind for all its cells. They are the browser's own: what must be refused before it
 * is in a cell (`beforeinput`), and what an input method is doing, cannot be told from React's events (MEASURED, Page).
 */
import { act } from './actions.ts'
import { type Desk, endTyping, goTo, inputOf, placeOfTarget, refusalOf } from './desk.ts'
import { endOfRow } from './geometry.ts'
import { keyOnLabel, keyPressed, mousePressed } from './moving.ts'
import type { TableEditorProps } from './props.ts'
import { copySelected, paste } from './transfer.ts'
import { beforeInput, compositionEnd, compositionStart, editInCell } from './typing.ts'

/** Listens to the table; gives the function that stops. */
export function listen(desk: Desk, root: HTMLElement): () => void {
  const ending = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(kind: K, does: (event: HTMLElementEventMap[K]) => void) =>
    root.addEventListener(kind, does, { signal: ending.signal })
  on('keydown', (event) => keyDown(desk, event))
  on('beforeinput', (event) => beforeInput(desk, event))
  on('compositionstart', (event) => ifCell(event, (input) => compositionStart(desk, input)))
  on('compositionend', (event) => ifCell(event, (input) => compositionEnd(desk, input, event.data)))
  on('focusin', (event) => ifCell(event, (input) => entered(desk, input)))
  on('focusout', (event) => ifCell(event, () => left(desk, root, event.relatedTarget)))
  on('mousedown', (event) => mouseDown(desk, event))
  on('dblclick', (event) => {
    const place = placeOfTarget(desk, event.target)
    if (place) editInCell(desk, place.key)
  })
  on('click', (event) => {
    const button = buttonOf(event.target)
    if (button) act(desk, button)
  })
  on('copy', (event) => copySelected(desk, event))
  on('cut', (event) => copySelected(desk, event))
  on('paste', (event) => paste(desk, event))
  return () => ending.abort()
}

function ifCell(event: Event, does: (input: HTMLInputElement) => void): void {
  if (event.target instanceof HTMLInputElement) does(event.target)
}

const buttonOf = (target: EventTarget | null): HTMLButtonElement | null =>
  target instanceof Element ? target.closest<HTMLButtonElement>('button[data-act]') : null

function keyDown(desk: Desk, event: KeyboardEvent): void {
  const place = event.target instanceof HTMLInputElement ? placeOfTarget(desk, event.target) : undefined
  const button = buttonOf(event.target)
  const ours = place ? keyPressed(desk, event, place) : button !== null && keyOnLabel(desk, event, button)
  if (!ours) return
  event.preventDefault()
  // What the table has used (Escape, F1, Enter) is not the page's any more.
  event.stopPropagation()
}

function mouseDown(desk: Desk, event: MouseEvent): void {
  // A button in the table leaves the focus in the cell.
  if (buttonOf(event.target)) event.preventDefault()
  else mousePressed(desk, event)
}

/** A cell has got the focus: its figure is selected, so that typing replaces it. */
function entered(desk: Desk, input: HTMLInputElement): void {
  const place = placeOfTarget(desk, input)
  if (!place) return
  const { column } = desk.state()
  const covers = column >= place.column && column < place.column + place.colspan
  desk.set({ active: place.key, column: covers ? column : place.column })
  // The window has the focus again, and the cell what was typed in it before.
  if (desk.state().draft?.key === place.key) return
  desk.set({ caret: false, ...withoutNote(desk) })
  input.select()
}

/** A note that is to stay until its cell is edited again outlives that other cells are entered and left. */
const withoutNote = (desk: Desk) => (desk.state().note?.stays ? {} : { note: null })

/** A cell has lost the focus: what was typed in it is given on. While only the window has lost it, typing goes on. */
function left(desk: Desk, root: HTMLElement, next: EventTarget | null): void {
  if (!document.hasFocus() && refusalOf(desk) !== null) return
  endTyping(desk)
  const outside = !(next instanceof Node && root.contains(next))
  desk.set({ draft: null, caret: false, ...withoutNote(desk), ...(outside && { range: null }) })
}

/** Where the page has sent the clerk: a table that is opened again is not sent to the same place again. */
const followed = new WeakSet<object>()

/** Goes to a cell because the page says so: from a finding. */
export function follow(desk: Desk, wish: NonNullable<TableEditorProps['goTo']>): void {
  const place = desk.geometry.byKey.get(wish.key)
  if (!place || followed.has(wish)) return
  followed.add(wish)
  // The first cell of the row is brought into view too, for the row's name beside it.
  const first = endOfRow(desk.geometry, place.key, 'first')
  if (first) inputOf(desk, first.key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  desk.set({ range: null })
  goTo(desk, place)
}
