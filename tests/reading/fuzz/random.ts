/** Numbers that look random and are the same in every run of a seed, so that a finding can be made again. */
export interface Random {
  /** An integer from 0 to below `end`. */
  readonly below: (end: number) => number
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T
}

/** Mulberry32: 32 bits of state, good enough to choose places in a file. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number) => Math.floor(next() * end)
  return { below, oneOf: (choices) => choices[below(choices.length)] ?? choices[0] }
}
