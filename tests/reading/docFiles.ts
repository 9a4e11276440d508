/** Makes Word 97–2003 documents out of .docx files, as an office's word processor does by 另存为. LibreOffice writes them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Saves .docx files as .doc, by their names. One start of LibreOffice, with a profile of its own. */
export async function savedAsDoc<Name extends string>(
  files: Readonly<Record<Name, Uint8Array>>,
): Promise<Readonly<Record<Name, Buffer>>> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-doc-'))
  try {
    const names = Object.keys(files) as Name[]
    const paths = names.map((_, index) => join(folder, `${index}.docx`))
    await Promise.all(names.map((name, index) => writeFile(paths[index]!, files[name])))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'doc:MS Word 97', '--outdir', folder, ...paths])
    const saved = names.map(async (name, index) => [name, await readFile(join(folder, `${index}.doc`))])
    return Object.fromEntries(await Promise.all(saved)) as Record<Name, Buffer>
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
