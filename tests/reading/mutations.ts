/** Files damaged at random: whatever is in them, a report or a refusal comes out, and no number that is not in them. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { Refused } from '../../electron/reading/failure.ts'
import { recognise } from '../../electron/reading/recognise/recognise.ts'
import type { SourceDocument } from '../../electron/reading/source.ts'
import { formOf, placeOf } from '../../shared/forms/lookup.ts'
import { readCellText } from '../../shared/values.ts'

/** Reads a damaged file; every figure must be the number of a cell of the document as it was parsed. */
export function expectHonest(read: () => SourceDocument): void {
  try {
    const document = read()
    const texts = new Set(
      document.blocks.flatMap((block) => (block.type === 'table' ? block.cells.map(({ text }) => text) : [])),
    )
    const { report, sources } = recognise(document)
    for (const [key, value] of Object.entries(report.figures)) {
      if (value === null) continue
      const text = sources[key]?.text ?? ''
      expect(texts.has(text), key).toBe(true)
      expect(readCellText(placeOf(formOf(report.form), key)!.kind, text).value, key).toBe(value)
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    expect(error.failure.message).toMatch(/。$/)
  }
}

/** The file cut off at many places. */
export const truncated = (file: Buffer, places: number): Buffer[] =>
  Array.from({ length: places }, (_, index) => file.subarray(0, Math.floor((file.length * index) / places)))

/** The file with some bytes changed, cut out or repeated. */
export const damaged = (file: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.record({
        at: fc.nat(file.length - 1),
        kind: fc.constantFrom('flip', 'cut', 'repeat'),
        byte: fc.nat(255),
        size: fc.integer({ min: 1, max: 200 }),
      }),
      { minLength: 1, maxLength: 20 },
    )
    .map((changes) => {
      let bytes = Buffer.from(file)
      for (const { at, kind, byte, size } of changes) {
        const place = Math.min(at, bytes.length)
        if (kind === 'flip' && place < bytes.length) bytes[place] = byte
        else if (kind === 'cut') bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + size)])
        else bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(Math.max(0, place - size))])
      }
      return bytes
    })
