/** What a text needs of the report around it. */
import type { Finding } from '../../shared/checks/finding.ts'
import type { DocumentChoices } from '../../shared/document/choices.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import type { Report } from '../../shared/report.ts'
import type { Find } from './useFind.ts'

export interface TextDesk {
  /** Those of the whole report; each text takes its own. */
  readonly findings: readonly Finding[]
  /** What is laid out to count pages; null where none are counted. */
  readonly paper: { readonly report: Report; readonly choices: DocumentChoices } | null
  /** Find and replace, over all texts; null where there is none. */
  readonly find: Find | null
  /** Leads to a cell of a table. */
  goToCell(key: CellKey): void
  /** Takes the last step back, as Ctrl+Z does; null where there is no history. */
  readonly undo: (() => void) | null
  /** Says in the status bar what was done. */
  say(sentence: string): void
}

/** A text by itself, as in the review of a file that was read. */
export const noDesk: TextDesk = {
  findings: [],
  paper: null,
  find: null,
  goToCell() {},
  undo: null,
  say() {},
}
