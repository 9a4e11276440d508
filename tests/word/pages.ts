/** A .docx as the pages another program lays out: LibreOffice makes the PDF, pdftotext says where the words stand. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A word and its place, in points from the upper left corner of the page. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Chinese fonts have digits and letters of half an em: of those this machine may have, only this one does. */
export const halfWidthFont = 'Noto Sans Mono CJK SC'

/** The names of the document's Chinese fonts have one of these in them. */
const chineseNames = ['宋', '黑体', '楷体']

const match = (name: string) =>
  `<match target="pattern"><test name="family" compare="contains"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${halfWidthFont}</string></edit></match>`

/** A set-up of fonts in which one with half-width digits stands in for the Chinese ones. */
const fontsConf = `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${chineseNames.map(match).join('')}</fontconfig>`

/** Lays out files and gives the words of each page of each file. */
export const layOut = (files: readonly Uint8Array[]): Promise<Word[][][]> =>
  converted(files, (pdfs) => Promise.all(pdfs.map(wordsOf)))

/** `asFound`: Chinese fonts are what LibreOffice takes by itself; digits in them come from a Western font. */
export type StandIns = 'halfWidth' | 'asFound'

/** Makes PDFs and hands them over before they are deleted. One start of LibreOffice, with a profile of its own. */
export async function converted<T>(
  files: readonly Uint8Array[],
  use: (pdfs: readonly string[]) => Promise<T>,
  standIns: StandIns = 'halfWidth',
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pages-'))
  try {
    const names = files.map((_, index) => join(folder, `${index}.docx`))
    await Promise.all(files.map((bytes, index) => writeFile(names[index]!, bytes)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const configuration = join(folder, 'fonts.conf')
    await writeFile(configuration, fontsConf)
    const env = standIns === 'halfWidth' ? { ...process.env, FONTCONFIG_FILE: configuration } : process.env
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names], { env })
    return await use(names.map((name) => name.replace(/docx$/, 'pdf')))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function wordsOf(pdf: string): Promise<Word[][]> {
  const output = `${pdf}.html`
  await run('pdftotext', ['-bbox', pdf, output])
  const pages = (await readFile(output, 'utf8')).split('<page ').slice(1)
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g
  return pages.map((page) =>
    [...page.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
      text: text!,
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    })),
  )
}

/** The lines of a page from its head to its foot, each with its words from left to right. */
export function linesOf(words: readonly Word[]): Word[][] {
  const middle = ({ top, bottom }: Word) => (top + bottom) / 2
  const lines: Word[][] = []
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1)
    if (line?.[0] && Math.abs(middle(line[0]) - middle(word)) < 3) line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left))
}

/** The lines without the page number, which is all that stands below the text (GB/T 9704 7.5). */
export const textLinesOf = (words: readonly Word[]): Word[][] =>
  linesOf(words.filter(({ top }) => top < (297 - 35) * (72 / 25.4)))

/** A page as grey values, 0 black to 255 white, row by row. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

export const dotsPerInch = 300

/** Renders the first pages of a PDF at 300 dpi. */
export async function bitmapsOf(pdf: string, pages: number): Promise<Bitmap[]> {
  const options = ['-r', `${dotsPerInch}`, '-gray', '-f', '1', '-l', `${pages}`]
  const output = `${pdf}.page`
  await run('pdftoppm', [...options, pdf, output])
  const folder = dirname(pdf)
  const files = (await readdir(folder)).filter((name) => join(folder, name).startsWith(`${output}-`)).sort()
  return Promise.all(files.map(async (name) => bitmapOf(await readFile(join(folder, name)))))
}

function bitmapOf(file: Buffer): Bitmap {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))!
  return { width: Number(header[1]), height: Number(header[2]), grey: file.subarray(header[0].length) }
}

export const textOfLine = (line: readonly Word[]): string => line.map(({ text }) => text).join('')
