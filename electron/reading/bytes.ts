/** Numbers in a binary file. Whatever a file says of a place, nothing is read outside of it: that is `brokenOffice`. */
import { Refused } from './failure.ts'

function inside(bytes: Buffer, at: number, length: number): void {
  if (!Number.isInteger(at) || at < 0 || length < 0 || at + length > bytes.length) throw new Refused('brokenOffice')
}

/** An unsigned number of one byte. */
export function u8(bytes: Buffer, at: number): number {
  inside(bytes, at, 1)
  return bytes.readUInt8(at)
}

/** An unsigned number of two bytes, the lower first. */
export function u16(bytes: Buffer, at: number): number {
  inside(bytes, at, 2)
  return bytes.readUInt16LE(at)
}

/** A signed number of two bytes, the lower first. */
export function i16(bytes: Buffer, at: number): number {
  inside(bytes, at, 2)
  return bytes.readInt16LE(at)
}

/** An unsigned number of four bytes, the lowest first. */
export function u32(bytes: Buffer, at: number): number {
  inside(bytes, at, 4)
  return bytes.readUInt32LE(at)
}

/** A signed number of four bytes, the lowest first. */
export function i32(bytes: Buffer, at: number): number {
  inside(bytes, at, 4)
  return bytes.readInt32LE(at)
}

/** A part of the bytes, not copied. */
export function slice(bytes: Buffer, at: number, length: number): Buffer {
  inside(bytes, at, length)
  return bytes.subarray(at, at + length)
}
