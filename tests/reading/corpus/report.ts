/** A report as it will stand in a file, before it becomes bytes, and what a reader must say of each of its cells. */
import type { CellKey, Form, TableId } from '../../../shared/forms/form.ts'
import { formOf, placesOf } from '../../../shared/forms/lookup.ts'
import type { Figures } from '../../../shared/report.ts'
import { formatFigure } from '../../../shared/values.ts'
import { type Drawn, draw } from '../formFiles.ts'

export const tableIds: readonly TableId[] = ['proactive', 'applications', 'review']

/** Tables and lines of text in the order in which they stand. */
export type Piece = Drawn | string

/** `right`: the figure and nothing else. `doubtful`: shown to the person, with no other number. `missing`: not found. */
export type Demand = 'right' | 'doubtful' | 'missing'

export interface CorpusReport {
  readonly form: Form
  readonly year: number
  /** Stands before it in the file, and is not the one to be read. */
  readonly earlier?: CorpusReport
  /** What stands in the file, by cell; null where it is blank. */
  readonly figures: Figures
  readonly pieces: Readonly<Record<TableId, readonly Piece[]>>
  /** How each figure is printed. */
  readonly texts: ReadonlyMap<CellKey, string>
  readonly demand: (key: CellKey) => Demand
}

/** How a figure is printed, and what is then to be read. */
export interface Printed {
  readonly text: string
  readonly value: number | null
}

/** A fault of real files, as a change to the official tables. */
export interface Fault {
  readonly name: string
  readonly edition?: Form['edition']
  readonly figures?: Figures
  readonly label?: (text: string) => string
  readonly figure?: (key: CellKey, printed: Printed) => Printed
  readonly change?: (drawn: Drawn, id: TableId) => Drawn
  /** Cuts a table into pieces, with what stands between them. */
  readonly cut?: (drawn: Drawn, id: TableId) => readonly Piece[]
  readonly demand?: (key: CellKey) => Demand
  /** The report of the year before stands before it in the file, each of its figures one greater. */
  readonly afterEarlier?: boolean
  /** Figures stand elsewhere than in the official form: a reader by position gives wrong numbers. */
  readonly moved?: boolean
}

const oneGreater = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, figure === null ? null : figure + 1]))

/** Draws the report of a fault from the figures of a sample. */
export function corpusReport(fault: Fault, sample: Figures, year = 2024): CorpusReport {
  const form = formOf(fault.edition ?? '2021')
  const source = fault.figures ?? sample
  const printed = new Map<CellKey, Printed>()
  for (const { key, kind } of placesOf(form).values()) {
    const value = source[key] ?? null
    const plain = { text: formatFigure(kind, value), value }
    printed.set(key, fault.figure?.(key, plain) ?? plain)
  }
  const pieces = (id: TableId): readonly Piece[] => {
    const figure = (key: CellKey) => printed.get(key)?.text ?? ''
    const drawn = draw(form, id, source, { ...(fault.label && { label: fault.label }), figure })
    const changed = fault.change?.(drawn, id) ?? drawn
    return fault.cut?.(changed, id) ?? [changed]
  }
  return {
    form,
    year,
    ...(fault.afterEarlier && {
      earlier: corpusReport({ ...fault, afterEarlier: false }, oneGreater(source), year - 1),
    }),
    figures: Object.fromEntries([...printed].map(([key, { value }]) => [key, value])),
    texts: new Map([...printed].map(([key, { text }]) => [key, text])),
    pieces: {
      proactive: pieces('proactive'),
      applications: pieces('applications'),
      review: pieces('review'),
    },
    demand: fault.demand ?? (() => 'right'),
  }
}
