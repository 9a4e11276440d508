/** What stands in the window and not on the disk: nothing leaves a page, or closes the window, without looking here. */
import { flushTexts } from '../text/pendingTexts.ts'

interface Unsaved {
  /** Tries to save; gives whether all of it is saved. */
  settle(): Promise<boolean>
  /** Whether something could not be saved and is to be tried again. */
  failed(): boolean
}

const registered = new Set<Unsaved>()

/** Enters what saves; gives the function that takes it out again. */
export function registerUnsaved(unsaved: Unsaved): () => void {
  registered.add(unsaved)
  return () => registered.delete(unsaved)
}

/** Saves everything that was typed; gives whether it could be. */
export async function settleAll(): Promise<boolean> {
  flushTexts()
  const settled = await Promise.all([...registered].map((unsaved) => unsaved.settle()))
  return settled.every(Boolean)
}

/** Whether something of what was typed could not be saved so far. */
export const someUnsaved = (): boolean => [...registered].some((unsaved) => unsaved.failed())
