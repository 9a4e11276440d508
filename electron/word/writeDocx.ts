/** A report as an official Word file. */
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import { refusalToWrite, type Written } from '../../shared/document/written.ts'
import type { Report } from '../../shared/report.ts'

/**
 * Writes a report of the current form as a .docx. The same report and choices give the same bytes, at any time and on any machine.
 * A report of an older form is refused: that form is read, checked and carried forward, never written.
 */
export async function writeDocx(report: Report, choices: DocumentChoices = defaultChoices): Promise<Written> {
  const refusal = refusalToWrite(report, ' Word 文件')
  if (refusal !== undefined) return { ok: false, message: refusal }
  // The package is a megabyte of JavaScript: a start that does not export does not load it.
  const { packDocument } = await import('./packDocument.ts')
  return { ok: true, bytes: await packDocument(documentOf(report, choices)) }
}
