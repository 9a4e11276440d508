/** Ctrl+F, Ctrl+H and F3 wherever a text is open, whatever in it has the focus. */
import { useEffect, useRef } from 'react'
import type { NarrativeId } from '../../shared/report.ts'
import type { Anchor, FindChoices } from './findSession.ts'
import { textCommand } from './textKeys.ts'
import type { Find } from './useFind.ts'

/** `shown`: the text that is open; null where none is, and the keys mean nothing. */
export function useFindKeys(find: Find, shown: NarrativeId | null): void {
  const latest = useRef({ find, shown })
  latest.current = { find, shown }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { find: now, shown: section } = latest.current
      const command = textCommand(event)
      if (!command || section === null || inDialog()) return
      if (command.does === 'find' || command.does === 'replace') {
        event.preventDefault()
        openFind(now, section, command.does)
      } else if (command.does === 'nextHit' && now.choices) {
        event.preventDefault()
        now.move(command.by, document.activeElement?.closest('.find-bar') ? 'bar' : 'field')
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Opens the bar for what is selected in the open text, from the caret on. */
export function openFind(find: Find, section: NarrativeId, mode: FindChoices['mode']): void {
  const { words, caret } = selectedIn(section)
  find.open(mode, words, caret)
}

const inDialog = (): boolean => document.querySelector('[role=dialog]:not([aria-hidden=true])') !== null

/** A long selection is a passage, not words to look for. */
const longestSelection = 50

/** What is selected in the open text, to be looked for, and where the caret is. */
function selectedIn(section: NarrativeId): { words: string; caret: Anchor } {
  const field = document.querySelector<HTMLTextAreaElement>(`[data-section=${section}] textarea`)
  if (!field) return { words: '', caret: { section, paragraph: 0, from: 0 } }
  const selected = field.value.slice(field.selectionStart, field.selectionEnd)
  const before = field.value.slice(0, field.selectionStart)
  return {
    words: selected.length > longestSelection || selected.includes('\n') ? '' : selected,
    caret: { section, paragraph: before.split('\n').length - 1, from: before.length - before.lastIndexOf('\n') - 1 },
  }
}
