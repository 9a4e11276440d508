/** A report as a spreadsheet, for superiors who collect figures: numbers, and sums that calculate. */
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { headSheet } from './headSheet.ts'
import { tableSheet } from './tableSheet.ts'

/**
 * Writes a report as an .xlsx: a sheet that names it, then a sheet for each table of its form. Totals are formulas
 * with their value; one whose addends are not all filled too. The same report gives the same bytes.
 */
export async function writeXlsx(report: Report): Promise<Uint8Array> {
  const form = formOf(report.form)
  const { packSheets } = await import('./packSheets.ts')
  return packSheets([headSheet(form, report), ...form.tables.map((table) => tableSheet(form, table, report.figures))])
}
