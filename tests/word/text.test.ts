/** Texts are written character by character. */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { xmlText } from '../../electron/word/xmlText.ts'
import type { Narrative } from '../../shared/report.ts'
import { blank } from './reports.ts'
import { documentXml, paragraphsOf } from './wordFile.ts'

async function writtenNarrative(narrative: Partial<Narrative>): Promise<string> {
  const report = { ...blank(), narrative: { preface: '', overview: '', problems: '', other: '', ...narrative } }
  const result = await writeDocx(report)
  if (!result.ok) throw new Error(result.message)
  return documentXml(result.bytes)
}

const textIn = (xml: string, wanted: string) =>
  paragraphsOf(xml)
    .filter(({ style }) => style === wanted)
    .map(({ text }) => text)

describe('a narrative', () => {
  it('is one paragraph a line, empty ones too', async () => {
    const xml = await writtenNarrative({ preface: '前言\n\n第二段', overview: '\n一、不是标题\n\n末段\n' })
    expect(textIn(xml, 'NianbaoPreface')).toEqual(['前言', '', '第二段'])
    expect(textIn(xml, 'NianbaoBody')).toEqual(['', '一、不是标题', '', '末段', ''])
  })

  it.each([
    ['marks of XML', '甲<乙>&丙"丁\'戊&amp;'],
    ['spaces at both ends and in a row', '　　  两头  空格  '],
    ['a tab', '左\t右\t'],
    ['a character beyond the basic plane', '𠮷野家𬇹河'],
    ['quotation marks, dashes, brackets', '“‘’”——……〔2021〕30号（一）'],
    ['a heading that begins with a tab', '（一）主动\t公开。其余'],
    ['controls that XML allows', '甲\u0085乙\u009f丙'],
  ])('keeps %s', async (_, text) => {
    expect(textIn(await writtenNarrative({ other: text }), 'NianbaoBody')).toEqual([text])
  })

  it.each([
    ['control characters', '甲\u0000\u0001\u000b\u001f乙'],
    ['lone surrogates', '甲\ud800\udc00\udc00\ud842乙'.replace('\ud800\udc00', '')],
    ['characters that are none', '甲\ufffe\uffff乙'],
    ['carriage returns, which XML cannot keep', '甲\r乙'],
  ])('drops %s', async (_, text) => {
    expect(textIn(await writtenNarrative({ other: text }), 'NianbaoBody')).toEqual(['甲乙'])
  })

  it('comes back from any text, and leaves the file well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (source) => {
        const text = source.replaceAll('\n', '')
        const xml = await writtenNarrative({ other: `甲${text}乙` })
        const parser = new SaxesParser()
        parser.on('error', (error) => {
          throw error
        })
        parser.write(xml).close()
        expect(textIn(xml, 'NianbaoBody')).toEqual([[...`甲${text}乙`].filter(isWritten).join('')])
      }),
      { numRuns: 40 },
    )
  })
})

/** XML 1.0, Char, without the carriage return. */
function isWritten(character: string): boolean {
  const code = character.codePointAt(0)!
  if (code === 0x9) return true
  return (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000
}

describe('xmlText', () => {
  it('agrees with the definition of XML 1.0 for every character of the basic plane', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
    const kept = all.filter((character) => xmlText(character) !== '')
    expect(kept).toEqual(all.filter((character) => (character === '\n' ? xmlText('\n') !== '' : isWritten(character))))
  })
})
