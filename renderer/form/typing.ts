/** Typing in a cell, by keyboard or input method. The cell keeps what is typed until it is left or typing pauses. */
import type { CellKey, CellKind } from '../../shared/forms/form.ts'
import { commit, type Desk, type Draft, inputOf, isEntered, placeOfTarget, selectWhole } from './desk.ts'
import { cleanTyped } from './draft.ts'

/** So much of a pause, and what is typed is given to the page: little is lost if the program dies. */
const pause = 800

/**
 * Refuses what may not stand in the cell before it gets there, so that the caret and the rest of the text stay. A text
 * that an input method composes passes: it is cleaned when the composition ends.
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

/** Puts text where the caret is, or says at the cell why not. */
export function insertText(desk: Desk, input: HTMLInputElement, kind: CellKind, data: string): void {
  const place = placeOfTarget(desk, input)
  if (!place || !isEntered(desk.props, place)) return
  const [from, to] = [input.selectionStart ?? 0, input.selectionEnd ?? input.value.length]
  const own = cleanTyped(kind, data)
  const whole = cleanTyped(kind, input.value.slice(0, from) + own.text + input.value.slice(to))
  const refused = own.refused ?? whole.refused
  if (refused !== null) {
    refuse(desk, place.key, refused)
    return
  }
  input.setRangeText(own.text, from, to, 'end')
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: own.text }))
}

/** Says at the cell, and to screen readers, what was not taken; a second time in other characters, to be said again. */
export function refuse(desk: Desk, key: CellKey, text: string): void {
  const said = desk.state().said === text ? `${text}\u00a0` : text
  desk.set({ note: { key, text }, said })
}

/** The draft of a cell; a new one remembers what stood there. */
function draftOf(desk: Desk, key: CellKey): Draft {
  const { draft } = desk.state()
  if (draft?.key === key) return draft
  const { figures, unconfirmed } = desk.props
  return {
    key,
    text: '',
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
  const { text, refused } = cleanTyped(place.kind, input.value)
  const note = refused === null ? null : { key: place.key, text: refused }
  desk.set({ draft: { ...draft, text, dirty: true }, note, range: null, ...(refused !== null && { said: refused }) })
  desk.timer = setTimeout(() => commit(desk), pause)
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

/**
 * A composition has ended: digits are taken, the rest is refused by a word. One that left nothing to take, cancelled or
 * all letters, leaves the cell as it was.
 */
export function compositionEnd(desk: Desk, input: HTMLInputElement, composed: string): void {
  const place = placeOfTarget(desk, input)
  const { draft } = desk.state()
  if (!place || draft?.key !== place.key) return
  const own = cleanTyped(place.kind, composed)
  const before = beforeComposition.get(desk)
  if (own.text === '' && before) {
    desk.set({ draft: before.draft && { ...before.draft, composing: false } })
    if (before.draft === null && !desk.state().caret) selectWhole(desk, place.key)
    if (before.draft?.dirty) desk.timer = setTimeout(() => commit(desk), pause)
  } else {
    const { text } = cleanTyped(place.kind, input.value)
    desk.set({ draft: { ...draft, text, composing: false, dirty: true } })
    desk.timer = setTimeout(() => commit(desk), pause)
  }
  if (own.refused !== null) refuse(desk, place.key, own.refused)
}

/** Puts back what stood in the cell before it was edited, also where the page has the new figure already. */
export function restore(desk: Desk): void {
  const { draft } = desk.state()
  if (!draft) return
  clearTimeout(desk.timer)
  const { key, before, beforeUnconfirmed } = draft
  const now = desk.props.figures[key] ?? null
  const unconfirmedNow = desk.props.unconfirmed.includes(key)
  desk.set({ draft: null, note: null })
  if (now !== before || unconfirmedNow !== beforeUnconfirmed) {
    desk.props.onChange([{ key, value: before, ...(beforeUnconfirmed && { unconfirmed: true }) }])
  }
  selectWhole(desk, key)
}

/** F2: the caret goes behind the figure. */
export function editInCell(desk: Desk, key: CellKey): void {
  const input = inputOf(desk, key)
  if (!input || input.readOnly) return
  desk.set({ caret: true, range: null })
  input.setSelectionRange(input.value.length, input.value.length)
}
