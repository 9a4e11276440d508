/** The field and the mirror under it: where letters are, how they come into view, and how the caret is put there. */
import { useEffect, useRef } from 'react'
import type { TextSpan } from '../../shared/narrative/marks.ts'
import { paragraphStart } from './textMarks.ts'

export interface FieldRef {
  readonly current: HTMLTextAreaElement | null
}

export interface MirrorRef {
  readonly current: HTMLDivElement | null
}

/** A place in the text to go to; a new `at` goes there again. */
export interface TextPlace extends TextSpan {
  readonly at: number
}

/** Brings letters into view. The field is as high as its text, so the page scrolls, and the mirror knows where they are. */
export function showLetters(mirror: MirrorRef, { paragraph, from }: TextSpan, block: 'center' | 'nearest'): void {
  const drawn = mirror.current?.children[paragraph]
  const runs = [...(drawn?.querySelectorAll('[data-from]') ?? [])]
  const run = runs.findLast((element) => Number(element.getAttribute('data-from')) <= from)
  const shown = run ?? drawn
  shown?.scrollIntoView({ block })
}

/** Only a field in use has its caret moved: undoing in a table must not jump into the text. */
export function setCaret(field: HTMLTextAreaElement | null, at: number): void {
  if (field && document.activeElement === field) field.setSelectionRange(at, at)
}

/** The page undoes over tables and texts alike; the field's own history would undo beside it. */
export function useNoHistoryOfItsOwn(field: FieldRef): void {
  useEffect(() => {
    const element = field.current
    const refuse = (event: InputEvent) => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') event.preventDefault()
    }
    element?.addEventListener('beforeinput', refuse)
    return () => element?.removeEventListener('beforeinput', refuse)
  }, [field])
}

/** Goes where the page sends the clerk: focus, letters selected and in view. */
export function useGoTo(goTo: TextPlace | null | undefined, field: FieldRef, mirror: MirrorRef): void {
  const gone = useRef<number | null>(null)
  useEffect(() => {
    const element = field.current
    if (!goTo || !element || gone.current === goTo.at) return
    gone.current = goTo.at
    const start = paragraphStart(element.value, goTo.paragraph)
    element.focus({ preventScroll: true })
    element.setSelectionRange(start + goTo.from, start + goTo.to)
    showLetters(mirror, goTo, 'center')
  }, [goTo, field, mirror])
}
