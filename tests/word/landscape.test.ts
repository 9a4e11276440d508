/** Table three on a landscape page: 页码位置与公文其他页码保持一致，单页码表头在订口一边，双页码表头在切口一边. */
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { defaultChoices, pageNumberPlaces } from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'
import { type Drawing, drawPages, inkBelow, turnedLeft } from './ink.ts'

/** So much text before the tables that table three comes on page four or five. */
const withText = (paragraphs: number): Report => ({
  ...huaian(),
  narrative: { ...huaian().narrative, overview: '公开。\n'.repeat(paragraphs).trim() },
})
const reports = { even: withText(30), odd: withText(50) }
const drawings: Drawing[][] = []

beforeAll(async () => {
  const files = await Promise.all(
    Object.values(reports).flatMap((report) =>
      pageNumberPlaces.map(async (pageNumber) => {
        const result = await writeDocx(report, { ...defaultChoices, pageNumber, applicationsTable: 'landscape' })
        if (!result.ok) throw new Error(result.message)
        return result.bytes
      }),
    ),
  )
  drawings.push(...(await drawPages(files)))
})

const pagesOf = (report: keyof typeof reports, place: (typeof pageNumberPlaces)[number]) =>
  drawings[Object.keys(reports).indexOf(report) * pageNumberPlaces.length + pageNumberPlaces.indexOf(place)]!

const isLandscape = ({ width, height }: Drawing) => width > height

/** Below the 版心 there is nothing but the page number: 297 − 35 mm. */
const foot = 262.5

describe.each(['even', 'odd'] as const)('on an %s page', (parity) => {
  it('stands by itself, the pages before and behind it upright', () => {
    const landscape = pagesOf(parity, 'outside').map(isLandscape)
    expect(landscape.filter(Boolean)).toHaveLength(1)
    expect(landscape.indexOf(true) % 2).toBe(parity === 'even' ? 1 : 0)
    expect(landscape.indexOf(true)).toBeGreaterThan(1)
    expect(landscape.at(-1)).toBe(false)
  })

  it.each(pageNumberPlaces)('has its number where upright pages have theirs, bound with them: %s', (place) => {
    const pages = pagesOf(parity, place)
    const at = pages.findIndex(isLandscape)
    const own = inkBelow(turnedLeft(pages[at]!), foot)
    const other = inkBelow(pages[at - 2]!, foot)
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      expect(Math.abs(own[side] - other[side]), side).toBeLessThan(0.5)
    }
  })
})
