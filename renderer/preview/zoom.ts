/** How large the pages are shown. */

export const zooms = ['width', 'page', 'actual'] as const
export type Zoom = (typeof zooms)[number]

export const zoomNames: Readonly<Record<Zoom, string>> = { width: '适合宽度', page: '整页', actual: '100%' }

export interface Size {
  readonly width: number
  readonly height: number
}

/** An inch is 96 pixels of CSS and 1440 dxa. */
const pixels = (dxa: number) => (dxa * 96) / 1440

/** Around and between the sheets, in pixels. */
export const gap = 20

/** 适合宽度 on a wide screen: a sheet larger than this shows so few lines that one loses one's place. */
const largest = 1.5

/** The width of a sheet in pixels, in a window of a size; whole pixels keep the lines of tables sharp. */
export function sheetWidth(zoom: Zoom, paper: Size, room: Size): number {
  const actual = pixels(paper.width)
  if (zoom === 'actual') return Math.round(actual)
  const byWidth = Math.min(room.width - 2 * gap, largest * actual)
  const byHeight = ((room.height - 2 * gap) * paper.width) / paper.height
  return Math.max(1, Math.floor(zoom === 'page' ? Math.min(byWidth, byHeight) : byWidth))
}
