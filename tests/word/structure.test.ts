/**
 * What LibreOffice does not show, in every part of the file and with every two choices together: each with the program that
 * goes wrong without it.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { choicesOf, nameOf, pairwiseVariants, reportOf } from './variants.ts'
import { attribute, elements, partsOf, tablesOf, type WordTable } from './wordFile.ts'

type Parts = Readonly<Record<string, string>>

const variants = pairwiseVariants()
const files: { readonly name: string; readonly parts: Parts; readonly pageNumber: string }[] = []

beforeAll(async () => {
  for (const variant of variants) {
    const written = await writeDocx(reportOf(variant), choicesOf(variant))
    if (!written.ok) throw new Error(written.message)
    files.push({ name: nameOf(variant), parts: partsOf(written.bytes), pageNumber: variant.pageNumber })
  }
})

const documentOf = ({ parts }: { readonly parts: Parts }) => parts['word/document.xml']!
const footersOf = ({ parts }: { readonly parts: Parts }) =>
  Object.keys(parts)
    .filter((path) => /^word\/footer\d+\.xml$/.test(path))
    .map((path) => parts[path]!)

/** The parts that are written here, not the package's own. */
const ownParts = (file: { readonly parts: Parts }) => [
  documentOf(file),
  ...footersOf(file),
  file.parts['word/styles.xml']!,
  file.parts['word/fontTable.xml']!,
]

/** The footer of a section by the type of its reference. */
function footerOf(parts: Parts, section: string, type: string): string | undefined {
  const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(section)?.[1]
  const relation = elements(parts['word/_rels/document.xml.rels']!, 'Relationship').find((one) =>
    one.includes(`Id="${id}"`),
  )
  return relation && parts[`word/${attribute(relation, 'Relationship', 'Target')}`]
}

describe('text', () => {
  it('has the hint in every run with Chinese or its marks, page numbers too: Word and WPS set “”—… in a Western font without', () => {
    let marks = 0
    for (const file of files) {
      for (const run of [documentOf(file), ...footersOf(file)].flatMap((part) => elements(part, 'w:r'))) {
        const text = elements(run, 'w:t').join('')
        if (!/[\p{Script=Han}“”‘’—…（）〔〕《》]/u.test(text)) continue
        marks += 1
        expect(attribute(run, 'w:rFonts', 'w:hint'), `${file.name}: ${text}`).toBe('eastAsia')
      }
    }
    expect(marks).toBeGreaterThan(100 * files.length)
  })

  it('names fonts outright: a theme font is the one of the PC in WPS, and Word takes the theme before the name', () => {
    for (const file of files) for (const part of ownParts(file)) expect(part).not.toMatch(/Theme(?:Shade|Tint)?=/)
  })

  it('names no font that is not in the table of fonts: Word finds the other names of a missing font there only', () => {
    for (const file of files) {
      const listed = elements(file.parts['word/fontTable.xml']!, 'w:font').map((font) =>
        attribute(font, 'w:font', 'w:name'),
      )
      const used = [
        ...ownParts(file)
          .join('')
          .matchAll(/ w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g),
      ]
        .map(([, name]) => name)
        .filter((name) => name !== 'zh-CN')
      expect(used.length).toBeGreaterThan(20)
      for (const name of used) expect(listed, file.name).toContain(name)
    }
  })

  it('keeps the spaces at its ends: Word drops them from w:t without xml:space', () => {
    for (const file of files) {
      const texts = ownParts(file).flatMap((part) => elements(part, 'w:t'))
      for (const text of texts.filter((one) => />\s|\s</.test(one))) expect(text).toContain('xml:space="preserve"')
    }
  })

  it('has no rsid, bookmark or mark of the spelling: Word compares two files by them, and they differ from run to run', () => {
    for (const file of files) {
      const all = [...ownParts(file), file.parts['word/settings.xml']!].join('')
      expect(all).not.toMatch(/w:rsid|w14:paraId|w:bookmark|w:proofErr|w:lastRenderedPageBreak/)
    }
  })
})

