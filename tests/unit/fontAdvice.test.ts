import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontSetIds } from '../../shared/document/choices.ts'
import {
  fontAdvice,
  fontsOfSet,
  fontsToFind,
  installedFonts,
  replacementSentence,
} from '../../shared/document/fontAdvice.ts'

const windows = ['仿宋', '楷体', '黑体', '宋体']
const office = [...windows, '华文中宋']
const advice = (...installed: string[]) => fontAdvice(new Set(installed))
const sentence = (id: string, ...installed: string[]) => {
  const set = advice(...installed).sets.find((one) => one.id === id)
  if (!set) throw new Error(`no set ${id}`)
  return replacementSentence(set)
}

describe('the recommended set', () => {
  it('is that of GB2312 where all its fonts and 小标宋 are installed', () => {
    expect(advice(...windows, '仿宋_GB2312', '楷体_GB2312', '方正小标宋简体').recommended).toBe('gb2312')
  })
  it('is that of the system where they are not', () => {
    expect(advice(...windows).recommended).toBe('system')
    expect(advice(...windows, '方正小标宋简体').recommended).toBe('system')
    expect(advice(...windows, '仿宋_GB2312', '楷体_GB2312').recommended).toBe('system')
  })
  it('is Founder’s where only Founder’s is complete', () => {
    expect(advice(...fontsOfSet('founder')).recommended).toBe('founder')
  })
  it('is the system’s where nothing is installed', () => {
    expect(advice().recommended).toBe('system')
  })
  it('never lacks a font while another lacks none', () => {
    const names = fontsToFind().map(({ name }) => name)
    fc.assert(
      fc.property(fc.subarray(names), (installed) => {
        const { sets, recommended } = advice(...installed)
        const complete = sets.filter(({ missing }) => missing.length === 0).map(({ id }) => id)
        const least = Math.min(...sets.map(({ missing }) => missing.length))
        const chosen = sets.find(({ id }) => id === recommended)
        expect(complete.length === 0 || complete.includes(recommended)).toBe(true)
        expect(chosen?.missing.length).toBe(least)
      }),
    )
  })
})

describe('what is missing', () => {
  it('is said with the font that Word takes instead', () => {
    expect(sentence('system', ...windows)).toBe('这台电脑没有 方正小标宋简体，Word 会用宋体代替。')
    expect(sentence('system', ...office)).toBe('这台电脑没有 方正小标宋简体，Word 会用华文中宋代替。')
    expect(sentence('gb2312', ...windows, '方正小标宋简体')).toBe(
      '这台电脑没有 仿宋_GB2312，Word 会用仿宋代替；没有 楷体_GB2312，Word 会用楷体代替。',
    )
  })
  it('is said in one part for all fonts with the same replacement', () => {
    expect(sentence('system')).toBe('这台电脑没有 方正小标宋简体、仿宋、黑体、楷体、宋体，Word 会用别的字体代替。')
  })
  it('is nothing where all are installed', () => {
    for (const id of fontSetIds) expect(sentence(id, ...fontsOfSet(id))).toBeNull()
  })
})

describe('the fonts to look for', () => {
  it('are those of all sets, each under its Chinese and its English name', () => {
    const found = new Map(fontsToFind().map(({ name, own }) => [name, own]))
    for (const name of fontSetIds.flatMap(fontsOfSet)) expect(found.get(name)?.[0]).toBe(name)
    expect(found.get('仿宋')).toEqual(['仿宋', 'FangSong'])
    expect(found.get('仿宋_GB2312')).toEqual(['仿宋_GB2312', 'FangSong_GB2312'])
    expect(found.get('楷体')).toEqual(['楷体', 'KaiTi'])
    expect(found.get('黑体')).toEqual(['黑体', 'SimHei'])
    expect(found.get('宋体')).toEqual(['宋体', 'SimSun'])
    expect(found.get('方正小标宋简体')).toContain('FZXiaoBiaoSong-B05S')
    expect(found.get('方正小标宋_GBK')).toContain('FZXiaoBiaoSong-B05')
  })
  it('have no name in common', () => {
    const names = fontsToFind().flatMap(({ own }) => own)
    expect(new Set(names).size).toBe(names.length)
  })

  it('are found under any of their names', async () => {
    const machine = new Set(['FangSong', '楷体_GB2312', 'SimHei', 'FZXiaoBiaoSong-B05S'])
    const found = await installedFonts(async (names) => names.some((name) => machine.has(name)))
    expect([...found].sort()).toEqual(['仿宋', '方正小标宋简体', '楷体_GB2312', '黑体'].sort())
  })
})
