/** The program killed while a person types; `npm run crash` does it hundreds of times. */
import { expect, test } from '@playwright/test'
import { crashFolder, crashRound, lostOf, type Round, removeFolder } from '../crash/rounds.ts'

// Processes are found by /proc.
const onLinux = process.platform === 'linux' ? test : () => undefined

onLinux('nothing that the foot of the window called saved is lost, whatever is killed', async () => {
  test.setTimeout(180_000)
  const folder = crashFolder()
  const rounds: Round[] = []
  for (const seed of [1, 2, 3, 4, 5, 6]) rounds.push(await crashRound(folder, seed))
  removeFolder(folder)
  expect(rounds.flatMap(({ faults }) => faults)).toEqual([])
  expect(new Set(rounds.map(({ victim }) => victim))).toEqual(new Set(['program', 'page', 'both']))
  // The test says something only where changes were acknowledged before the kill.
  expect(rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(6)
})

test('a change that is lost or another than was typed is found out', () => {
  const saved = [{ key: 'a', value: '5' }]
  const typed = [...saved, { key: 'a', value: '6' }]
  const lost = (value: string) => lostOf(new Map([['a', '1']]), new Map([['a', value]]), { typed, saved })
  expect(lost('5')).toEqual([])
  expect(lost('6')).toEqual([])
  expect(lost('1')).toHaveLength(1)
  expect(lost('56')).toHaveLength(1)
})
