/** What was just done for the clerk, said in the status bar until it is old. */
import { useCallback, useEffect, useState } from 'react'

/** Long enough to be read at leisure, and to take the step back. */
const shownMilliseconds = 12_000

/** Gives the sentence to show, empty where there is none, and what says a new one. */
export function useNote(): readonly [note: string, say: (sentence: string) => void] {
  const [note, setNote] = useState({ sentence: '' })
  useEffect(() => {
    if (note.sentence === '') return
    const timer = setTimeout(() => setNote({ sentence: '' }), shownMilliseconds)
    return () => clearTimeout(timer)
  }, [note])
  const say = useCallback((sentence: string) => setNote({ sentence }), [])
  return [note.sentence, say]
}
