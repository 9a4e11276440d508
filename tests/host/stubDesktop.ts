/** A desktop without dialogs: a test says what the next dialog gives, and reads what was opened and shown. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Desktop } from '../../electron/desktopPort.ts'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'

/** What a test does with the desktop: the same in the host and in Electron. */
export interface DesktopControls {
  /** What the next dialogs for a file give, in order; null is 取消. With nothing left a dialog is cancelled. */
  nextFile(path: string | null): Promise<void>
  nextTarget(path: string | null): Promise<void>
  /** The file that the program is then asked to open from outside. */
  nextOpened(path: string): Promise<void>
  /** Files that were opened, and shown in their folder, so far. */
  opened(): Promise<readonly string[]>
  shown(): Promise<readonly string[]>
  /** How many times the pages were printed. */
  printed(): Promise<number>
  /** What each dialog for a target proposed as name. */
  suggestedNames(): Promise<readonly string[]>
}

/**
 * Makes a desktop for a data folder and the window there is, and the controls of it. `childFile` is the reading child;
 * that of the sources without it.
 */
export function createStubDesktop(
  dataFolder: string,
  page: () => Page,
  childFile?: string,
): { desktop: Desktop; controls: DesktopControls } {
  const files: (string | null)[] = []
  const targets: (string | null)[] = []
  const asked: string[] = []
  const opened: string[] = []
  const shown: string[] = []
  const suggested: string[] = []
  let printed = 0
  const folders = { data: dataFolder, documents: join(dataFolder, 'documents') }
  return {
    desktop: {
      folders,
      openedFile: () => asked.shift() ?? null,
      chooseFile: async () => files.shift() ?? null,
      async chooseTarget(_title, suggestedName) {
        suggested.push(suggestedName)
        return targets.shift() ?? null
      },
      async openFile(path) {
        opened.push(path)
        return true
      },
      showInFolder: (path) => void shown.push(path),
      pagesAsPdf: () => page().pdf({ preferCSSPageSize: true, printBackground: true }),
      async printPages() {
        printed += 1
        return true
      },
      startReadingChild: () => forkReadingChild(childFile),
    },
    controls: {
      nextFile: async (path) => void files.push(path),
      nextTarget: async (path) => void targets.push(path),
      nextOpened: async (path) => void asked.push(path),
      opened: async () => [...opened],
      shown: async () => [...shown],
      printed: async () => printed,
      suggestedNames: async () => [...suggested],
    },
  }
}
