/**
 * The pages of the preview against those LibreOffice makes of the exported file. With LibreOffice's own habits every
 * line and every page is the same; with Word's habits, which the preview shows, what differs is listed here by name.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import type { Page, PlacedLine } from '../../shared/document/pages.ts'
import { paginate } from '../../shared/document/paginate.ts'
import { type Typesetter, word } from '../../shared/document/typesetter.ts'
import { shuyang } from '../fixtures/samples.ts'
import { layOut, linesOf, textLinesOf, textOfLine, type Word } from './pages.ts'
import { blank, eightDigits, longEnd, longNames, shortText, signed, twentyPages } from './reports.ts'

/** LibreOffice 7.4 as measured on lines of every mark and number at every place around the edge. */
const libreOffice: Typesetter = {
  scriptGap: 1 / 5,
  spacesEveryCharacter: false,
  // Of Noto Sans CJK, which stands in for 宋体 on this machine.
  tableLine: 1.448,
  // Of Liberation Serif.
  figureLine: 1.149,
  neverFirst: word.neverFirst.replace(/[…％%℃]/g, ''),
  hangsAfterLatin: false,
  movesParagraphsWhole: true,
}

const reports = {
  huaian: signed(),
  shuyang: shuyang(),
  empty: blank(),
  twentyPages: twentyPages(),
  eightDigits: eightDigits(),
  shortText: shortText(),
  landscape: signed(),
  landscapeEightDigits: eightDigits(),
  sheetFirst: signed(),
  sheetLast: shuyang(),
  numerals: signed(),
  unsealed: signed(),
  longNames: longNames(),
  longNamesUnsealed: longNames(),
  longEnd: longEnd(),
  emptySheetFirst: blank(),
  eightDigitsAll: { ...eightDigits(), signature: shortText().signature },
  twentyPagesLandscape: twentyPages(),
  shortTextNote: shortText(),
}
type Name = keyof typeof reports
const names = Object.keys(reports) as Name[]

const signOff = { preparer: '张三', reviewer: '', phone: '0517-83605210' }
const pdf = {} as Record<Name, Word[][]>

/** What an office chooses for them; the others are as an office gets them that has chosen nothing. */
const chosen: Readonly<Partial<Record<Name, Partial<DocumentChoices>>>> = {
  landscape: { applicationsTable: 'landscape', pageNumber: 'center' },
  landscapeEightDigits: { applicationsTable: 'landscape' },
  sheetFirst: { signOff: { ...signOff, place: 'first' } },
  sheetLast: { applicationsTable: 'landscape', signOff: { ...signOff, place: 'last' } },
  numerals: { numerals: 'text', fonts: 'founder', pageNumber: 'center' },
  unsealed: { seal: 'unsealed', note: '此件公开发布', pageNumber: 'right', fonts: 'gb2312' },
  longNames: { note: '此件公开发布' },
  longNamesUnsealed: { seal: 'unsealed' },
  emptySheetFirst: { fonts: 'founder', pageNumber: 'right', signOff: { ...signOff, place: 'first' } },
  eightDigitsAll: { applicationsTable: 'landscape', note: '此件公开发布', signOff: { ...signOff, place: 'first' } },
  twentyPagesLandscape: { applicationsTable: 'landscape', seal: 'unsealed', pageNumber: 'center' },
  shortTextNote: { fonts: 'founder', numerals: 'text', note: '此件公开发布' },
}
const choicesOf = (name: Name): DocumentChoices => ({ ...defaultChoices, ...chosen[name] })

beforeAll(async () => {
  const files = await Promise.all(
    names.map(async (name) => {
      const result = await writeDocx(reports[name], choicesOf(name))
      if (!result.ok) throw new Error(result.message)
      return result.bytes
    }),
  )
  const laidOut = await layOut(files)
  for (const [index, name] of names.entries()) pdf[name] = laidOut[index]!
})

const pagesOf = (name: Name, typesetter: Typesetter) => paginate(documentOf(reports[name], choicesOf(name)), typesetter)

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** LibreOffice leaves some hanging marks out of its PDF: the last mark of a line is not compared. */
const compared = (text: string) =>
  text
    .replace(/&(lt|gt|amp|quot);/g, (_, entity: string) => entities[entity]!)
    .replace(/\s/g, '')
    .replace(/[，。、；：？！]$/, '')

const textOf = ({ texts }: PlacedLine) => compared(texts.map(({ text }) => text).join(''))
const textLines = ({ items }: Page) =>
  items.filter((item): item is PlacedLine => item.type === 'line' && item.texts.length > 0)
const pdfLines = (words: readonly Word[], page?: Page) =>
  wordLines(words, page).map((line) => compared(textOfLine(line)))
/** The number of a landscape page stands left of its text. */
const wordLines = (words: readonly Word[], page?: Page) =>
  page?.paper.landscape
    ? linesOf(words.filter(({ left }) => left > page.paper.margins.left / 20 - 1))
    : textLinesOf(words)
const firstLines = (pages: readonly Page[]) => pages.map((page) => textOf(textLines(page)[0]!))

