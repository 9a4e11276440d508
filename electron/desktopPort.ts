/** The port to the desktop: what the use cases ask of the machine they run on. Electron's answer is desktop.ts. */
import type { ChildPort } from './reading/reader.ts'

/** A row of a file dialog's list of kinds: `{ name: 'Word 文档', extensions: ['docx'] }`. */
export interface FileKind {
  readonly name: string
  readonly extensions: readonly string[]
}

/** What the program needs of the desktop. Paths stay on this side of the boundary: the page never sees one. */
export interface Desktop {
  /** Asks for a file to read; null where the dialog was cancelled. */
  chooseFile(title: string, kinds: readonly FileKind[]): Promise<string | null>
  /** The file the program was asked to open, once; absent where files cannot be opened with it. */
  readonly openedFile?: () => string | null
  /** Asks where to write a file; null where the dialog was cancelled. */
  chooseTarget(title: string, suggestedName: string, kinds: readonly FileKind[]): Promise<string | null>
  /** Opens a file in the program the machine has for it; false where there is none. */
  openFile(path: string): Promise<boolean>
  showInFolder(path: string): void
  /** The window as it prints, on the sizes of paper that the page itself names; throws where it cannot be made. */
  pagesAsPdf(): Promise<Uint8Array>
  /** Prints the window after the system's own dialog; false where it could not be printed, not where it was cancelled. */
  printPages(): Promise<boolean>
  startReadingChild(): ChildPort
  readonly folders: { readonly data: string; readonly documents: string }
}
