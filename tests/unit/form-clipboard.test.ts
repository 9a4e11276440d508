import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyText, fitPaste, parseTable, readPasted } from '../../renderer/form/clipboard.ts'
import { blockOf, type EntryPlace, geometryOf } from '../../renderer/form/geometry.ts'
import { formOf } from '../../shared/forms/lookup.ts'

const form = formOf('2021')
const two = geometryOf(form, 'proactive')
const three = geometryOf(form, 'applications')
const entered = ({ kind }: EntryPlace) => kind !== 'total'

const target = (geometry: typeof two, anchor: string, head = anchor) => ({
  geometry,
  block: blockOf(geometry, { anchor, head })!,
  isEntered: entered,
})

describe('tab-separated text', () => {
  it('is read as Excel and WPS write it', () => {
    expect(parseTable('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(parseTable('"a\tb"\t"第一行\n第二行"\r\n"他说""好"""\t')).toEqual([
      ['a\tb', '第一行\n第二行'],
      ['他说"好"', ''],
    ])
    expect(parseTable('')).toEqual([['']])
    expect(parseTable('\r\n')).toEqual([['']])
    expect(parseTable('1\n\n')).toEqual([['1'], ['']])
    expect(parseTable('"1" 件\t2')).toEqual([['"1" 件', '2']])
  })

  it('of any size comes back as it was written', () => {
    const cell = fc.stringMatching(/^[0-9a-z]{0,3}$/)
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTable(`${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`)).toEqual(rows)
      }),
    )
  })

  it('is written with a merged cell in its first column', () => {
    const block = blockOf(two, {
      anchor: 'proactive.normativeDocuments.issued',
      head: 'proactive.licensing.decisions',
    })!
    const text = copyText(two, block, ({ key }) => key.split('.').at(-1) ?? '')
    expect(text).toBe('issued\trepealed\tinForce\r\ndecisions\t\t')
  })
})

describe('a pasted cell', () => {
  it('is cleaned: full-width digits, separators, spaces of all kinds', () => {
    expect(readPasted('count', '１２３')).toBe(123)
    expect(readPasted('count', '1,234')).toBe(1234)
    expect(readPasted('count', '１，２３４')).toBe(1234)
    expect(readPasted('count', '\u00a01 234 567\u00a0')).toBe(1_234_567)
    expect(readPasted('amount', '96171.6')).toBe(96_171_600_000)
    expect(readPasted('change', '-3')).toBe(-3)
    expect(readPasted('count', ' \u3000')).toBeNull()
  })

  it('that is no number of its kind is refused with the reason', () => {
    expect(readPasted('count', '/')).toBe('不是数字')
    expect(readPasted('count', '三')).toBe('格内不是数字')
    expect(readPasted('count', '-3')).toBe('件数应为不小于0的整数')
    expect(readPasted('count', '3.5')).toBe('件数应为不小于0的整数')
    expect(readPasted('count', '3.0')).toBe('件数带有小数点')
    expect(readPasted('count', '22（其中修订16件）')).toBe('数字后面还有文字')
    expect(readPasted('count', '12 34')).toBe('格内不止一个数字')
    expect(readPasted('amount', '0.1234567')).toBe('万元金额最多六位小数')
  })
})

describe('a paste', () => {
  it('is laid over the cells from the first selected one', () => {
    const result = fitPaste('1\t2\r\n3\t4\r\n', target(three, 'applications.newReceived.natural'))
    expect(result).toEqual({
      ok: true,
      changes: [
        { key: 'applications.newReceived.natural', value: 1 },
        { key: 'applications.newReceived.business', value: 2 },
        { key: 'applications.carriedIn.natural', value: 3 },
        { key: 'applications.carriedIn.business', value: 4 },
      ],
    })
  })

  it('passes over the totals it brings, for they are derived, and blanks what is empty in it', () => {
    const result = fitPaste('1\t\t3\t4\t5\t6\t999', target(three, 'applications.newReceived.natural'))
    expect(result.ok && result.changes.map(({ value }) => value)).toEqual([1, null, 3, 4, 5, 6])
  })

  it('of one value fills the whole range, each merged cell once', () => {
    const range = target(two, 'proactive.rules.issued', 'proactive.coercion.decisions')
    const result = fitPaste('0', range)
    expect(result.ok && result.changes).toHaveLength(9)
    expect(result.ok && new Set(result.changes.map(({ key }) => key)).size).toBe(9)
  })

  it('goes into merged cells as it comes out of them', () => {
    const result = fitPaste('1\t2\t3\r\n4\t5\t6\r\n447228\t\t\r\n', target(two, 'proactive.rules.issued'))
    expect(result.ok && result.changes.at(-1)).toEqual({ key: 'proactive.licensing.decisions', value: 447_228 })
  })

  it('that is too large is refused as a whole; empty rows and columns at its end do not make it too large', () => {
    const tooWide = fitPaste('1\t2', target(three, 'applications.newReceived.total'))
    expect(tooWide).toEqual({
      ok: false,
      message: '粘贴的内容有1行2列，从选中的格起只放得下25行1列。',
      bad: [],
    })
    const loose = fitPaste('1\t\t\r\n\t\t\r\n', target(three, 'applications.carriedOut.other'))
    expect(loose.ok && loose.changes).toEqual([{ key: 'applications.carriedOut.other', value: 1 }])
  })

  it('with bad cells writes nothing and names each of them', () => {
    const result = fitPaste('1\t无\r\n-2\t4', target(three, 'applications.newReceived.natural'))
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.message).toBe('有2格不能填入，整次粘贴没有写入。')
    expect(result.bad).toEqual([
      { where: '一、本年新收政府信息公开申请数量 · 商业企业', text: '无', why: '不是数字' },
      { where: '二、上年结转政府信息公开申请数量 · 自然人', text: '-2', why: '件数应为不小于0的整数' },
    ])
  })

  it('with a number inside a merged cell is refused: it would be lost', () => {
    const result = fitPaste('1\t2\t3', target(two, 'proactive.licensing.decisions'))
    expect(result.ok).toBe(false)
  })
})
