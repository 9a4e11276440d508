/** Exports 500 reports in a row, with every choice in turn, and prints what stays in memory: `--expose-gc`. */
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { signed } from '../word/reports.ts'
import { choicesOf, pairwiseVariants } from '../word/variants.ts'

const variants = pairwiseVariants()
const report = signed()

/** What is left on the heap once all garbage is collected, in MB; the memory of the files themselves is counted too. */
function heap(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

const measured: number[] = []
const times: number[] = []
for (let number = 1; number <= 500; number += 1) {
  const variant = variants[number % variants.length]
  if (!variant) throw new Error('no variants')
  const start = performance.now()
  const written = await writeDocx(report, choicesOf(variant))
  times.push(performance.now() - start)
  if (!written.ok) throw new Error(written.message)
  if (number % 100 === 0) measured.push(heap())
}
const middle = (part: readonly number[]) => part.toSorted((a, b) => a - b)[Math.floor(part.length / 2)]
const [early, late] = [middle(times.slice(100, 200)), middle(times.slice(400))]
console.log(JSON.stringify({ early, late, measured, resident: process.resourceUsage().maxRSS / 1024 }))
