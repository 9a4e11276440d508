/**
 * `npm run fuzz`: some thousand damaged files of each format, in the reading child and in this process. Files with which
 * something is wrong are kept in out/fuzz. `npm run fuzz -- docx doc --count 500 --seed 7` chooses.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz, limit } from './fuzz.ts'
import { fuzzedKinds, seedOf } from './seeds.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
})
const [count, seed] = [Number(values.count), Number(values.seed)]
const unknown = positionals.filter((name) => !fuzzedKinds.some((kind) => kind === name))
if (unknown.length > 0) throw new Error(`no such format: ${unknown.join(', ')}; there are ${fuzzedKinds.join(', ')}`)

const folder = 'out/fuzz'
mkdirSync(folder, { recursive: true })
let bad = 0
for (const kind of fuzzedKinds) {
  if (positionals.length > 0 && !positionals.includes(kind)) continue
  const source = await seedOf(kind)
  for (const place of ['here', 'child'] as const) {
    // Half of them in each place: the second half is other files.
    const half = Math.ceil(count / 2)
    const result = await fuzz({ source, place, count: half, seed: seed + (place === 'child' ? half : 0) })
    if (result.state === 'noReader') {
      console.log(`${kind}: no reader yet, nothing was tried`)
      break
    }
    const { reports, refusals, findings, slowest, megabytes } = result
    const peak = place === 'child' ? `, ${megabytes.toFixed(0)} MB at most` : ''
    console.log(
      `${kind}, ${place}: ${half} files, ${reports} reports, refused ${JSON.stringify(refusals)}, slowest ${slowest.toFixed(0)} ms${peak}, ${findings.length} findings`,
    )
    bad += findings.length + (megabytes > limit.megabytes ? 1 : 0)
    for (const { seed: at, how, what, bytes } of findings) {
      const name = join(folder, `${kind}-${at}`)
      writeFileSync(name, bytes)
      console.log(`  ${name}: ${what}\n    ${how.slice(0, 400)}`)
    }
  }
}
process.exitCode = bad > 0 ? 1 : 0
