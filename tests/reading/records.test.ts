import { describe, expect, it } from 'vitest'
import { valuesOnly } from '../../electron/reading/spreadsheet/records.ts'

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
    expect(() => valuesOnly(book(whole, record(0x0006, [1, 2])))).not.toThrow()
  })

  it.each([
    ['begin with another', () => Buffer.concat([end, book(whole)])],
    ['are longer than the file', () => book(whole).subarray(0, whole + 6)],
    ['are longer than any may be', () => book(whole, record(0x00fd, new Array<number>(9000).fill(0)))],
    ['are of Excel 2', () => book(whole, record(0x0007, [0]))],
    ['do not end', () => Buffer.concat([beginning, record(0x0042, [1, 2])])],
    ['have a sheet where none begins', () => book(whole + 1)],
  ])('are refused where they %s', (_, make) => {
    expect(() => valuesOnly(make())).toThrow('brokenSheet')
  })

  it('keep their values and lose their formulas, which are never taken apart', () => {
    const place = [5, 0, 2, 0, 15, 0]
    const value = [0, 0, 0, 0, 0, 0, 8, 64]
    const cell = record(0x0006, [...place, ...value, 0, 0, 0, 0, 0, 0, 3, 0, 0x1e, 7, 0])
    const array = record(0x0221, [5, 0, 5, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0xff, 0xff])
    const values = valuesOnly(book(whole, cell, array))
    const at = whole + beginning.length
    expect([...values.subarray(at + 4, at + 18)]).toEqual([...place, ...value])
    expect(values.readUInt16LE(at + 24)).toBe(0)
    expect(values.readUInt16LE(at + cell.length)).toBe(0x00e2)
  })
})
