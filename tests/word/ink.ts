/** Where the ink is on the pages of a .docx, as LibreOffice lays them out and Poppler draws them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Dots of a millimetre: 127 in an inch are five. */
const resolution = 127
const dotsPerMillimetre = 5

/** A drawn page: a byte a dot, 255 white. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}

/** In millimetres from the upper left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Draws the pages of files. One start of LibreOffice. */
export async function drawPages(files: readonly Uint8Array[]): Promise<Drawing[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-ink-'))
  try {
    const names = files.map((_, index) => join(folder, `${index}.docx`))
    await Promise.all(files.map((bytes, index) => writeFile(names[index]!, bytes)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names])
    return await Promise.all(files.map((_, index) => drawingsOf(folder, index)))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function drawingsOf(folder: string, file: number): Promise<Drawing[]> {
  await run('pdftoppm', ['-r', `${resolution}`, '-gray', join(folder, `${file}.pdf`), join(folder, `page${file}`)])
  const names = (await readdir(folder)).filter((name) => name.startsWith(`page${file}-`)).sort()
  return Promise.all(names.map(async (name) => drawingOf(await readFile(join(folder, name)))))
}

function drawingOf(file: Buffer): Drawing {
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.toString('latin1', 0, 40))!
  return { width: Number(width), height: Number(height), dots: file.subarray(head.length) }
}

/** Turned a quarter to the left, as a landscape page is bound: its head at the left. */
export function turnedLeft({ width, height, dots }: Drawing): Drawing {
  const turned = new Uint8Array(dots.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[(width - 1 - x) * height + y] = dots[y * width + x]!
  }
  return { width: height, height: width, dots: turned }
}

/** The smallest box that holds the ink below a height in millimetres. */
export function inkBelow({ width, height, dots }: Drawing, top: number): Box {
  const box = { left: width, top: height, right: 0, bottom: 0 }
  for (let y = Math.round(top * dotsPerMillimetre); y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x]! > 128) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x + 1)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y + 1)
    }
  }
  const millimetres = (value: number) => value / dotsPerMillimetre
  return {
    left: millimetres(box.left),
    top: millimetres(box.top),
    right: millimetres(box.right),
    bottom: millimetres(box.bottom),
  }
}
