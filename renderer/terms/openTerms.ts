/** How any part of the window opens 填报说明. */
import { createContext, useContext } from 'react'
import type { CellKey } from '../../shared/forms/form.ts'

/** Opens it at a term; null: at its search. */
export type OpenTerms = (term: string | null) => void

/** What 填报说明 needs to know of the report that is open: how to go to a cell. */
export type GoToCell = (key: CellKey) => void

export interface TermsDesk {
  readonly open: OpenTerms
  /** A report says while it is open how its cells are reached; null when it is closed. */
  readonly setGoToCell: (go: GoToCell | null) => void
}

/** Null where there is no such window around, as in a part that is shown by itself. */
export const TermsContext = createContext<TermsDesk | null>(null)

/** Null where 填报说明 is not to be had. */
export const useTerms = (): TermsDesk | null => useContext(TermsContext)
