/** The kinds of files a report can be exported as. Each writer is loaded when it is first needed: they are large. */
import { type DocumentChoices, defaultChoices } from '../shared/document/choices.ts'
import { refusalToWrite, type Written } from '../shared/document/written.ts'
import type { Report } from '../shared/report.ts'

export const exportKinds = ['docx', 'html', 'xlsx'] as const
export type ExportKind = (typeof exportKinds)[number]

/** How a kind is called in dialogs and in sentences. */
export const exportNames: Readonly<Record<ExportKind, { readonly kind: string; readonly file: string }>> = {
  docx: { kind: 'Word 文档', file: ' Word 文件' },
  html: { kind: '网页', file: '网页文件' },
  xlsx: { kind: 'Excel 工作簿', file: '表格文件' },
}

const writers: Readonly<Record<ExportKind, (report: Report, choices: DocumentChoices) => Promise<Written>>> = {
  async docx(report, choices) {
    const { writeDocx } = await import('./word/writeDocx.ts')
    return writeDocx(report, choices)
  },
  async html(report, choices) {
    const { writeHtml } = await import('../shared/document/html/writeHtml.ts')
    return { ok: true, bytes: new TextEncoder().encode(writeHtml(report, choices)) }
  },
  async xlsx(report) {
    const { writeXlsx } = await import('./sheet/writeXlsx.ts')
    return { ok: true, bytes: await writeXlsx(report) }
  },
}

/** A report as the bytes of a file of that kind; one sentence where it cannot be written. */
export async function exportedBytes(
  report: Report,
  kind: ExportKind,
  choices: DocumentChoices = defaultChoices,
): Promise<Written> {
  const refusal = refusalToWrite(report, exportNames[kind].file)
  return refusal === undefined ? writers[kind](report, choices) : { ok: false, message: refusal }
}
