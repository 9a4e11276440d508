/** Size and place of the window, from one start to the next. */
import { readFileSync, writeFileSync } from 'node:fs'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlace {
  readonly bounds: Rectangle
  readonly maximized: boolean
}

/** The whole of table three is seen in 1366×680. */
const usual = { width: 1366, height: 768 } as const
export const smallest = { width: 900, height: 560 } as const

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** A remembered place; undefined where the text is none. */
export function parsePlace(text: string): WindowPlace | undefined {
  try {
    const { bounds, maximized } = JSON.parse(text) as { bounds: Rectangle; maximized: unknown }
    const { x, y, width, height } = bounds
    if (![x, y, width, height].every(isNumber)) return undefined
    return { bounds: { x, y, width, height }, maximized: maximized === true }
  } catch {
    return undefined
  }
}

const overlap = (a: Rectangle, b: Rectangle): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

function inside(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(Math.max(bounds.width, smallest.width), area.width)
  const height = Math.min(Math.max(bounds.height, smallest.height), area.height)
  return {
    x: Math.round(between(bounds.x, area.x, area.x + area.width - width)),
    y: Math.round(between(bounds.y, area.y, area.y + area.height - height)),
    width: Math.round(width),
    height: Math.round(height),
  }
}

function usualIn(area: Rectangle): WindowPlace {
  const x = area.x + (area.width - usual.width) / 2
  const y = area.y + (area.height - usual.height) / 2
  const small = area.width <= usual.width || area.height <= usual.height
  return { bounds: inside({ x, y, ...usual }, area), maximized: small }
}

/**
 * Where the window goes: where it was, but wholly inside the work area of the display that shows most of it; on the
 * first display (`areas` begins with it) where nothing is remembered or its display is gone.
 */
export function placeOn(remembered: WindowPlace | undefined, areas: readonly [Rectangle, ...Rectangle[]]): WindowPlace {
  if (!remembered) return usualIn(areas[0])
  const [best] = areas
    .map((area) => ({ area, shown: overlap(remembered.bounds, area) }))
    .sort((a, b) => b.shown - a.shown)
  if (!best || best.shown === 0) return { ...usualIn(areas[0]), maximized: remembered.maximized }
  return { bounds: inside(remembered.bounds, best.area), maximized: remembered.maximized }
}

/** Reads the remembered place; a file that is absent or damaged is no place, and no reason to stop. */
export function readPlace(file: string): WindowPlace | undefined {
  try {
    return parsePlace(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Remembers the place. Where that fails the window opens as usual next time: nothing of the person's is lost. */
export function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place))
  } catch {
    // A full disk or a read-only folder; saving the report itself reports that.
  }
}
