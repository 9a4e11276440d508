import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../electron/sheet/writeXlsx.ts'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { defaultChoices } from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { hostileText, hostileTexts } from '../fixtures/hostileText.ts'
import { huaian } from '../fixtures/samples.ts'
import { documentXml, paragraphsOf, partsOf } from './wordFile.ts'

/** A report with a text in every place that holds one. */
function reportWith(text: string): Report {
  const sample = huaian()
  return {
    ...sample,
    title: `题${text}`,
    unit: { name: `局${text}`, shortName: text },
    signature: { unit: `局${text}`, date: '2025-01-20' },
    marks: { 'proactive.rules.issued': text },
    narrative: { preface: `序${text}`, overview: `一${text}`, problems: `五${text}`, other: `六${text}` },
    overrides: [{ rule: 'X1', cells: [], reason: text, at: '2026-01-05' }],
  }
}

/** The names of all elements of a part. Throws where it is not well-formed. */
function elementsOf(xml: string): Set<string> {
  const names = new Set<string>()
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => names.add(name))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return names
}

async function docxOf(report: Report): Promise<Uint8Array> {
  const sign = { place: 'first', preparer: hostileText, reviewer: hostileText, phone: hostileText } as const
  const written = await writeDocx(report, { ...defaultChoices, note: hostileText, signOff: sign })
  if (!written.ok) throw new Error(written.message)
  return written.bytes
}

const xmlParts = (bytes: Uint8Array) =>
  Object.entries(partsOf(bytes)).filter(([path]) => path.endsWith('.xml') || path.endsWith('.rels'))

describe('markup in every field of a report', () => {
  it('comes out of the Word file as it was written, as text', async () => {
    const xml = documentXml(await docxOf(reportWith(hostileText)))
    const texts = paragraphsOf(xml).map(({ text }) => text)
    for (const own of ['序', '一', '五', '六']) expect(texts).toContain(`${own}${hostileText}`)
  })

  it('brings no element, field, link or other part into the Word file', async () => {
    const plain = xmlParts(await docxOf(reportWith('平常的文字')))
    const evil = xmlParts(await docxOf(reportWith(hostileText)))
    expect(evil.map(([path]) => path)).toEqual(plain.map(([path]) => path))
    for (const [index, [path, xml]] of evil.entries()) {
      const known = elementsOf(plain[index]?.[1] ?? '')
      expect(
        [...elementsOf(xml)].filter((name) => !known.has(name)),
        path,
      ).toEqual([])
    }
    expect(evil.some(([, xml]) => xml.includes('TargetMode="External"'))).toBe(false)
  })

  it('leaves every part well-formed, whatever the letters', async () => {
    const letters = fc.array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(letters, async (text) => {
        for (const [, xml] of xmlParts(await docxOf(reportWith(text.join(''))))) elementsOf(xml)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('is no formula of the spreadsheet', async () => {
    const sheet = async (text: string) => {
      const parts = partsOf(await writeXlsx(reportWith(text)))
      return Object.entries(parts).flatMap(([path, xml]) =>
        path.includes('worksheets/') ? [...xml.matchAll(/<f[ >][\s\S]*?<\/f>/g)].map(([formula]) => formula) : [],
      )
    }
    const plain = await sheet('平常的文字')
    expect(plain.length).toBeGreaterThan(0)
    expect(await sheet(hostileTexts[8])).toEqual(plain)
  })
})
