/** What the page gives the table editor, and what it is told. */
import type { Finding } from '../../shared/checks/finding.ts'
import type { FigureChange } from '../../shared/edits.ts'
import type { CellKey, Form, TableId } from '../../shared/forms/form.ts'
import type { Figures, LastYear } from '../../shared/report.ts'

export type { FigureChange }

/** How a cell of a read file came out. */
export type CellMark = 'found' | 'blank' | 'doubtful' | 'missing'

export interface ReadMark {
  readonly mark: CellMark
  readonly text: string
  readonly why?: string
  /** Where in the file: 文件中第3个表第5行第4列. */
  readonly where?: string
}

export interface TableEditorProps {
  readonly form: Form
  readonly table: TableId
  /** In held units: amounts in 10⁻⁶ 万元. */
  readonly figures: Figures
  readonly marks: Readonly<Record<CellKey, string>>
  /** Carried forward and not confirmed yet. */
  readonly unconfirmed: readonly CellKey[]
  /** Ghost values; they become figures when they are accepted. */
  readonly proposals: ReadonlyMap<CellKey, number>
  readonly lastYear: LastYear | null
  readonly showLastYear: boolean
  /** Of the whole report. */
  readonly findings: readonly Finding[]
  /** `printed`: the totals of a read file are cells like others. */
  readonly totals: 'derived' | 'printed'
  readonly cellMarks?: ReadonlyMap<CellKey, ReadMark>
  /** A cell that is shown to be meant, without going to it. */
  readonly pointed?: CellKey | null
  readonly readOnly?: boolean
  /** The cell to go to, each time `at` changes. */
  readonly goTo?: { readonly key: CellKey; readonly at: number } | null
  /** One call is one step of undo. */
  onChange(changes: readonly FigureChange[]): void
  onConfirm(keys: readonly CellKey[]): void
  onExplain(key: CellKey): void
  /** A text was left behind in a cell that is no figure and was not taken: a sentence that says so. */
  onRefused?(sentence: string): void
}

/**
 * Whether buttons that write for the person are offered: not while last year's file is looked through, where they would
 * change what was printed.
 */
export const offersWriting = ({ readOnly, cellMarks }: TableEditorProps): boolean =>
  !readOnly && cellMarks === undefined
