/**
 * The official form as data. One file an edition states every cell once; the editor, the Word tables, the reader,
 * the totals, the checks, the carry-forward and the database rows are derived from it.
 */

export type Edition = '2021' | '2019'

/** A key of a figure, such as `applications.newReceived.natural`. Keys are final: data files and databases use them. */
export type CellKey = string

/**
 * `count`: a non-negative integer. `amount`: 万元, held as an integer of 10⁻⁶ 万元 (one 分).
 * `change`: a signed integer (2019 form only). `total`: derived from other cells.
 */
export type CellKind = 'count' | 'amount' | 'change' | 'total'

export type TableId = 'proactive' | 'applications' | 'review'
export type SectionId = 'overview' | TableId | 'problems' | 'other'

interface Span {
  readonly colspan: number
  readonly rowspan: number
}

/** A printed cell: a header or the name of a row. `aliases` are other wordings met in tables of real reports. */
export interface LabelCell extends Span {
  readonly type: 'label'
  readonly text: string
  readonly aliases: readonly string[]
  /** What the texts of reports say for it where they say something else than its name; no table prints these. */
  readonly spoken: readonly string[]
  /** What it means and how it is counted, with its article of the 条例; empty where the name says it all. */
  readonly help: string
}

/** A cell that holds a figure. */
export interface EntryCell extends Span {
  readonly type: 'entry'
  readonly key: CellKey
  readonly kind: CellKind
}

export type FormCell = LabelCell | EntryCell

export interface FormTable {
  readonly id: TableId
  readonly columns: number
  /** Widths of the columns in the form that circulates, in dxa; null where the edition's form is known only as a web page. */
  readonly columnWidths: readonly number[] | null
  /** How many rows at the top are headers of columns, repeated when the table breaks over pages. */
  readonly headerRows: number
  readonly rows: readonly (readonly FormCell[])[]
}

export interface Section {
  readonly id: SectionId
  readonly heading: string
  /** Other names of the section met in real reports, without their number. */
  readonly aliases: readonly string[]
  /** What belongs there, with its article of the 条例. */
  readonly help: string
}

/** `total` is the sum of `addends`. Rules T3-A, T3-B, T4-D of the specification. */
export interface SumRule {
  readonly rule: 'T3-A' | 'T3-B' | 'T4-D'
  readonly total: CellKey
  readonly addends: readonly CellKey[]
}

/** 勾稽关系: the sum of `left` equals the sum of `right`. Rule T3-C. */
export interface BalanceRule {
  readonly rule: 'T3-C'
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
}

/** 上年结转 of one applicant column and the cell of last year's report it must equal. Rule X1. */
export interface CarryRule {
  readonly into: CellKey
  readonly from: CellKey
}

/** 现行有效 = last year's 现行有效 + 本年制发 − 本年废止. Rule X2. */
export interface StockRule {
  readonly inForce: CellKey
  readonly issued: CellKey
  readonly repealed: CellKey
}

/** A group of table four whose 尚未审结 should be found again in next year's total. Rule X3. */
export interface PendingRule {
  readonly pending: CellKey
  readonly total: CellKey
}

export interface Form {
  readonly edition: Edition
  /** The document that prescribes the form. */
  readonly document: string
  readonly sections: readonly Section[]
  readonly tables: readonly FormTable[]
  readonly sums: readonly SumRule[]
  readonly balances: readonly BalanceRule[]
  readonly carries: readonly CarryRule[]
  readonly stocks: readonly StockRule[]
  readonly pendings: readonly PendingRule[]
  /** Applications ended because the 信息处理费 was not paid: where there is one, a 收费通知 was sent. */
  readonly unpaidFees: readonly CellKey[]
  /** Cells that only an organ with the power to make 规章 may fill with more than 0. Rule L1. */
  readonly localLegislation: readonly CellKey[]
}

type Spans = Partial<Span> & {
  readonly aliases?: readonly string[]
  readonly spoken?: readonly string[] | undefined
  readonly help?: string | undefined
}

/** Makes a printed cell. */
export function label(text: string, given: Spans = {}): LabelCell {
  const { colspan = 1, rowspan = 1, aliases = [], spoken = [], help = '' } = given
  return { type: 'label', text, colspan, rowspan, aliases, spoken, help }
}

/** Makes a cell for a figure. */
export function entry(key: CellKey, kind: CellKind = 'count', colspan = 1): EntryCell {
  return { type: 'entry', key, kind, colspan, rowspan: 1 }
}
