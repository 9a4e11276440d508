/** A short fuzzing run: some dozen damaged files of each format; `npm run fuzz` makes thousands. */
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../electron/reading/formats.ts'
import type { ReadFile } from '../../../electron/reading/readFile.ts'
import { recognise } from '../../../electron/reading/recognise/recognise.ts'
import { type Fuzzed, fuzz, limit } from './fuzz.ts'
import { changedInSilence, invented } from './honest.ts'
import { damagedTags } from './mutate.ts'
import { randomOf } from './random.ts'
import { fuzzedKinds, seedOf } from './seeds.ts'

const told = ({ findings }: Fuzzed) => findings.map(({ seed, how, what }) => `${seed}: ${what} (${how})`)

describe.each(fuzzedKinds)('damaged %s files', (kind) => {
  it('are a report or a refusal, with no number that is not in them', async () => {
    const source = await seedOf(kind)
    const count = 30
    const result = await fuzz({ source, count, seed: 20_261_101 })
    expect(result.state).toBe('done')
    expect(told(result)).toEqual([])
    expect(result.megabytes).toBeLessThan(limit.megabytes)
    const refused = Object.values(result.refusals).reduce((sum, number) => sum + number, 0)
    expect(result.reports + refused).toBe(count)
  })
})

async function readSample(): Promise<ReadFile> {
  const { bytes } = await seedOf('docx')
  return { kind: 'docx', ...recognise(await readDocument('docx', bytes)) }
}

describe('the fuzzing run notices', () => {
  it('a number that does not stand in its cell', async () => {
    const read = await readSample()
    expect(invented(read)).toEqual([])
    const key = 'applications.disclosed.business'
    const other = { ...read, report: { ...read.report, figures: { ...read.report.figures, [key]: 22 } } }
    expect(invented(other)).toEqual([expect.stringContaining(`${key} is 22`)])
  })

  it('numbers that changed in silence, and takes a doubt for a word', async () => {
    const before = await readSample()
    const figures = { ...before.report.figures, 'proactive.licensing.decisions': 5 }
    const after = { ...before, report: { ...before.report, figures } }
    expect(changedInSilence(before, after)).toHaveLength(1)
    const doubt = { key: 'proactive.licensing.decisions', text: '5', why: '不确定' }
    expect(changedInSilence(before, { ...after, doubtful: [doubt] })).toEqual([])
  })
})

it('damage outside of texts leaves the texts as they are', () => {
  const xml =
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:t>12</w:t></w:p></w:tc></w:tr></w:tbl>'
  const texts = (text: string) => text.replace(/<[^<>]*>/g, ' ').trim()
  for (let seed = 0; seed < 200; seed += 1)
    expect(texts(damagedTags(xml, randomOf(seed), /^<\/?w:t\b/).text)).toBe('12')
})
