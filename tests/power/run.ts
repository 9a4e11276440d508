/** `npm run power [-- STATES [SEED]]`: so many states after a power cut, in a longer typing and in each work on whole files. */
import { rmSync } from 'node:fs'
import { fileWork, fileWorks } from './files.ts'
import { faultsIn, type Work } from './judge.ts'
import { typingWork } from './typing.ts'

const [states = '3000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
let wrong = 0

async function cut(name: string, work: Work, count: number): Promise<void> {
  const faults = await faultsIn(work, count, Number(seed))
  for (const fault of faults) console.log(`${name}: ${fault}`)
  console.log(`${name}: ${count} states out of ${work.events.length} events (seed ${seed}): ${faults.length} wrong`)
  rmSync(work.folder, { recursive: true, force: true })
  wrong += faults.length
}

await cut('typing', typingWork(300), Number(states))
for (const name of fileWorks) await cut(name, await fileWork(name), Math.ceil(Number(states) / 10))
process.exitCode = wrong > 0 ? 1 : 0
