/** The Open XML validator: what it refuses, Word opens with a repair message or not at all. `npm run proof` takes all variants. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { shuyang } from '../fixtures/samples.ts'
import { blank, longNames, longText } from './reports.ts'
import { errorsOf } from './validate.ts'
import { allVariants, choicesOf, inLayers, nameOf, pairsOf, pairwiseVariants, reportOf } from './variants.ts'
import { documentXml } from './wordFile.ts'

async function bytesOf(report: Report, choices: Partial<DocumentChoices> = {}): Promise<Uint8Array> {
  const result = await writeDocx(report, { ...defaultChoices, ...choices })
  if (!result.ok) throw new Error(result.message)
  return result.bytes
}

describe('the variants', () => {
  it('that are validated here hold every two choices together', () => {
    const all = new Set(allVariants().flatMap(pairsOf))
    const covered = new Set(pairwiseVariants().flatMap(pairsOf))
    expect(covered).toEqual(all)
    // 22 values, 3 of each of four choices and 2 of each of five: (22² − 4 × 9 − 5 × 4) / 2.
    expect(all.size).toBe(214)
  })

  it('are taken in layers by the proof, each variant once', () => {
    const names = inLayers().map(nameOf)
    expect(names.toSorted()).toEqual(allVariants().map(nameOf).toSorted())
    const others = inLayers()
      .slice(0, names.length / 4)
      .map(({ numerals: _, note: __, ...rest }) => Object.values(rest).join(' '))
    expect(new Set(others).size).toBe(names.length / 4)
  })

  it.each(pairwiseVariants().map((variant) => [nameOf(variant), variant] as const))(
    'are valid Open XML: %s',
    async (_, variant) => {
      expect(await errorsOf(await bytesOf(reportOf(variant), choicesOf(variant)))).toEqual([])
    },
  )
})

describe('the file', () => {
  it.each([
    ['沭阳', shuyang],
    ['an empty report', blank],
    ['an empty report with a sheet', blank, { signOff: { ...defaultChoices.signOff, place: 'first' } }],
    ['long text', longText],
    ['names of several lines', longNames, { seal: 'unsealed' }],
    ['marks of XML', () => ({ ...blank(), title: '<甲>&"乙"', unit: { name: '甲&乙' } })],
  ] as [string, () => Report, Partial<DocumentChoices>?][])('is valid Open XML: %s', async (_, report, choices) => {
    expect(await errorsOf(await bytesOf(report(), choices))).toEqual([])
  })

  it('would not be if an element stood where it may not', async () => {
    const bytes = await bytesOf(blank())
    const document = documentXml(bytes).replace('<w:cantSplit/>', '<w:keepNext/>')
    const parts = { ...unzipSync(bytes), 'word/document.xml': strToU8(document) }
    expect(await errorsOf(zipSync(parts))).toHaveLength(1)
  })
})
