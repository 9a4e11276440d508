/** Draws the official tables as Word XML from the form itself, with the changes that real files show. */
import type { CellKey, Form, FormCell, FormTable, TableId } from '../../shared/forms/form.ts'
import { type Placed, placeCells } from '../../shared/forms/grid.ts'
import { tableOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { formatFigure } from '../../shared/values.ts'
import { cell, columnWidth, paragraph, row, table, wordFile } from './wordFiles.ts'

/** A table as a grid of texts with spans, before it becomes XML; tests change it as offices do. */
export interface DrawnCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
}
export type Drawn = readonly (readonly DrawnCell[])[]

export interface Drawing {
  readonly label?: (text: string) => string
  readonly figure?: (key: CellKey, printed: string) => string
}

/** Draws a table of the form with the figures of a report. */
export function draw(
  form: Form,
  id: TableId,
  figures: Figures,
  { label = (text) => text, figure = (_, text) => text }: Drawing = {},
): Drawn {
  const textOf = (formCell: FormCell) =>
    formCell.type === 'label'
      ? label(formCell.text)
      : figure(formCell.key, formatFigure(formCell.kind, figures[formCell.key]))
  return tableOf(form, id).rows.map((cells) =>
    cells.map((formCell) => ({ text: textOf(formCell), colspan: formCell.colspan, rowspan: formCell.rowspan })),
  )
}

const merge = (kind: 'restart' | 'continue') => `<w:vMerge w:val="${kind}"/>`

/** A drawn table as Word XML: spans across as gridSpan and width, spans down as vMerge chains. */
export function asXml(drawn: Drawn): string {
  const placed = placeCells(drawn)
  const rows = drawn.map((_, index) =>
    placed
      .filter((item) => item.row <= index && index < item.row + item.rowspan)
      .sort((a, b) => a.column - b.column)
      .map((item) => cellXml(item, index)),
  )
  return table(
    rows.map((cells) => row(cells)),
    Math.max(0, ...placed.map(({ column, colspan }) => column + colspan)),
  )
}

function cellXml({ row: first, rowspan, colspan, cell: { text } }: Placed<DrawnCell>, index: number): string {
  const width = `<w:tcW w:w="${colspan * columnWidth}" w:type="dxa"/>`
  const span = colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''
  const down = rowspan > 1 ? merge(index === first ? 'restart' : 'continue') : ''
  return cell(index === first ? text : '', width + span + down)
}

/** The columns of a drawn table in another order; `order[i]` is the old column that stands at i. No cell may span moved columns. */
export function reorder(drawn: Drawn, order: readonly number[]): Drawn {
  const placed = placeCells(drawn)
  return drawn.map((_, index) =>
    placed
      .filter((item) => item.row === index)
      .sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column))
      .map((item) => item.cell),
  )
}

/** A whole report of tables and headings. */
export function formFile(
  form: Form,
  tables: readonly string[],
  title = '某县教育局2024年政府信息公开工作年度报告',
): Buffer {
  const [overview, proactive, applications, review, problems, other] = form.sections.map(({ heading }) =>
    paragraph(heading),
  )
  const [two = '', three = '', four = ''] = tables
  const text = paragraph('2024年，我局认真贯彻落实《条例》。')
  return wordFile({
    body: [
      paragraph(title),
      overview,
      text,
      proactive,
      two,
      applications,
      three,
      review,
      four,
      problems,
      text,
      other,
      text,
    ].join(''),
  })
}

export type { FormTable }
