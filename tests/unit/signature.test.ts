/** 署名 and 成文日期 by their lengths: 7.3.5.1 with a seal, 7.3.5.2 without; 附注 7.3.6; what of the text goes with them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, SignatureBlock, SignatureLine } from '../../shared/document/blocks.ts'
import { type DocumentChoices, defaultChoices, sealings } from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import { characterSpacing, sizes, textWidth } from '../../shared/document/measures.ts'
import { signatureBlock } from '../../shared/document/signature.ts'
import { widthOf } from '../../shared/document/textWidth.ts'
import { blank } from '../word/reports.ts'

const character = 320
const width = (text: string) => widthOf(text, sizes.body, characterSpacing)
const widest = ({ lines }: SignatureLine) => Math.max(...lines.map((line) => width(line.trimEnd())))

/** Where the longest line of a name or a date begins and ends, from the left edge of the text. */
function edges(line: SignatureLine): { left: number; right: number } {
  const room = textWidth - line.leftIndent - line.rightIndent
  const free = line.lines.length > 1 ? (room - widest(line)) / 2 : 0
  const right = textWidth - line.rightIndent - free
  return { left: right - widest(line), right }
}

const placed = (unit: string, date: string, seal: DocumentChoices['seal']) => {
  const block = signatureBlock({ unit, date }, seal)
  return { unit: block!.unit!, name: edges(block!.unit!), day: edges(block!.date!) }
}

const longName = '黔西南布依族苗族自治州安龙县人民政府办公室 安龙经济技术开发区管理委员会办公室'

describe('without a seal', () => {
  it('a name as long as the date or longer keeps two characters free, the date begins two after it', () => {
    for (const name of ['某某自治县人力资源和社会保障局', '某县农业农村和水利局']) {
      const { name: unit, day } = placed(name, '2026-01-20', 'unsealed')
      expect(textWidth - unit.right).toBe(2 * character)
      expect(day.left - unit.left).toBeCloseTo(2 * character)
    }
  })

  it('a date longer than the name keeps two characters free, the name more, and begins two before it', () => {
    for (const name of ['某局', '淮安市人民政府']) {
      const { name: unit, day } = placed(name, '2026-12-20', 'unsealed')
      expect(textWidth - day.right).toBe(2 * character)
      expect(day.left - unit.left).toBeCloseTo(2 * character)
      expect(textWidth - unit.right).toBeGreaterThan(2 * character)
    }
  })

  it('a single one of the two keeps two characters free', () => {
    expect(signatureBlock({ unit: '', date: '2026-01-20' }, 'unsealed')?.date?.rightIndent).toBe(2 * character)
    expect(signatureBlock({ unit: longName.slice(0, 20), date: '' }, 'unsealed')?.unit?.rightIndent).toBe(2 * character)
  })
})

describe('a name longer than a line', () => {
  it.each([...sealings])('is broken by meaning into lines that are centred (%s)', (seal) => {
    const { unit } = placed(longName, '2026-01-20', seal)
    expect(unit.lines).toEqual(['黔西南布依族苗族自治州安龙县人民政府办公室 ', '安龙经济技术开发区管理委员会办公室'])
  })

  it('keeps its axis over the date with a seal', () => {
    const { name, day } = placed(longName, '2026-01-20', 'sealed')
    expect((name.left + name.right) / 2).toBeCloseTo((day.left + day.right) / 2, -1)
  })
})

describe('of any name and date', () => {
  const parts = fc.array(fc.constantFrom('某某省', '某某市', '某县', '自治县', '人民政府', '办公室', '教育局', ' '), {
    minLength: 1,
    maxLength: 14,
  })
  const names = parts.map((some) => some.join('').trim()).filter((name) => name !== '')
  const dates = fc.constantFrom('2026-01-02', '2026-11-20', '2026-12-02')

  it.each([...sealings])('both stand within the text, and the lines of the name are the name (%s)', (seal) => {
    fc.assert(
      fc.property(names, dates, (unit, date) => {
        const { unit: line, name, day } = placed(unit, date, seal)
        expect(line.lines.join('')).toBe(unit)
        expect(Math.min(name.left, day.left)).toBeGreaterThanOrEqual(-1)
        expect(Math.max(name.right, day.right)).toBeLessThanOrEqual(textWidth)
        expect(line.leftIndent).toBeGreaterThanOrEqual(0)
        expect(line.rightIndent).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('with a seal the axis is common, without one the date begins two characters after the name', () => {
    fc.assert(
      fc.property(names, dates, (unit, date) => {
        const sealed = placed(unit, date, 'sealed')
        const axis = ({ left, right }: { left: number; right: number }) => (left + right) / 2
        expect(Math.abs(axis(sealed.name) - axis(sealed.day))).toBeLessThan(2)
        const { name, day } = placed(unit, date, 'unsealed')
        expect(Math.abs(day.left - name.left - 2 * character)).toBeLessThan(2)
      }),
    )
  })
})

describe('the end of the document', () => {
  const blocksOf = (other: string, choices: Partial<DocumentChoices> = {}, signed = true) => {
    const signature = signed ? { unit: '某县教育局', date: '2026-01-20' } : { unit: '', date: '' }
    const narrative = { preface: '', overview: '', problems: '', other }
    return documentOf({ ...blank(), narrative, signature }, { ...defaultChoices, ...choices }).blocks
  }
  const types = (blocks: readonly Block[], count: number) =>
    blocks.slice(-count).map((block) => (block.type === 'spacer' ? block.lines : block.type))

  it('is two blank lines above a signature for a seal, one above another', () => {
    expect(types(blocksOf('无。'), 3)).toEqual(['paragraph', 2, 'signature'])
    expect(types(blocksOf('无。', { seal: 'unsealed' }), 3)).toEqual(['paragraph', 1, 'signature'])
  })

  it.each(['此件公开发布', '（此件公开发布）', '(此件公开发布)', ' 此件公开发布 '])(
    'has the note %s in brackets',
    (note) => {
      expect(blocksOf('无。', { note }).at(-1)).toEqual({ type: 'note', text: '（此件公开发布）' })
    },
  )

  it('keeps the date with a note, and has a note also without a signature', () => {
    const signature = (blocks: readonly Block[]) =>
      blocks.find((block): block is SignatureBlock => block.type === 'signature')
    expect(signature(blocksOf('无。', { note: '此件公开发布' }))?.keepNext).toBe(true)
    expect(signature(blocksOf('无。'))?.keepNext).toBe(false)
    expect(types(blocksOf('无。', { note: '此件公开发布' }, false), 3)).toEqual(['paragraph', 1, 'note'])
    expect(blocksOf('无。', {}, false).at(-1)?.type).toBe('paragraph')
  })

  it('takes a short last paragraph whole, and of a long one its last line', () => {
    const last = (other: string) => blocksOf(other).findLast((block) => block.type === 'paragraph')
    expect(last('国'.repeat(4 * 28 - 2))).toMatchObject({ keepNext: true, keepLines: true })
    const long = last('国'.repeat(5 * 28))
    expect(long).toMatchObject({ keepNext: true })
    expect(long).not.toHaveProperty('keepLines')
  })
})
