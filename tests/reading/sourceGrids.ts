/** Documents as the format readers give them, drawn from the form without any format. */
import type { SourceBlock, SourceDocument, SourceTable } from '../../electron/reading/source.ts'
import type { Form, TableId } from '../../shared/forms/form.ts'
import { placeCells } from '../../shared/forms/grid.ts'
import { sectionOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { type Drawing, type Drawn, draw } from './formFiles.ts'

export const tableIds: readonly TableId[] = ['proactive', 'applications', 'review']

/** A drawn table as a reader gives it. */
export function asTable(drawn: Drawn): SourceTable {
  const cells = placeCells(drawn).map(({ row, column, rowspan, colspan, cell: { text } }) => ({
    row,
    column,
    rowspan,
    colspan,
    text,
  }))
  const columns = Math.max(0, ...cells.map(({ column, colspan }) => column + colspan))
  return { type: 'table', rows: drawn.length, columns, cells }
}

/** Rows of texts, each cell its own column: what a page or a text without merged cells gives. */
export const looseTable = (rows: readonly (readonly string[])[]): SourceTable =>
  asTable(rows.map((texts) => texts.map((text) => ({ text, colspan: 1, rowspan: 1 }))))

export const line = (text: string): SourceBlock => ({ type: 'paragraph', text })

export const documentOf = (...blocks: readonly SourceBlock[]): SourceDocument => ({ kind: 'docx', blocks, notes: [] })

export interface ReportParts {
  readonly title?: string
  readonly figures: Figures
  readonly drawing?: Drawing
  readonly tables?: Partial<Record<TableId, readonly SourceTable[]>>
}

/** A whole report: title, six sections, three tables, signature. */
export function reportBlocks(form: Form, { title, figures, drawing, tables = {} }: ReportParts): SourceBlock[] {
  const section = (id: Parameters<typeof sectionOf>[1]) => line(sectionOf(form, id).heading)
  const of = (id: TableId) => [section(id), ...(tables[id] ?? [asTable(draw(form, id, figures, drawing))])]
  return [
    ...(title === undefined ? [] : [line(title)]),
    section('overview'),
    line('我局认真贯彻落实《条例》。'),
    ...tableIds.flatMap(of),
    section('problems'),
    line('一是解读形式单一；二是队伍力量不足。下一步将加强培训。'),
    section('other'),
    line('无其他需要报告的事项。'),
    line('某县教育局'),
    line('2025年1月20日'),
  ]
}
