/**
 * Texts that are typed but not yet handed to the page, because the clerk is still typing. Undo, redo, export, closing and
 * leaving the page call `flushTexts` first, so that they see every letter.
 */
const pending = new Set<() => void>()

/** Enters what hands over a text; gives the function that takes it out again. */
export function registerPending(flush: () => void): () => void {
  pending.add(flush)
  return () => pending.delete(flush)
}

/** Hands over every text that is still being typed. A word an input method is still composing is taken as it stands. */
export function flushTexts(): void {
  for (const flush of pending) flush()
}
