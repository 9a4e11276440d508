/** Which reports are written at all. */
import { currentEdition } from '../forms/lookup.ts'
import type { Report } from '../report.ts'

/** What writing gives: the bytes of a file, or one sentence why there are none. */
export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string }

/**
 * Why a report is not written as a file of that name (Word 文件); undefined where it is. A report of an older form is
 * read, checked and carried forward, never written.
 */
export const refusalToWrite = ({ form }: Report, file: string): string | undefined =>
  form === currentEdition
    ? undefined
    : `${form}年版格式的年报只能查看、核对和结转，不能导出为${file}；请先据此生成${currentEdition}年版格式的年报。`
