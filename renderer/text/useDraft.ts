import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Draft } from './draft.ts'
import { registerPending } from './pendingTexts.ts'

interface DraftCallbacks {
  readonly onChange: (text: string, inserted?: string) => void
  /** The page itself changed the text; called when the new one is in the field. */
  readonly onOutside: (before: string, after: string) => void
}

/** A draft of `text` for a field: its value to draw, and the draft to type into. */
export function useDraft(text: string, callbacks: DraftCallbacks): { value: string; draft: Draft } {
  const [value, setValue] = useState(text)
  const [changed, setChanged] = useState<{ before: string; after: string } | null>(null)
  const latest = useRef(callbacks)
  const [draft] = useState(
    () =>
      new Draft(text, {
        show: setValue,
        handOver: (typed, inserted) => latest.current.onChange(typed, inserted),
        outside: (before, after) => setChanged({ before, after }),
      }),
  )
  useLayoutEffect(() => {
    latest.current = callbacks
  })
  useEffect(() => draft.adopt(text), [draft, text])
  useLayoutEffect(() => {
    if (changed) latest.current.onOutside(changed.before, changed.after)
  }, [changed])
  useEffect(() => {
    const leave = registerPending(() => draft.flush())
    return () => {
      leave()
      draft.flush()
    }
  }, [draft])
  return { value, draft }
}
