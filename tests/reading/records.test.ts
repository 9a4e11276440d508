import { describe, expect, it } from 'vitest'
import { checkRecords } from '../../electron/reading/spreadsheet/records.ts'

/** A record of an .xls workbook. */
function record(type: number, content: readonly number[] = []): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(content.length, 2)
  return Buffer.concat([head, Buffer.from(content)])
}

const beginning = record(0x0809, [0, 6, 5, 0])
const end = record(0x000a)
/** The list of sheets points at the byte where the sheet begins. */
const book = (position: number, ...sheet: readonly Buffer[]) =>
  Buffer.concat([beginning, record(0x0085, [position, 0, 0, 0, 0, 0]), end, beginning, ...sheet, end, Buffer.alloc(9)])
const whole = beginning.length + 10 + end.length

describe('the records of an .xls workbook', () => {
  it('follow each other to the end of the last sheet; what stands behind is filling', () => {
    expect(() => checkRecords(book(whole, record(0x0006, [1, 2])))).not.toThrow()
  })

  it.each([
    ['begin with another', () => Buffer.concat([end, book(whole)])],
    ['are longer than the file', () => book(whole).subarray(0, whole + 6)],
    ['are longer than any may be', () => book(whole, record(0x00fd, new Array<number>(9000).fill(0)))],
    ['are of Excel 2', () => book(whole, record(0x0007, [0]))],
    ['do not end', () => Buffer.concat([beginning, record(0x0042, [1, 2])])],
    ['have a sheet where none begins', () => book(whole + 1)],
  ])('are refused where they %s', (_, make) => {
    expect(() => checkRecords(make())).toThrow('brokenSheet')
  })
})
