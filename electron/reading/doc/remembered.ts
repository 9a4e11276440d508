/** Properties are worked out once for all the places where they apply, and only so many of them. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'

/** Gives what is known under a key, or makes it out of groups of properties. */
export type Remembered = <T>(known: Map<string, T>, key: string, groups: readonly Buffer[], make: () => T) => T

/**
 * Begins to remember for one document. Throws `Refused` where it goes on and on: half a million paragraphs that all refer
 * to the same few properties took 18 s (measured), and properties that stand elsewhere could be referred to as often.
 */
export function remember(): Remembered {
  let left: number = limits.documentProperties
  return (known, key, groups, make) => {
    const before = known.get(key)
    if (before !== undefined) return before
    for (const group of groups) left -= group.length
    if (left < 0) throw new Refused('tooComplex')
    const made = make()
    known.set(key, made)
    return made
  }
}
