/**
 * The file as it was last looked at, in tests/word/goldens/: what changes there is to be meant. `npm run goldens` writes
 * them anew.
 */
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import {
  type DocumentChoices,
  defaultChoices,
  fontSetIds,
  numeralFonts,
  pageNumberPlaces,
  sealings,
  signOffPlaces,
  tableOrientations,
} from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { reviewed } from './golden.ts'
import { signed } from './reports.ts'
import { attribute, elements, paragraphsOf, partsOf } from './wordFile.ts'

/** Every level of the text, marks of both scripts, a tab and the marks of XML. */
const small = (): Report => ({
  ...signed(),
  narrative: {
    preface: '本报告由某县教育局编制。',
    overview: '一、总的看。好。\n（一）主动公开。公开“五公开”信息100件——全年。\n1.平台。建成。\n\n<甲>&乙\t丙。',
    problems: '',
    other: '无其他需要报告的事项。',
  },
})

type Parts = Readonly<Record<string, string>>

async function written(choices: Partial<DocumentChoices>): Promise<Parts> {
  const result = await writeDocx(small(), { ...defaultChoices, ...choices })
  if (!result.ok) throw new Error(result.message)
  return partsOf(result.bytes)
}

const golden = (name: string, xml: string) => expect(xml).toMatchFileSnapshot(`goldens/${name}`)

/** What several variants have to say, each under its name. */
async function perVariant<T>(
  variants: readonly T[],
  name: (variant: T) => string,
  lines: (variant: T) => Promise<string>,
): Promise<string> {
  const parts = await Promise.all(variants.map(async (variant) => `<!-- ${name(variant)} -->\n${await lines(variant)}`))
  return parts.join('')
}

/** A footer by the id of its relationship. */
function footer(parts: Parts, id: string): string {
  const relation = elements(parts['word/_rels/document.xml.rels']!, 'Relationship').find((one) =>
    one.includes(`Id="${id}"`),
  )!
  return parts[`word/${attribute(relation, 'Relationship', 'Target')}`]!
}

/** A section in one line; its footers by what stands in them. */
function section(parts: Parts, xml: string): string {
  const named = xml.replace(/r:id="(\w+)"/g, (_, id: string) => {
    const held = footer(parts, id)
    const side = attribute(held, 'w:jc', 'w:val') ?? 'left'
    return `number="${!held.includes(' PAGE ') ? 'none' : held.includes('<w:tbl>') ? `turned ${side}` : side}"`
  })
  return reviewed(named.replace('<w:pgNumType/>', ''))
}

describe('as it was last reviewed', () => {
  it('is the text', async () => {
    await golden('document.xml', reviewed((await written({ note: '此件公开发布' }))['word/document.xml']!))
  })

  it('are the styles', async () => {
    await golden('styles.xml', reviewed((await written({}))['word/styles.xml']!))
  })

  it('are the sections of every layout of pages', async () => {
    const variants = pageNumberPlaces.flatMap((pageNumber) =>
      tableOrientations.flatMap((applicationsTable) =>
        signOffPlaces.map((place) => ({
          pageNumber,
          applicationsTable,
          signOff: { ...defaultChoices.signOff, place },
        })),
      ),
    )
    const named = ({ pageNumber, applicationsTable, signOff }: (typeof variants)[number]) =>
      `${pageNumber} ${applicationsTable} ${signOff.place}`
    const sections = await perVariant(variants, named, async (choices) => {
      const parts = await written(choices)
      const found = elements(parts['word/document.xml']!, 'w:sectPr')
      return found.map((xml) => section(parts, xml)).join('')
    })
    await golden('sections.xml', sections)
  })

  it('are the page numbers, upright and turned', async () => {
    const variants = [
      { pageNumber: 'outside', applicationsTable: 'landscape' },
      { pageNumber: 'center', applicationsTable: 'portrait' },
    ] as const
    const footers = await perVariant(
      variants,
      (variant) => Object.values(variant).join(' '),
      async (choices) => {
        const parts = await written(choices)
        const [upright = '', turned = ''] = elements(parts['word/document.xml']!, 'w:sectPr')
        const ids = [...`${upright}${turned}`.matchAll(/w:type="(\w+)" r:id="(\w+)"/g)]
        return ids.map(([, type, id]) => `<!-- ${type} -->\n${reviewed(footer(parts, id!))}`).join('')
      },
    )
    await golden('footers.xml', footers)
  })

  it('are the signature and its note', async () => {
    const variants = sealings.flatMap((seal) => ['', '此件公开发布'].map((note) => ({ seal, note })))
    const closings = await perVariant(
      variants,
      ({ seal, note }) => `${seal} ${note}`.trim(),
      async (choices) => {
        const paragraphs = paragraphsOf((await written(choices))['word/document.xml']!)
        const closing = paragraphs.slice(paragraphs.findLastIndex(({ style }) => style === 'NianbaoBody'))
        return closing.map(({ xml }) => reviewed(xml)).join('')
      },
    )
    await golden('signature.xml', closings)
  })

  it('are the fonts', async () => {
    const variants = fontSetIds.flatMap((fonts) => numeralFonts.map((numerals) => ({ fonts, numerals })))
    const fonts = await perVariant(
      variants,
      (variant) => Object.values(variant).join(' '),
      async (choices) => reviewed((await written(choices))['word/fontTable.xml']!),
    )
    await golden('fonts.xml', fonts)
  })
})
