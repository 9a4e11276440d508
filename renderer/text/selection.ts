/** Where the caret is in a text and what is selected, for what stands beside it: the text itself is not drawn again. */
import { useEffect, useSyncExternalStore } from 'react'

export interface Selected {
  /** The text as it stands in the field, typed letters included. */
  readonly text: string
  readonly from: number
  readonly to: number
}

export interface SelectionStore {
  set(selected: Selected): void
  get(): Selected | null
  subscribe(listener: () => void): () => void
}

/** Null until the field was used. */
export function createSelection(): SelectionStore {
  let current: Selected | null = null
  const listeners = new Set<() => void>()
  return {
    set(selected) {
      current = selected
      for (const listener of listeners) listener()
    },
    get: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useSelected = (store: SelectionStore): Selected | null => useSyncExternalStore(store.subscribe, store.get)

/** Tells a store where the caret of a field is. React's own event is silent where the program moves the caret. */
export function useToldSelection(
  field: { readonly current: HTMLTextAreaElement | null },
  store: SelectionStore | undefined,
): void {
  useEffect(() => {
    const tell = () => {
      const element = field.current
      if (!store || !element || document.activeElement !== element) return
      store.set({ text: element.value, from: element.selectionStart, to: element.selectionEnd })
    }
    document.addEventListener('selectionchange', tell)
    return () => document.removeEventListener('selectionchange', tell)
  }, [field, store])
}

/** The paragraph of the caret, and the caret in it. */
export function caretOf(selected: Selected | null): { readonly paragraph: number; readonly at: number } | null {
  if (!selected) return null
  const inFront = selected.text.slice(0, selected.to)
  return { paragraph: inFront.split('\n').length - 1, at: inFront.length - (inFront.lastIndexOf('\n') + 1) }
}