describe.each(names)('%s as LibreOffice lays it out', (name) => {
  it('has as many pages, and each begins with the same line', () => {
    const pages = pagesOf(name, libreOffice)
    expect(firstLines(pages)).toEqual(pdf[name].map((words, index) => pdfLines(words, pages[index])[0]))
  })

  it('has the same lines on each page', () => {
    pagesOf(name, libreOffice).forEach((page, index) => {
      const lines = pdfLines(pdf[name][index]!, page)
      const own = textLines(page).map(textOf)
      expect(lines.filter((line) => own.includes(line))).toEqual(own)
      if (page.items.every(({ type }) => type === 'line')) expect(lines).toEqual(own)
    })
  })

  it('has every line at the same place: a quarter of a millimetre to the side, half a millimetre below a table', () => {
    const point = 20
    pagesOf(name, libreOffice).forEach((page, index) => {
      const lines = wordLines(pdf[name][index]!, page)
      for (const line of textLines(page)) {
        const same = lines.find((words) => compared(textOfLine(words)) === textOf(line))!
        const [first] = same
        // The foot of a word is that of its font, 5.7 pt below the baseline for 三号 and 7.8 pt for 二号.
        const descent = line.size === 44 ? 7.8 : 5.7
        expect(Math.abs(first!.left - line.texts[0]!.left / point)).toBeLessThan(0.7)
        expect(Math.abs(first!.bottom - descent - line.baseline / point)).toBeLessThan(1.5)
      }
    })
  })

  it('has the page number at the same place', () => {
    pagesOf(name, libreOffice).forEach(({ pageNumber, paper }, index) => {
      const dash = pdf[name][index]!.filter(({ text }) => text === '—')[0]
      if (!pageNumber) expect(dash).toBeUndefined()
      // The left of the upright paper is the head of a landscape page; the dashes of the font that stands in for 宋体 are
      // 1.5 pt narrower than an em.
      else expect(Math.abs((paper.landscape ? dash!.top : dash!.left) - pageNumber.texts[0]!.left / 20)).toBeLessThan(4)
    })
  })
})

/**
 * Why pages begin with another line in Word than in LibreOffice: the habits of the two that make the difference, each
 * necessary, together enough. In the other reports every page begins with the same line.
 */
const explained: Readonly<Record<Name, readonly (keyof Typesetter)[]>> = {
  huaian: [],
  shuyang: [],
  empty: [],
  // A comma behind a number hangs in Word, where LibreOffice takes the number to the next line.
  twentyPages: ['hangsAfterLatin'],
  eightDigits: [],
  shortText: [],
  landscape: [],
  landscapeEightDigits: [],
  sheetFirst: [],
  sheetLast: [],
  numerals: [],
  unsealed: [],
  longNames: [],
  longNamesUnsealed: [],
  // A last paragraph of more than four lines: Word lets its first lines stay when the last goes to the signature.
  longEnd: ['movesParagraphsWhole'],
  emptySheetFirst: [],
  eightDigitsAll: [],
  twentyPagesLandscape: ['hangsAfterLatin'],
  shortTextNote: [],
}

/** Word's habits but for some, in which it is LibreOffice. */
const wordBut = (habits: readonly (keyof Typesetter)[]): Typesetter => ({
  ...word,
  ...Object.fromEntries(habits.map((habit) => [habit, libreOffice[habit]])),
})

describe.each(names)('%s as Word lays it out', (name) => {
  const same = (habits: readonly (keyof Typesetter)[]) => {
    const pages = pagesOf(name, wordBut(habits))
    return String(firstLines(pages)) === String(pdf[name].map((words, index) => pdfLines(words, pages[index])[0]))
  }

  it('has as many pages', () => {
    expect(pagesOf(name, word)).toHaveLength(pdf[name].length)
  })

  it('begins its pages as LibreOffice does, but for what is explained', () => {
    expect(same(explained[name])).toBe(true)
    for (const habit of explained[name]) {
      expect(same(explained[name].filter((other) => other !== habit))).toBe(false)
    }
  })
})

describe('the pages of a report', () => {
  it('are counted from 1 with and without a sign-off sheet, which is not counted and stands on a page of its own', () => {
    const numbers = (name: Name) => pagesOf(name, libreOffice).map(({ number }) => number)
    expect(numbers('sheetFirst')).toEqual([null, ...numbers('huaian')])
    expect(numbers('sheetLast')).toEqual([1, 2, 3, null])
    const printed = (name: Name) =>
      pdf[name].map((words) => words.find(({ text }) => /^\d+$/.test(text) && isNumber(words, text)))
    expect(printed('sheetFirst').map((word) => word?.text)).toEqual([
      undefined,
      ...printed('huaian').map((word) => word?.text),
    ])
  })
})

/** Whether a number stands between two dashes. */
const isNumber = (words: readonly Word[], number: string) =>
  words.some(({ text }, index) => text === number && words[index - 1]?.text === '—' && words[index + 1]?.text === '—')
