/** GB/T 9704-2012 7.5: 一字线上距版心下边缘 7 mm, measured in the rendered page, for each place of the number. */
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { defaultChoices, pageNumberPlaces } from '../../shared/document/choices.ts'
import { type Bitmap, bitmapsOf, converted, dotsPerInch, type StandIns } from './pages.ts'
import { longText } from './reports.ts'

const millimetre = dotsPerInch / 25.4
const textFoot = 297 - 35

/** The dashes at the foot of a page, in millimetres: their upper edge below the text, their outer ends. */
interface Dashes {
  readonly below: number
  readonly left: number
  readonly right: number
}

/** The two dashes are the only row of dots below the text that is more than 7 mm long together. */
function dashesOf({ width, height, grey }: Bitmap): Dashes {
  for (let y = Math.ceil(textFoot * millimetre) + 1; y < height; y += 1) {
    const dark = [...grey.subarray(y * width, (y + 1) * width).keys()].filter((x) => grey[y * width + x]! < 128)
    if (dark.length < 7 * millimetre) continue
    return {
      below: y / millimetre - textFoot,
      left: dark[0]! / millimetre,
      right: (dark.at(-1)! + 1) / millimetre,
    }
  }
  throw new Error('There is no dash below the text.')
}

/** The dash comes from a Chinese font in Word and WPS; LibreOffice by itself takes it from a Western one. */
const standIns: readonly StandIns[] = ['halfWidth', 'asFound']
const measured = {} as Record<StandIns, Dashes[][]>

beforeAll(async () => {
  const files = await Promise.all(
    pageNumberPlaces.map(async (pageNumber) => {
      const written = await writeDocx(longText(), { ...defaultChoices, pageNumber })
      if (!written.ok) throw new Error(written.message)
      return written.bytes
    }),
  )
  for (const fonts of standIns) {
    const read = async (pdf: string) => (await bitmapsOf(pdf, 2)).map(dashesOf)
    measured[fonts] = await converted(files, (pdfs) => Promise.all(pdfs.map(read)), fonts)
  }
})

describe.each(standIns)('the page number (%s)', (fonts) => {
  it.each([...pageNumberPlaces])('%s: 7 ± 0.5 mm below the text on odd and even pages', (place) => {
    const pages = measured[fonts][pageNumberPlaces.indexOf(place)]!
    expect(pages).toHaveLength(2)
    for (const { below } of pages) expect(Math.abs(below - 7)).toBeLessThanOrEqual(0.5)
  })

  // A character is 16 pt, 5.64 mm; the ink of a dash may be a millimetre shorter than its place.
  const [leftEdge, rightEdge] = [28 + 5.64, 210 - 26 - 5.64]
  const sides = { left: 'left', right: 'right', center: 'center' } as const
  it.each([
    ['outside', [sides.right, sides.left]],
    ['center', [sides.center, sides.center]],
    ['right', [sides.right, sides.right]],
  ] as const)('%s stands where it is to stand', (place, expected) => {
    const pages = measured[fonts][pageNumberPlaces.indexOf(place)]!
    pages.forEach(({ left, right }, index) => {
      const side = expected[index]
      if (side === 'right') expect(Math.abs(right - rightEdge)).toBeLessThan(1)
      if (side === 'left') expect(Math.abs(left - leftEdge)).toBeLessThan(1)
      if (side === 'center') expect(Math.abs((left + right) / 2 - (28 + 156 / 2))).toBeLessThan(0.5)
    })
  })
})
