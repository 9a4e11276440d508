/**
 * `npm run fuzz`: some thousand damaged files of each format, each in the reading child and in this process. Files with which
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
  const result = await fuzz({ source, count, seed })
  const { reports, refusals, findings, slowest, megabytes } = result
  console.log(
    `${kind}: ${count} files, ${reports} reports, refused ${JSON.stringify(refusals)}, slowest ${slowest.toFixed(0)} ms, ${megabytes.toFixed(0)} MB at most, ${findings.length} findings`,
  )
  bad += findings.length + (megabytes > limit.megabytes ? 1 : 0)
  for (const { seed: at, how, what, bytes } of findings) {
    const name = join(folder, `${kind}-${at}`)
    writeFileSync(name, bytes)
    console.log(`  ${name}: ${what}\n    ${how.slice(0, 400)}`)
  }
}
process.exitCode = bad > 0 ? 1 : 0
