/** Typing in a cell, by keyboard or input method. The cell keeps what is typed until it is left or typing pauses. */
import type { CellKey, CellKind } from '../../shared/forms/form.ts'
import {
  type Desk,
  type Draft,
  give,
  giveBack,
  inputOf,
  isEntered,
  placeOfTarget,
  refuse,
  selectWhole,
} from './desk.ts'
import { checkTyped } from './draft.ts'

/** So much of a pause, and what is typed is given to the page: little is lost if the program dies. */
const pause = 800

/**
 * Puts what is typed into the cell, so that full-width digits are digits at once and the caret stays. A text that an
 * input method composes passes: it is looked at when the composition ends.
 */
export function beforeInput(desk: Desk, event: InputEvent): void {
  const place = placeOfTarget(desk, event.target)
  const input = event.target
  if (!place || !(input instanceof HTMLInputElement)) return
  // Undo is the report's, not the cell's own.
  if (event.inputType.startsWith('history')) event.preventDefault()
  if (event.isComposing || event.inputType === 'insertCompositionText' || event.data === null) return
  event.preventDefault()
  insertText(desk, input, place.kind, event.data)
}

/** Puts text where the caret is. */
export function insertText(desk: Desk, input: HTMLInputElement, kind: CellKind, data: string): void {
  const place = placeOfTarget(desk, input)
  if (!place || !isEntered(desk.props, place)) return
  const { text } = checkTyped(kind, data)
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end')
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}

/** The draft of a cell; a new one remembers what stood there. */
function draftOf(desk: Desk, key: CellKey): Draft {
  const { draft } = desk.state()
  if (draft?.key === key) return draft
  const { figures, unconfirmed } = desk.props
  return {
    key,
    text: '',
    refused: null,
    composing: false,
    dirty: false,
    before: figures[key] ?? null,
    beforeUnconfirmed: unconfirmed.includes(key),
  }
}

/** The text of a cell has changed. */
export function typed(desk: Desk, input: HTMLInputElement, composing: boolean): void {
  const place = placeOfTarget(desk, input)
  if (!place || !isEntered(desk.props, place)) return
  const draft = draftOf(desk, place.key)
  clearTimeout(desk.timer)
  if (composing || draft.composing) {
    desk.set({ draft: { ...draft, text: input.value, composing: true, dirty: true }, range: null })
    return
  }
  desk.set({ range: null })
  hold(desk, draft, place.kind, input.value)
}

/** Holds what stands in the cell now: a figure is given to the page after a pause, anything else is refused by a word. */
function hold(desk: Desk, draft: Draft, kind: CellKind, text: string): void {
  const typed = checkTyped(kind, text)
  desk.set({ draft: { ...draft, ...typed, composing: false, dirty: true }, note: null })
  if (typed.refused === null) {
    desk.timer = setTimeout(() => give(desk), pause)
    return
  }
  refuse(desk, draft.key, typed.refused)
  giveBack(desk, draft)
}

/** What stood in the cell when a composition began, with what was already typed. */
const beforeComposition = new WeakMap<Desk, { readonly text: string; readonly draft: Draft | null }>()

export function compositionStart(desk: Desk, input: HTMLInputElement): void {
  const place = placeOfTarget(desk, input)
  if (!place || !isEntered(desk.props, place)) return
  const { draft } = desk.state()
  clearTimeout(desk.timer)
  beforeComposition.set(desk, { text: input.value, draft })
  desk.set({ draft: { ...draftOf(desk, place.key), text: input.value, composing: true }, note: null })
}

/** A composition has ended: what it left is typed text like any other. One that was given up leaves the cell as it was. */
export function compositionEnd(desk: Desk, input: HTMLInputElement, composed: string): void {
  const place = placeOfTarget(desk, input)
  const { draft } = desk.state()
  if (!place || draft?.key !== place.key) return
  const before = beforeComposition.get(desk)
  if (composed !== '' || !before) {
    hold(desk, draft, place.kind, input.value)
    return
  }
  if (before.draft?.dirty) {
    hold(desk, before.draft, place.kind, before.text)
    return
  }
  desk.set({ draft: before.draft && { ...before.draft, composing: false } })
  if (before.draft === null && !desk.state().caret) selectWhole(desk, place.key)
}

/** Puts back what stood in the cell before it was edited, also where the page has the new figure already. */
export function restore(desk: Desk): void {
  const { draft } = desk.state()
  if (!draft) return
  clearTimeout(desk.timer)
  desk.set({ draft: null, note: null })
  giveBack(desk, draft)
  selectWhole(desk, draft.key)
}

/** F2: the caret goes behind the figure. */
export function editInCell(desk: Desk, key: CellKey): void {
  const input = inputOf(desk, key)
  if (!input || input.readOnly) return
  desk.set({ caret: true, range: null })
  input.setSelectionRange(input.value.length, input.value.length)
}
