/** Pasting and dragging text into the field: cleaned, one step of undo, and the clerk is told what was changed. */
import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import type { Draft } from './draft.ts'
import type { FieldRef } from './fieldPlace.ts'
import { parsedHtml } from './htmlNodes.ts'
import { textOfHtml } from './pastedHtml.ts'
import { type Pasted, pasteInto, readPasted } from './pastedText.ts'
import { longestText } from './useInsertion.ts'

/** What is said about the last paste, as long as nothing was typed since. */
export interface PasteNote {
  readonly words: string
  /** Joins the lines of a PDF; null where none look broken. */
  readonly join: (() => void) | null
}

interface PastingOf {
  readonly draft: Draft
  readonly field: FieldRef
  readonly text: string
  onRefused(sentence: string | null): void
}

interface Pasting {
  readonly note: PasteNote | null
  onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void
  dismiss(): void
}

/** A pasted text longer than this has no formatting anyone needs; reading it would hold up the window. */
const longestHtml = 4_000_000

export function usePasting({ draft, field, text, onRefused }: PastingOf): Pasting {
  const [said, setSaid] = useState<(PasteNote & { readonly text: string }) | null>(null)

  function put(now: { text: string; caret: number }): boolean {
    const element = field.current
    if (!element) return false
    if (now.text.length > longestText) {
      onRefused('粘贴后会超过40万字，没有粘贴，请分开粘贴需要的部分。')
      return false
    }
    onRefused(null)
    if (now.text === draft.text) return false
    draft.flush()
    // The browser's own way of setting the value keeps the caret; React then finds the field as it would draw it.
    element.value = now.text
    element.setSelectionRange(now.caret, now.caret)
    draft.type(now.text)
    draft.flush()
    return true
  }

  function take({ plain, html }: Sides) {
    const element = field.current
    if (!element) return
    const formatted = html !== '' && html.length <= longestHtml ? textOfHtml(parsedHtml(html)) : null
    const pasted = readPasted(plain, formatted)
    const selected = { text: draft.text, from: element.selectionStart, to: element.selectionEnd }
    const now = pasteInto(selected, pasted)
    if (!put(now)) return setSaid(null)
    setSaid(noteOf(pasted, now.text, () => join(selected, pasted)))
  }

  function join(selected: Parameters<typeof pasteInto>[0], { paragraphs, whole, joined }: Pasted): void {
    if (!joined) return
    const now = pasteInto(selected, { paragraphs: joined, whole })
    field.current?.focus({ preventScroll: true })
    if (!put(now)) return
    setSaid({ words: `已把${paragraphs.length}行接成${joined.length}段。`, join: null, text: now.text })
  }

  useDropping(field, take)
  return {
    note: said?.text === text ? said : null,
    onPaste(event) {
      event.preventDefault()
      take(sidesOf(event.clipboardData))
    },
    dismiss: () => setSaid(null),
  }
}

function noteOf({ paragraphs, notes, joined }: Pasted, text: string, join: () => void) {
  const broken = joined ? [`这${paragraphs.length}行像是从PDF复制的，句子在行末断开了`] : []
  const sentences = [...notes, ...broken]
  if (sentences.length === 0) return null
  return { words: `已粘贴。${sentences.join('；')}。`, join: joined ? join : null, text }
}

/** Both sides of a clipboard or of a drag. */
interface Sides {
  readonly plain: string
  readonly html: string
}

const sidesOf = (data: DataTransfer): Sides => ({
  plain: data.getData('text/plain'),
  html: data.getData('text/html'),
})

/** Text dragged in from elsewhere is cleaned like a pasted one; text moved within the field is moved as it is. */
function useDropping(field: FieldRef, take: (sides: Sides) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const element = field.current
    if (!element) return
    let within = false
    let dropped: Sides | null = null
    const listeners = {
      dragstart: () => {
        within = true
      },
      dragend: () => {
        within = false
      },
      drop: (event: DragEvent) => {
        dropped = event.dataTransfer && sidesOf(event.dataTransfer)
      },
      // Only at this event the caret stands where the text is dropped.
      beforeinput: (event: InputEvent) => {
        if (event.inputType !== 'insertFromDrop' || within) return
        event.preventDefault()
        latest.current(dropped ?? { plain: event.data ?? '', html: '' })
        dropped = null
      },
    }
    const entries = Object.entries(listeners) as [string, EventListener][]
    for (const [name, listener] of entries) element.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of entries) element.removeEventListener(name, listener)
    }
  }, [field])
}
