/** The table as it is being worked on: which cell, what is typed in it and not given on yet, which range is selected. */
import { flushSync } from 'react-dom'
import type { CellKey } from '../../shared/forms/form.ts'
import type { Figures } from '../../shared/report.ts'
import type { BadCell } from './clipboard.ts'
import { checkTyped, isFigure, readTyped } from './draft.ts'
import type { EntryPlace, Geometry, Range } from './geometry.ts'
import type { Mode } from './keys.ts'
import type { TableEditorProps } from './props.ts'
import { type Scene, sceneOf } from './view.ts'

/** What is being typed. It stands in the cell at once and counts in the totals; the page gets it as one change. */
export interface Draft {
  readonly key: CellKey
  readonly text: string
  /** Why it is no figure: then it counts for nothing, and nothing of it is given to the page. */
  readonly refused: string | null
  readonly composing: boolean
  /** Whether the page does not have it yet. */
  readonly dirty: boolean
  /** What stood in the cell before, for Escape. */
  readonly before: number | null
  readonly beforeUnconfirmed: boolean
}

export interface DeskState {
  readonly active: CellKey | null
  /** The column that up and down keep to. */
  readonly column: number
  /** F2: the caret is in the cell, arrow keys move it. */
  readonly caret: boolean
  readonly draft: Draft | null
  readonly range: Range | null
  /** Why something was refused, shown at the cell; one that `stays` is there until the cell is edited again. */
  readonly note: { readonly key: CellKey; readonly text: string; readonly stays?: boolean } | null
  /** The last thing said to screen readers. */
  readonly said: string
  readonly refusedPaste: { readonly message: string; readonly bad: readonly BadCell[] } | null
}

export interface Desk {
  state(): DeskState
  set(patch: Partial<DeskState>): void
  subscribe(listener: () => void): () => void
  /** The table's own element and what the page gave last; set by the component. */
  root: HTMLElement | null
  props: TableEditorProps
  /** What was drawn last, with what is being typed. */
  scene: Scene
  readonly geometry: Geometry
  timer: ReturnType<typeof setTimeout> | undefined
}

const atRest: DeskState = {
  active: null,
  column: 0,
  caret: false,
  draft: null,
  range: null,
  note: null,
  said: '',
  refusedPaste: null,
}

/** Makes the desk of one table. */
export function createDesk(props: TableEditorProps, geometry: Geometry): Desk {
  let state = atRest
  const listeners = new Set<() => void>()
  return {
    state: () => state,
    set(patch) {
      state = { ...state, ...patch }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    root: null,
    props,
    scene: sceneOf(props, props.figures, new Map(), new Set()),
    geometry,
    timer: undefined,
  }
}

export const modeOf = ({ caret, draft }: DeskState): Mode => (caret ? 'caret' : draft ? 'typed' : 'whole')

/** Whether the clerk fills the cell in. */
export const isEntered = (
  { readOnly, totals }: Pick<TableEditorProps, 'readOnly' | 'totals'>,
  place: EntryPlace,
): boolean => !readOnly && (place.kind !== 'total' || totals === 'printed')

export const inputOf = (desk: Desk, key: CellKey): HTMLInputElement | null =>
  desk.root?.querySelector<HTMLInputElement>(`input[data-key="${CSS.escape(key)}"]`) ?? null

/** The cell that an event happened in. */
export function placeOfTarget(desk: Desk, target: EventTarget | null): EntryPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  return cell ? desk.geometry.byKey.get(cell.dataset.cell ?? '') : undefined
}

