/** Writes reports in this process, with its own time zone and language, and prints what identifies their bytes. */
import { createHash } from 'node:crypto'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { choicesOf, pairwiseVariants, reportOf } from './variants.ts'

/** One hash a variant. */
async function hashes(): Promise<string[]> {
  const found: string[] = []
  for (const variant of pairwiseVariants()) {
    const written = await writeDocx(reportOf(variant), choicesOf(variant))
    if (!written.ok) throw new Error(written.message)
    found.push(createHash('sha256').update(written.bytes).digest('hex'))
  }
  return found
}

const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions()
console.log(JSON.stringify({ timeZone, locale, hashes: await hashes() }))
