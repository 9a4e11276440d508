/** Which file of a drop is taken. */
import type { Answer } from '../../../shared/answers.ts'

/** The contract takes 70 million letters of base64; no annual report comes near. */
const largestBytes = 50_000_000

/** One file of a drop, or the sentence why not. */
export function singleFile(files: readonly File[]): Answer<File> {
  const [file] = files
  if (!file) return { ok: false, message: '拖进来的不是文件，请拖入上年报告的文件。' }
  if (files.length > 1) return { ok: false, message: '一次只能读取一个文件，请只拖入上年报告这一个文件。' }
  if (file.size > largestBytes) {
    return { ok: false, message: `“${file.name}”超过50兆，不像是年度报告，没有读取，请另选文件。` }
  }
  return { ok: true, value: file }
}

/** The base64 part of a data URL. */
export const base64Of = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1)