/** Moves the focus to a cell; its figure is selected, so that typing replaces it. */
export function goTo(desk: Desk, place: EntryPlace | undefined, column?: number): void {
  if (!place) return
  const input = inputOf(desk, place.key)
  if (!input) return
  desk.set({ column: column ?? place.column })
  if (input === document.activeElement) selectWhole(desk, place.key)
  else input.focus({ preventScroll: true })
  input.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Ends typing in the cell that has the focus, with its figure selected as a whole again. */
export function selectWhole(desk: Desk, key: CellKey): void {
  flushSync(() => desk.set({ caret: false, draft: null }))
  inputOf(desk, key)?.select()
}

/** The figures with what is being typed, for totals in the same frame. */
export function figuresWithDraft({ figures }: TableEditorProps, { draft }: DeskState, { byKey }: Geometry): Figures {
  const kind = draft ? byKey.get(draft.key)?.kind : undefined
  if (!draft || !kind || draft.composing || draft.refused !== null) return figures
  const value = readTyped(kind, draft.text)
  return isFigure(value) && value !== (figures[draft.key] ?? null) ? { ...figures, [draft.key]: value } : figures
}

/** Why what is typed is no figure; null where it is one, and where nothing is typed. */
export function refusalOf(desk: Desk): string | null {
  const { draft } = desk.state()
  const place = draft ? desk.geometry.byKey.get(draft.key) : undefined
  if (!draft?.dirty || draft.composing || !place) return null
  if (draft.refused !== null) return draft.refused
  const value = readTyped(place.kind, draft.text)
  return isFigure(value) ? null : value.refused
}

/** Gives what was typed to the page. Nothing is given while an input method composes, and nothing twice. */
export function give(desk: Desk): void {
  const { draft } = desk.state()
  clearTimeout(desk.timer)
  const place = draft ? desk.geometry.byKey.get(draft.key) : undefined
  if (!draft?.dirty || draft.composing || draft.refused !== null || !place) return
  const value = readTyped(place.kind, draft.text)
  if (!isFigure(value)) return
  desk.set({ draft: { ...draft, dirty: false } })
  if (value !== (desk.props.figures[draft.key] ?? null)) desk.props.onChange([{ key: draft.key, value }])
  else if (value !== null && desk.props.unconfirmed.includes(draft.key)) desk.props.onConfirm([draft.key])
}

/**
 * Gives what was typed to the page before the cell is left. False where it is no figure: the cell says so and is not to
 * be left by key or within the table, so that nobody types on in the belief that it was taken.
 */
export function commit(desk: Desk): boolean {
  const refusal = refusalOf(desk)
  const { draft } = desk.state()
  if (refusal !== null && draft) {
    refuse(desk, draft.key, `${refusal}，请改正，或按 Esc 恢复`)
    return false
  }
  give(desk)
  return true
}

/** Says at the cell, and to screen readers, what was not taken; a second time in other characters, to be said again. */
export function refuse(desk: Desk, key: CellKey, text: string): void {
  const said = desk.state().said === text ? `${text}\u00a0` : text
  desk.set({ note: { key, text }, said })
}

/** Puts back what stood in the cell before it was edited, where a pause has given the page a part of the typing already. */
export function giveBack(desk: Desk, { key, before, beforeUnconfirmed }: Draft): void {
  const now = desk.props.figures[key] ?? null
  const unconfirmedNow = desk.props.unconfirmed.includes(key)
  if (now === before && unconfirmedNow === beforeUnconfirmed) return
  desk.props.onChange([{ key, value: before, ...(beforeUnconfirmed && { unconfirmed: true }) }])
}

/**
 * Ends typing because the table is left or goes away. A text that is no figure is dropped, the figure of before stays,
 * and both the cell and the page say so.
 */
export function endTyping(desk: Desk): void {
  const refusal = refusalOf(desk)
  const { draft } = desk.state()
  if (refusal === null || !draft) {
    give(desk)
    return
  }
  clearTimeout(desk.timer)
  giveBack(desk, draft)
  const kept = draft.before === null ? '这一格仍是空白' : '这一格仍是原来的数字'
  const text = `“${draft.text}”没有填入：${refusal}，${kept}`
  desk.set({ draft: null, note: { key: draft.key, text, stays: true }, said: text })
  desk.props.onRefused?.(`${desk.geometry.byKey.get(draft.key)?.name ?? ''}：${text}。`)
}

/** Ends typing because the page or the table goes away, even out of a composition. */
export function flush(desk: Desk): void {
  const { draft } = desk.state()
  const kind = draft ? desk.geometry.byKey.get(draft.key)?.kind : undefined
  if (draft?.composing && kind) {
    const typed = checkTyped(kind, draft.text)
    desk.set({ draft: { ...draft, ...typed, composing: false } })
  }
  endTyping(desk)
}

/** What the page has changed meanwhile (undo) stands in the cell, not the text that was typed before it. */
export function dropOvertaken(desk: Desk, figures: Figures): void {
  const { draft } = desk.state()
  if (!draft || draft.dirty || draft.composing) return
  const kind = desk.geometry.byKey.get(draft.key)?.kind
  const value = kind ? readTyped(kind, draft.text) : null
  if (value !== (figures[draft.key] ?? null)) desk.set({ draft: null })
}

/** The cells of the selection: the range, or the cell that has the focus. */
export const selectionOf = ({ active, range }: DeskState): Range | null =>
  range ?? (active === null ? null : { anchor: active, head: active })
