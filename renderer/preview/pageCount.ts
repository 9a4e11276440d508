/** A report as its pages. */
import { documentOf } from '../../shared/document/document.ts'
import { paginate } from '../../shared/document/paginate.ts'
import type { Report } from '../../shared/report.ts'
import { countedPages } from './pageNames.ts'

/** How many pages a report takes, as its preview shows it. */
export const pageCount = (report: Report): number => countedPages(paginate(documentOf(report)))
