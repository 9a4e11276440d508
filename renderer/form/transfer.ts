/** Copy, cut and paste of the selected cells. */
import type { CellKey } from '../../shared/forms/form.ts'
import { copyText, fitPaste, parseTable, readPasted } from './clipboard.ts'
import { commit, type Desk, inputOf, isEntered, placeOfTarget, refuse, selectionOf, selectWhole } from './desk.ts'
import { blockOf } from './geometry.ts'
import { blank } from './moving.ts'
import type { FigureChange } from './props.ts'
import { insertText } from './typing.ts'
import { textOf } from './view.ts'

/** Puts the selected cells on the clipboard as tab-separated text; cutting blanks them. */
export function copySelected(desk: Desk, event: ClipboardEvent): void {
  const range = selectionOf(desk.state())
  const block = range ? blockOf(desk.geometry, range) : undefined
  // With the caret in the cell, copying is the text field's own.
  if (!block || desk.state().caret || !placeOfTarget(desk, event.target)) return
  if (!commit(desk)) return
  event.clipboardData?.setData(
    'text/plain',
    copyText(desk.geometry, block, (place) => textOf(desk.scene, place)),
  )
  event.preventDefault()
  if (event.type === 'cut') blank(desk)
}

/** Writes a paste in one step, or says what does not fit and writes nothing. */
export function paste(desk: Desk, event: ClipboardEvent): void {
  const place = placeOfTarget(desk, event.target)
  const range = selectionOf(desk.state())
  const block = range ? blockOf(desk.geometry, range) : undefined
  if (!place || !block || desk.props.readOnly) return
  event.preventDefault()
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const single = parseTable(text).flat().length <= 1
  if (single && desk.state().caret) {
    pasteAtCaret(desk, place.key, text)
    return
  }
  const result = fitPaste(text, { geometry: desk.geometry, block, isEntered: (to) => isEntered(desk.props, to) })
  if (!result.ok) {
    if (single && result.bad.length === 1) refuse(desk, place.key, `${result.bad[0]?.why ?? ''}，没有粘贴`)
    else desk.set({ refusedPaste: { message: result.message, bad: result.bad } })
    return
  }
  // What is pasted replaces also a text that is no figure.
  if (!commit(desk)) desk.set({ draft: null })
  write(desk, result.changes)
  selectWhole(desk, place.key)
}

function write(desk: Desk, all: readonly FigureChange[]): void {
  const { figures, unconfirmed } = desk.scene
  const changes = all.filter(({ key, value }) => value !== (figures[key] ?? null) || unconfirmed.has(key))
  if (changes.length > 0) desk.props.onChange(changes)
  desk.set({ note: null, said: `已粘贴${all.length}格` })
}

function pasteAtCaret(desk: Desk, key: CellKey, text: string): void {
  const place = desk.geometry.byKey.get(key)
  const input = inputOf(desk, key)
  if (!place || !input) return
  const value = readPasted(place.kind, text)
  if (typeof value === 'string') refuse(desk, key, `${value}，没有粘贴`)
  else if (value !== null) insertText(desk, input, place.kind, text.replace(/[\s,，\u00a0]/g, ''))
}
