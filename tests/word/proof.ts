/** `npm run proof`: the Open XML validator on every variant of the Word file. Takes half an hour and more. */
import { availableParallelism } from 'node:os'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { errorsOf } from './validate.ts'
import { choicesOf, inLayers, nameOf, reportOf, type Variant } from './variants.ts'

/** What is wrong with a variant, one line a fault. */
async function faultsOf(variant: Variant): Promise<string[]> {
  const written = await writeDocx(reportOf(variant), choicesOf(variant))
  if (!written.ok) return [written.message]
  return (await errorsOf(written.bytes)).map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`)
}

const variants = inLayers()
const waiting = variants.entries()
const faulty: string[] = []
let done = 0

/** Takes one variant after the other until none is left. */
async function worker(): Promise<void> {
  for (const [, variant] of waiting) {
    const faults = await faultsOf(variant)
    done += 1
    if (faults.length > 0) faulty.push(nameOf(variant))
    for (const fault of faults) console.error(`${nameOf(variant)}\n  ${fault}`)
    if (done % 108 === 0) console.log(`${done} of ${variants.length}, ${faulty.length} with errors`)
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, worker))
console.log(`${done} variants validated, ${faulty.length} with errors`)
process.exitCode = faulty.length > 0 ? 1 : 0
