/** `npm run crash [-- ROUNDS [SEED]]`: so many rounds of killing the program while a person types, two at a time. */
import { buildPage } from '../../build/steps.ts'
import { crashFolder, crashRound, type Round, removeFolder, victims } from './rounds.ts'

const [given = '500', first = '1'] = process.argv.slice(2)
const count = Number(given)
await buildPage()
const rounds: Round[] = []

async function lane(lane: number): Promise<void> {
  const folder = crashFolder()
  for (let round = lane; round < count; round += 2) {
    const result = await crashRound(folder, Number(first) + round)
    rounds.push(result)
    for (const fault of result.faults) console.log(`round ${Number(first) + round} (${result.victim}): ${fault}`)
    if (rounds.length % 25 === 0) console.log(`${rounds.length} rounds`)
  }
  removeFolder(folder)
}

await Promise.all([lane(0), lane(1)])
const faults = rounds.flatMap((round) => round.faults)
const killed = victims
  .map((victim) => `${victim} ${rounds.filter((round) => round.victim === victim).length}`)
  .join(', ')
const acknowledged = rounds.reduce((sum, round) => sum + round.acknowledged, 0)
const early = rounds.filter((round) => round.early).length
console.log(
  `${rounds.length} rounds (killed: ${killed}; ${early} before anything was typed): ${acknowledged} changes acknowledged, ${faults.length} lost`,
)
process.exitCode = faults.length > 0 ? 1 : 0
