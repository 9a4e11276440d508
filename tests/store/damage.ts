/** Ways in which a data file comes to harm, done to real files. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'

const page = 4096

/** Changes the bytes of a file. */
export function spoil(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  change(bytes)
  writeFileSync(path, bytes)
}

/** One thing that happens to a file. Numbers are shares of the file, so that one arbitrary fits files of any size. */
export type Damage =
  | { readonly kind: 'bits'; readonly at: readonly number[] }
  | { readonly kind: 'zeroed'; readonly from: number; readonly pages: number }
  | { readonly kind: 'noise'; readonly from: number; readonly bytes: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly to: number }
  | { readonly kind: 'header' }
  | { readonly kind: 'swapped'; readonly one: number; readonly other: number }

const place = (share: number, size: number): number => Math.max(0, Math.min(size - 1, Math.floor(share * size)))

export function inflict(path: string, damage: Damage): void {
  const size = readFileSync(path).length
  const pages = Math.floor(size / page)
  if (size < page) return
  if (damage.kind === 'cut') {
    truncateSync(path, place(damage.to, size))
    return
  }
  spoil(path, (bytes) => {
    switch (damage.kind) {
      case 'bits':
        for (const share of damage.at) {
          const at = place(share, size)
          bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
        }
        break
      case 'zeroed': {
        const from = place(damage.from, pages) * page
        bytes.fill(0, from, Math.min(size, from + damage.pages * page))
        break
      }
      case 'noise': {
        const from = place(damage.from, size)
        bytes.fill(damage.byte, from, Math.min(size, from + damage.bytes))
        break
      }
      case 'header':
        bytes.fill(0, 0, 100)
        break
      case 'swapped': {
        const [a, b] = [place(damage.one, pages) * page, place(damage.other, pages) * page]
        const first = Buffer.from(bytes.subarray(a, a + page))
        bytes.copy(bytes, a, b, b + page)
        first.copy(bytes, b)
      }
    }
  })
}
