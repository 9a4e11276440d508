/** What the small buttons in the table do: fill with 0, confirm, accept, fill from 勾稽关系, explain. */
import type { CellKey } from '../../shared/forms/form.ts'
import { commit, type Desk, goTo } from './desk.ts'
import { blanksAmong, zeros } from './fills.ts'
import { type EntryPlace, namedBy } from './geometry.ts'
import { confirmOrAccept } from './moving.ts'
import type { FigureChange } from './props.ts'

/** The buttons' `data-act`. */
export type Act = 'explain' | 'fill' | 'fillTable' | 'take' | 'confirmTable' | 'balance' | 'balanceTable'

/** Carries out a button's act. Each is one change, so that one undo takes it back. */
export function act(desk: Desk, button: HTMLButtonElement): void {
  const key = button.dataset.for ?? ''
  const place = desk.geometry.byKey.get(key)
  if (!commit(desk) && button.dataset.act !== 'explain') return
  switch (button.dataset.act as Act | undefined) {
    case 'explain':
      desk.props.onExplain(key)
      return
    case 'fill':
      fill(desk, placesOfLabel(desk, button))
      return
    case 'fillTable':
      fill(desk, desk.geometry.entries)
      return
    case 'take':
      if (place) confirmOrAccept(desk, place)
      return
    case 'confirmTable':
      confirmAll(desk)
      return
    case 'balance':
      fillFromBalance(desk, [key])
      return
    case 'balanceTable':
      fillFromBalance(desk, [...desk.scene.gaps.keys()])
  }
}

function placesOfLabel(desk: Desk, button: HTMLButtonElement): readonly EntryPlace[] {
  const at = button.closest<HTMLElement>('[data-label]')?.dataset.label
  const placed = desk.geometry.placed.find(({ row, column }) => `${row},${column}` === at)
  return placed ? namedBy(desk.geometry, placed) : []
}

/** The button goes with the last blank; the focus then goes to what was filled. */
function done(desk: Desk, changes: readonly FigureChange[], said: string): void {
  const [first] = changes
  if (!first) return
  desk.props.onChange(changes)
  desk.set({ said })
  if (document.activeElement instanceof HTMLButtonElement) goTo(desk, desk.geometry.byKey.get(first.key))
}

function fill(desk: Desk, places: readonly EntryPlace[]): void {
  const blanks = blanksAmong(places, desk.scene.figures, desk.props.proposals)
  done(desk, zeros(blanks), `已将${blanks.length}格填为0`)
}

function confirmAll(desk: Desk): void {
  const keys = desk.props.unconfirmed.filter((key) => desk.geometry.byKey.has(key))
  if (keys.length === 0) return
  desk.props.onConfirm(keys)
  desk.set({ said: `已确认${keys.length}格` })
  goTo(desk, desk.geometry.byKey.get(keys[0] ?? ''))
}

function fillFromBalance(desk: Desk, keys: readonly CellKey[]): void {
  const changes = keys.flatMap((key): FigureChange[] => {
    const value = desk.scene.gaps.get(key)?.fill ?? null
    return value === null ? [] : [{ key, value }]
  })
  done(desk, changes, `已按勾稽关系填入${changes.length}格`)
}
