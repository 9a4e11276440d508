/** Medians of things run side by side: in turn, round by round, so that a noisy machine slows both alike. */
import { spawnSync } from 'node:child_process'

export interface Contender {
  readonly name: string
  run(): unknown
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds, median of the rounds, of each contender by name. The first rounds warm up and do not count. */
export async function sideBySide(
  contenders: readonly Contender[],
  rounds: number,
  warmUp = 5,
): Promise<Map<string, number>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let round = -warmUp; round < rounds; round += 1) {
    // Who goes first changes from round to round, so that none always follows the other's garbage.
    for (const { name, run } of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      const start = performance.now()
      await run()
      if (round >= 0) times.get(name)?.push(performance.now() - start)
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]))
}

/** Runs a program to its end; throws with its output where it fails. */
export function runProgram(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return stdout
}

/** A line of the table of results. `ratio` is ours divided by theirs; null where nothing is compared. */
export interface Line {
  readonly what: string
  readonly ours: string
  readonly theirs: string
  readonly ratio: number | null
  readonly aim: string
  readonly met: boolean
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`

/** A comparison as a line. */
export function compared(what: string, [ours, theirs]: readonly [number, number], against: string, aim: number): Line {
  const ratio = ours / theirs
  return { what, ours: ms(ours), theirs: `${ms(theirs)} (${against})`, ratio, aim: `≤ ${aim}×`, met: ratio <= aim }
}

/** A value with a limit as a line. */
export const limited = (what: string, value: number, limit: number, unit: 'ms' | 'MB'): Line => ({
  what,
  ours: unit === 'ms' ? ms(value) : `${value.toFixed(value < 10 ? 1 : 0)} MB`,
  theirs: '–',
  ratio: null,
  aim: `< ${limit} ${unit}`,
  met: value < limit,
})

/** The lines as a Markdown table. */
export function asTable(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ what, ours, theirs, ratio, aim, met }) =>
      `| ${what} | ${ours} | ${theirs} | ${ratio === null ? '–' : `${ratio.toFixed(2)}×`} | ${aim} | ${met ? 'yes' : '**no**'} |`,
  )
  return ['| what | ours | beside it | ratio | aim | met |', '|---|---|---|---|---|---|', ...rows].join('\n')
}
