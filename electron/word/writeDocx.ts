/** A report as an official Word file. */
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import { currentEdition } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'

export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string }

/**
 * Writes a report of the current form as a .docx. The same report and choices give the same bytes, at any time and on any machine.
 * A report of an older form is refused: that form is read, checked and carried forward, never written.
 */
export async function writeDocx(report: Report, choices: DocumentChoices = defaultChoices): Promise<Written> {
  if (report.form !== currentEdition) {
    return {
      ok: false,
      message: `${report.form}年版格式的年报只能查看、核对和结转，不能导出为 Word 文件；请先据此生成${currentEdition}年版格式的年报。`,
    }
  }
  // The package is a megabyte of JavaScript: a start that does not export does not load it.
  const { packDocument } = await import('./packDocument.ts')
  return { ok: true, bytes: await packDocument(documentOf(report, choices)) }
}
