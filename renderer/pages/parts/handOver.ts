/** A file dropped on the page, on its way to the main process: bytes in base64, so that the page needs no path. */

import type { Answer, SourceFile } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { base64Of, singleFile } from './droppedFile.ts'

const failed = (message: string): Answer<SourceFile> => ({ ok: false, message })

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(base64Of(String(reader.result)))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/** Hands a dropped file over; gives its handle, or the sentence why it was not taken. */
export async function handOver(client: Client, files: readonly File[]): Promise<Answer<SourceFile>> {
  const single = singleFile(files)
  if (!single.ok) return single
  try {
    return await client.dropSource({ name: single.value.name, base64: await readBase64(single.value) })
  } catch {
    return failed(`“${single.value.name}”读不出来，可能是文件夹，或文件已被移走，请用“选择文件”再试。`)
  }
}
