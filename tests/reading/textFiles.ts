/** Reports as text: the ways in which tables become lines when they are copied out of Word, a page or a PDF. */
import type { Form, TableId } from '../../shared/forms/form.ts'
import { placeCells } from '../../shared/forms/grid.ts'
import type { Figures } from '../../shared/report.ts'
import { type Drawing, type Drawn, draw } from './formFiles.ts'

export const tableIds = ['proactive', 'applications', 'review'] as const

/** How the cells of a table become lines. */
export type Copying = (drawn: Drawn) => string[]

/** Every place of the grid between tabs; what a merged cell covers is empty. */
export const wholeGrid: Copying = (drawn) => {
  const placed = placeCells(drawn)
  const width = Math.max(...placed.map(({ column, colspan }) => column + colspan))
  return drawn.map((_, row) =>
    Array.from({ length: width }, (__, column) => {
      return placed.find((cell) => cell.row === row && cell.column === column)?.cell.text ?? ''
    }).join('\t'),
  )
}

/** The cells of each row between tabs, as browsers copy them. */
export const ownCells: Copying = (drawn) => drawn.map((cells) => cells.map(({ text }) => text).join('\t'))

/** The cells of each row with one space between; empty ones leave nothing. */
export const spaced: Copying = (drawn) =>
  drawn.map((cells) =>
    cells
      .map(({ text }) => text)
      .filter(Boolean)
      .join(' '),
  )

/** Every cell on a line of its own; empty ones leave nothing. */
export const cellPerLine: Copying = (drawn) => drawn.flatMap((cells) => cells.map(({ text }) => text).filter(Boolean))

/** Ragged rows, as one sees them: no tab at the beginning, one too many at the end. */
export const ragged: Copying = (drawn) =>
  wholeGrid(drawn).map((line, index) => (index % 3 === 0 ? line.replace(/^\t+/, '') : `${line}\t`))

interface TextReport {
  readonly form: Form
  readonly figures: Figures
  readonly copying: Copying
  readonly drawing?: Drawing
  readonly change?: (id: TableId, drawn: Drawn) => Drawn
}

export const reportTitle = '某县教育局2024年政府信息公开工作年度报告'
export const sentence = '2024年，我局认真贯彻落实《条例》。'

/** A whole report. */
export function textReport({ form, figures, copying, drawing, change = (_, drawn) => drawn }: TextReport): string {
  const lines = form.sections.flatMap(({ id, heading }) => {
    const table = tableIds.find((candidate) => candidate === id)
    return [heading, ...(table ? copying(change(table, draw(form, table, figures, drawing))) : [sentence])]
  })
  return [reportTitle, '', ...lines, '', '某县教育局', '2025年1月20日', ''].join('\n')
}
