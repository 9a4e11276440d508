/** A desktop without a screen: its dialogs answer with paths, the rest does nothing. */
import type { Desktop } from '../../electron/desktopPort.ts'

/** `next` gives what the next dialog answers; null: it was closed. */
export const answeringDesktop = (
  folder: string,
  next: () => Promise<string | null>,
  startReadingChild: Desktop['startReadingChild'],
): Desktop => ({
  chooseFile: next,
  chooseTarget: next,
  openFile: async () => true,
  showInFolder: () => undefined,
  pagesAsPdf: async () => new Uint8Array(),
  printPages: async () => true,
  startReadingChild,
  folders: { data: folder, documents: folder },
})
