/** The three sets of fonts, by their exact names, and the names to look for where one is absent. */
import { describe, expect, it } from 'vitest'
import { fontStacks } from '../../renderer/preview/fontStacks.ts'
import { fontSetIds } from '../../shared/document/choices.ts'
import { fontNames, fontSetOf, otherNames } from '../../shared/document/fonts.ts'

describe('the sets', () => {
  it('have the names by which Word and WPS know them', () => {
    const names = fontSetIds.map((fonts) => {
      const { title, body, heading, subheading, table, pageNumber } = fontSetOf({ fonts, numerals: 'latin' })
      return [title, body, heading, subheading, table, pageNumber].join(' ')
    })
    expect(names).toEqual([
      '方正小标宋简体 仿宋 黑体 楷体 宋体 宋体',
      '方正小标宋简体 仿宋_GB2312 黑体 楷体_GB2312 宋体 宋体',
      '方正小标宋_GBK 方正仿宋_GBK 方正黑体_GBK 方正楷体_GBK 方正书宋_GBK 宋体',
    ])
  })

  it.each([...fontSetIds])('%s: every font has other names to look for, none of them its own', (fonts) => {
    for (const name of fontNames(fontSetOf({ fonts, numerals: 'latin' }))) {
      expect(otherNames(name).length).toBeGreaterThan(2)
      expect(otherNames(name)).not.toContain(name)
      // A list in a font table is parted by commas, a family of CSS by quotation marks.
      for (const other of otherNames(name)) expect(other).not.toMatch(/[,"]/)
    }
  })

  it('name 仿宋 before 宋体 for a 仿宋_GB2312 that is absent, and 华文中宋 before 宋体 for 小标宋', () => {
    expect(otherNames('仿宋_GB2312').slice(0, 3)).toEqual(['FangSong_GB2312', '仿宋', 'FangSong'])
    const title = otherNames('方正小标宋简体')
    expect(title.indexOf('华文中宋')).toBeGreaterThan(0)
    expect(title.indexOf('宋体')).toBeGreaterThan(title.indexOf('华文中宋'))
  })

  it('have no font for digits where they take that of the text', () => {
    const fonts = fontSetOf({ fonts: 'system', numerals: 'text' })
    expect(fonts.latin).toBeNull()
    expect(fontNames(fonts)).not.toContain('Times New Roman')
  })
})

describe('on the screen', () => {
  it.each([...fontSetIds])('%s: a stack begins with the name in the file and has all its other names', (fonts) => {
    const set = fontSetOf({ fonts, numerals: 'latin' })
    const stacks = fontStacks(set)
    for (const name of ['title', 'body', 'heading', 'subheading', 'table', 'pageNumber', 'latin'] as const) {
      const families = stacks[name].split(', ')
      expect(families[0]).toBe(`"${set[name]}"`)
      for (const other of otherNames(set[name]!)) expect(families).toContain(`"${other}"`)
      expect(families.at(-1)).toMatch(/^(?:sans-)?serif$/)
    }
  })
})
