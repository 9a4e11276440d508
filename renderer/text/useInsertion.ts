/** What the program puts into the text for the clerk, as a step of undo of its own. */
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { TextSpan } from '../../shared/narrative/marks.ts'
import type { Placed } from '../../shared/narrative/placing.ts'
import type { Draft } from './draft.ts'
import { type FieldRef, type MirrorRef, showLetters } from './fieldPlace.ts'

/** What the page can do with the text in the field. */
export interface TextEditorHandle {
  /**
   * Puts a sentence into the text as it stands in the field, typed letters included; one step of undo. `place` is given
   * the text and where the caret was when the field was last used, null where it was not used yet.
   */
  insert(place: (text: string, caret: number | null) => Placed): void
}

/** The contract's limit of a text. */
export const longestText = 400_000

interface InsertionOf {
  readonly draft: Draft
  readonly field: FieldRef
  readonly mirror: MirrorRef
  readonly ref: Ref<TextEditorHandle> | undefined
  onRefused(sentence: string | null): void
}

interface Insertion {
  onUse(): void
  /** Puts a text in the field whose letters from…to are new; the caret stands behind them and they are in view. */
  put(placed: Placed): void
}

export function useInsertion({ draft, field, mirror, ref, onRefused }: InsertionOf): Insertion {
  const used = useRef(false)
  const [shown, setShown] = useState<TextSpan | null>(null)

  function put({ text, from, to }: Placed) {
    const element = field.current
    if (!element) return
    if (text.length > longestText) return onRefused('写入后会超过40万字，没有写入，请先删去不需要的文字。')
    onRefused(null)
    // The browser's own way of setting the value keeps the caret; React then finds the field as it would draw it.
    element.value = text
    draft.put(text, text.slice(from, to))
    element.focus({ preventScroll: true })
    element.setSelectionRange(to, to)
    const before = text.slice(0, from)
    const start = before.lastIndexOf('\n') + 1
    setShown({ paragraph: before.split('\n').length - 1, from: from - start, to: to - start })
  }

  useImperativeHandle(ref, () => ({
    insert: (place) => put(place(draft.text, used.current ? (field.current?.selectionStart ?? null) : null)),
  }))
  useEffect(() => {
    if (shown) showLetters(mirror, shown, 'nearest')
  }, [shown, mirror])
  return {
    onUse() {
      used.current = true
    },
    put,
  }
}
