/** A report as its pages. */
import { documentOf } from '../../shared/document/document.ts'
import { paginate } from '../../shared/document/paginate.ts'
import type { Report } from '../../shared/report.ts'

/** How many pages a report takes, as its preview shows it. */
export const pageCount = (report: Report): number => paginate(documentOf(report)).length
