import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Step } from '../../electron/store/history.ts'
import { openStore } from '../../electron/store/open.ts'
import { emptyReport } from '../../shared/report.ts'
import { ended, startChild } from './child.ts'
import { good, past, storeWith } from './dataFile.ts'

/** Two files side by side, so that the starting of one child overlaps the other's. */
const files = 2
const roundsOfFile = 20
/**
 * Milliseconds within which the child is killed, counted from the opening of the file in every other round, from its first
 * acknowledgement in the others: however slow the machine is, both kinds are met.
 */
const longestLife = 60

interface Acknowledged {
  readonly step: number
  readonly edits: readonly { readonly key: string; readonly value: number }[]
}

interface Round {
  readonly acknowledged: readonly Acknowledged[]
  /** Whether the journal was there when the child was dead: it was killed in the middle of a change. */
  readonly journalLeft: boolean
}

/** Lets a child write into the file and kills it. */
async function killedWhileWriting(path: string, seed: number): Promise<Round> {
  const child = startChild('writingChild.ts', [path, String(seed)])
  let output = ''
  child.process.stdout.on('data', (chunk) => {
    output += String(chunk)
  })
  const end = ended(child)
  const awaited = seed % 2 === 0 ? 1 : 2
  await new Promise<void>((resolve) => {
    let lines = 0
    child.lines.on('line', () => {
      lines += 1
      if (lines === awaited) resolve()
    })
    child.lines.once('close', resolve)
  })
  await wait(Math.random() * longestLife)
  child.process.kill('SIGKILL')
  expect([await end, child.errors()]).toEqual(['SIGKILL', ''])
  // What follows the last line break is a line that was cut off: no acknowledgement.
  const lines = output.split('\n').slice(1, -1)
  return {
    acknowledged: lines.map((line): Acknowledged => JSON.parse(line)),
    journalLeft: existsSync(`${path}-journal`),
  }
}

/** The history's changes of figures as the child acknowledges them. */
const editsOf = (step: Step | undefined): unknown =>
  step?.action === 'change' &&
  step.changes.map((change) => change.part === 'figure' && { key: change.key, value: change.after?.value })

/** Opens the file as the program would after a crash and shows that nothing acknowledged is missing. */
function nothingIsMissing(path: string, before: number, { acknowledged }: Round): number {
  const outcome = openStore(path)
  if (!outcome.ok) throw new Error(outcome.message)
  const history = good(outcome.store.history(1))
  const { figures } = good(outcome.store.loadReport(1))
  outcome.store.close()

  expect(acknowledged.map(({ step }) => step)).toEqual(acknowledged.map((_, index) => before + 1 + index))
  for (const { step, edits } of acknowledged) expect(editsOf(history[step - 1])).toEqual(edits)
  // One change at most was saved and not acknowledged any more.
  expect([0, 1]).toContain(history.length - before - acknowledged.length)
  // Figures and history tell the same: whatever was last written to a cell stands in it, and nothing else does.
  expect(figures).toEqual(Object.fromEntries(history.flatMap(lastValues)))

  past(path, (db) => {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
  })
  return history.length
}

const lastValues = (step: Step): [string, unknown][] =>
  step.action === 'change'
    ? step.changes.map((change) => [String(change.key), change.part === 'figure' ? change.after?.value : undefined])
    : []

async function roundsOn(path: string): Promise<Round[]> {
  const rounds: Round[] = []
  let steps = 0
  for (let seed = 1; seed <= roundsOfFile; seed += 1) {
    const round = await killedWhileWriting(path, seed)
    steps = nothingIsMissing(path, steps, round)
    rounds.push(round)
  }
  return rounds
}

it('loses no acknowledged change when the program is killed while it writes', async () => {
  const paths = Array.from({ length: files }, () => {
    const { store, path } = storeWith(emptyReport({ name: '县民政局' }, 2025, '2021'))
    store.close()
    return path
  })
  const rounds = (await Promise.all(paths.map(roundsOn))).flat()
  expect(rounds).toHaveLength(files * roundsOfFile)
  // The test says something only where the children were killed while they wrote.
  expect(rounds.filter(({ acknowledged }) => acknowledged.length > 0).length).toBeGreaterThanOrEqual(rounds.length / 2)
  expect(rounds.filter(({ journalLeft }) => journalLeft).length).toBeGreaterThan(0)
}, 120_000)
