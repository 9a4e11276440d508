/** A .docx as the pages another program lays out: LibreOffice makes the PDF, pdftotext says where the words stand. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A word and its place, in points from the upper left corner of the page. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** Lays out files and gives the words of each page of each file. One start of LibreOffice, with a profile of its own. */
export async function layOut(files: readonly Uint8Array[]): Promise<Word[][][]> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pages-'))
  try {
    const names = files.map((_, index) => join(folder, `${index}.docx`))
    await Promise.all(files.map((bytes, index) => writeFile(names[index]!, bytes)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names])
    return await Promise.all(names.map((name) => wordsOf(name.replace(/docx$/, 'pdf'))))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function wordsOf(pdf: string): Promise<Word[][]> {
  const output = `${pdf}.html`
  await run('pdftotext', ['-bbox', pdf, output])
  const pages = (await readFile(output, 'utf8')).split('<page ').slice(1)
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)<\/word>/g
  return pages.map((page) =>
    [...page.matchAll(word)].map(([, left, top, bottom, text]) => ({
      text: text!,
      left: Number(left),
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

export const textOfLine = (line: readonly Word[]): string => line.map(({ text }) => text).join('')
