/** `npm run power [-- STATES [SEED]]`: so many states after a power cut, over a longer work than the one of `npm test`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faultsIn } from './judge.ts'
import { traceOf } from './trace.ts'

const [states = '3000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'nianbao-work-'))
const events = traceOf(fileURLToPath(new URL('./workChild.ts', import.meta.url)), folder, ['300'])
rmSync(folder, { recursive: true, force: true })
const faults = faultsIn(events, Number(states), Number(seed))
for (const fault of faults) console.log(fault)
console.log(`${states} states out of ${events.length} events (seed ${seed}): ${faults.length} with something wrong`)
process.exitCode = faults.length > 0 ? 1 : 0
