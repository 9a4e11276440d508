/** Which properties apply at a place of the file ([MS-DOC] 2.4.5, 2.9.32, 2.9.174): pages of 512 bytes, found by an index. */
import { slice, u8, u16, u32 } from '../bytes.ts'

/** A stretch of the file with the same properties. */
export interface Stretch {
  readonly start: number
  readonly end: number
  /** Where its properties stand; the same place means the same properties. */
  readonly at: number
  readonly properties: Buffer
}

export interface Pages {
  /** The stretch around a place; undefined where the file says nothing of it. */
  readonly find: (place: number) => Stretch | undefined
}

const pageBytes = 512
const none = Buffer.alloc(0)

/** Opens the properties of characters or paragraphs by their index. A page is read when it is asked for. */
export function openPages(main: Buffer, index: Buffer, of: 'characters' | 'paragraphs'): Pages {
  const pages = Math.max(Math.floor((index.length - 4) / 8), 0)
  const propertiesAt = of === 'characters' ? characterProperties : paragraphProperties
  return {
    find(place) {
      const page = lastAtMost(index, pages, place)
      if (page < 0) return undefined
      const start = pageBytes * (u32(index, 4 * (pages + 1) + 4 * page) & 0x3fffff)
      const bytes = slice(main, start, pageBytes)
      const stretches = u8(bytes, pageBytes - 1)
      const found = lastAtMost(bytes, stretches, place)
      if (found < 0 || place >= u32(bytes, 4 * found + 4)) return undefined
      const { at, properties } = propertiesAt(bytes, stretches, found)
      return { start: u32(bytes, 4 * found), end: u32(bytes, 4 * found + 4), at: start + at, properties }
    },
  }
}

/** The last of so many rising numbers that is not above a value; −1 where the first one is. */
function lastAtMost(numbers: Buffer, count: number, value: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (u32(numbers, 4 * middle) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

function characterProperties(page: Buffer, count: number, index: number): { at: number; properties: Buffer } {
  const at = 2 * u8(page, 4 * (count + 1) + index)
  return { at, properties: at === 0 ? none : slice(page, at + 1, u8(page, at)) }
}

/** Those of a paragraph begin with the number of its style. */
function paragraphProperties(page: Buffer, count: number, index: number): { at: number; properties: Buffer } {
  const at = 2 * u8(page, 4 * (count + 1) + 13 * index)
  if (at === 0) return { at, properties: none }
  const words = u8(page, at)
  if (words === 0) return { at, properties: slice(page, at + 2, 2 * u8(page, at + 1)) }
  return { at, properties: slice(page, at + 1, 2 * words - 1) }
}

/** The number of a paragraph's style, and its own properties. */
export const paragraphOf = (properties: Buffer): { style: number; own: Buffer } =>
  properties.length < 2 ? { style: 0, own: none } : { style: u16(properties, 0), own: properties.subarray(2) }