describe('page numbers', () => {
  const kinds = (footer: string) =>
    [...footer.matchAll(/<w:fldChar w:fldCharType="(\w+)"\/>|<w:(instrText)[ >]|<w:t[ >][^<]*<|(<w:fldSimple)/g)]
      .map(([all, type, instruction]) => type ?? instruction ?? (/\d/.test(all) ? 'result' : ''))
      .filter((kind) => kind !== '')

  it('are whole complex fields with a result: WPS leaves a simple field blank until it is updated', () => {
    let fields = 0
    for (const file of files) {
      for (const footer of footersOf(file).filter((one) => one.includes('PAGE'))) {
        fields += 1
        expect(kinds(footer), file.name).toEqual(['begin', 'instrText', 'separate', 'result', 'end'])
      }
    }
    expect(fields).toBeGreaterThanOrEqual(files.length)
  })

  it('have a footer of their own in every section: without one Word and WPS take that of the section before', () => {
    for (const { name, parts, pageNumber } of files) {
      for (const section of elements(parts['word/document.xml']!, 'w:sectPr')) {
        expect(footerOf(parts, section, 'default'), name).toBeDefined()
        expect(footerOf(parts, section, 'even') !== undefined, name).toBe(pageNumber === 'outside')
      }
    }
  })

  it('of even pages are switched on in the settings just where there are such: Word prints none on even pages otherwise', () => {
    for (const { parts, pageNumber, name } of files) {
      const isOn = parts['word/settings.xml']!.includes('<w:evenAndOddHeaders/>')
      expect(isOn, name).toBe(pageNumber === 'outside')
    }
  })

  it('of a landscape page end their cell and their footer with a paragraph: Word calls the file damaged otherwise', () => {
    const turned = files.flatMap(footersOf).filter((footer) => footer.includes('<w:tbl>'))
    expect(turned.length).toBeGreaterThan(3)
    for (const footer of turned) expect(footer).toMatch(/<\/w:p><\/w:tc><\/w:tr><\/w:tbl><w:p>.*<\/w:p><\/w:ftr>$/s)
  })
})

describe('tables', () => {
  const tables = () =>
    files.flatMap((file) => tablesOf(documentOf(file)).map((table) => ({ ...table, name: file.name })))
  const isSheet = ({ xml }: WordTable) => xml.includes('NianbaoSignOffCell')

  it('have cells as wide as the columns of the grid they cover: Word goes by the cells, WPS by the grid', () => {
    for (const { name, grid, rows } of tables()) {
      for (const { cells } of rows) {
        let column = 0
        for (const { gridSpan, width } of cells) {
          const covered = grid.slice(column, column + gridSpan).reduce((sum, part) => sum + part, 0)
          expect(width, name).toBe(covered)
          column += gridSpan
        }
        expect(column, name).toBe(grid.length)
      }
    }
  })

  it('merge downwards in unbroken chains of cells of one width: WPS shifts the row where a continuation is missing', () => {
    let chains = 0
    for (const { name, rows } of tables()) {
      let above = new Map<number, number>()
      for (const { cells } of rows) {
        const open = new Map<number, number>()
        let column = 0
        for (const { gridSpan, vMerge, text } of cells) {
          if (vMerge === 'continue') {
            expect(above.get(column), `${name}: ${column}`).toBe(gridSpan)
            expect(text).toBe('')
          }
          if (vMerge !== undefined) open.set(column, gridSpan)
          if (vMerge === 'restart') chains += 1
          column += gridSpan
        }
        above = open
      }
    }
    expect(chains).toBeGreaterThan(10 * files.length)
  })

  it('repeat their head of three rows and never part a row: Word and WPS part a row of several lines over two pages', () => {
    for (const table of tables()) {
      const heads = table.rows.map((row) => row.xml.includes('<w:tblHeader/>'))
      const count = heads.filter(Boolean).length
      expect(heads.slice(0, count).every(Boolean), table.name).toBe(true)
      const expected = isSheet(table) || table.grid.length === 4 ? 0 : 3
      expect(count, table.name).toBe(expected)
      for (const row of table.rows) expect(row.xml).toContain('<w:cantSplit/>')
    }
  })

  it('are parted by paragraphs: Word makes one table of two that follow each other, and adds an empty line of 三号 where one ends a section', () => {
    for (const file of files) {
      expect(documentOf(file)).not.toMatch(/<\/w:tbl><w:(?:tbl|sectPr)>/)
      expect(documentOf(file)).not.toMatch(/<w:tc><w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr><\/w:tc>/)
    }
  })
})

describe('the file', () => {
  it('is of the mode of Word 2013 and later: an older one opens in compatibility mode, with another layout of tables', () => {
    for (const { parts } of files) {
      expect(attribute(parts['word/settings.xml']!, 'w:compatSetting', 'w:name')).toBe('compatibilityMode')
      expect(attribute(parts['word/settings.xml']!, 'w:compatSetting', 'w:val')).toBe('15')
    }
  })

  it('has every part that is named, and every relationship once: Word offers to repair the file otherwise', () => {
    for (const { name, parts } of files) {
      const named = [...parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path!)
      expect(Object.keys(parts), name).toEqual(expect.arrayContaining(named))
      const relations = elements(parts['word/_rels/document.xml.rels']!, 'Relationship')
      const ids = relations.map((relation) => attribute(relation, 'Relationship', 'Id'))
      expect(new Set(ids).size).toBe(ids.length)
      for (const relation of relations) {
        expect(Object.keys(parts)).toContain(`word/${attribute(relation, 'Relationship', 'Target')}`)
      }
    }
  })
})
