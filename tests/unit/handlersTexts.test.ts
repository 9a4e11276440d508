/** Edits of texts and of cells that numbers in texts are linked to: the page and the data file must agree at each step. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHandlers } from '../../electron/handlers.ts'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'
import type { Answer } from '../../shared/answers.ts'
import { type Client, clientOf, dispatch } from '../../shared/api.ts'
import { withConfirmedSentences, withFigures, withLinksSettled, withText } from '../../shared/edits.ts'
import { carriedSentences } from '../../shared/narrative/carried.ts'
import { differingLinks, placedLinks } from '../../shared/narrative/links.ts'
import { tableSentencesFor } from '../../shared/narrative/tableSentences.ts'
import type { Report } from '../../shared/report.ts'

let folder = ''
let running: ReturnType<typeof createHandlers>
let client: Client

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-texts-'))
  const no = async () => null
  running = createHandlers(
    {
      chooseFile: no,
      chooseTarget: no,
      openFile: async () => false,
      showInFolder: () => undefined,
      pagesAsPdf: async () => new Uint8Array(),
      printPages: async () => false,
      startReadingChild: () => forkReadingChild(),
      folders: { data: folder, documents: folder },
    },
    { now: () => new Date('2026-01-12T02:00:00.000Z') },
  )
  client = clientOf({
    call: (name, input) =>
      dispatch(running.handlers, name, input, (error) => {
        throw error
      }),
    onCommand: () => () => undefined,
  })
})
afterEach(() => {
  running.close()
  rmSync(folder, { recursive: true, force: true })
})

function good<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

/** Next year's report of the example, with the example's texts of last year beside it. */
async function draft(): Promise<{ id: number; report: Report }> {
  const { id: last } = good(await client.createExample(undefined))
  const { id } = good(await client.continueReport({ id: last, year: 2026 }))
  const { report: before } = good(await client.openReport({ id: last }))
  const changes = Object.entries(before.figures).map(([key, value]) => ({ key, value }))
  good(await client.saveFigures({ id, changes }))
  return { id, report: good(await client.openReport({ id })).report }
}

const stored = async (id: number): Promise<Report> => good(await client.openReport({ id })).report

/** In the order of neither: the page lists cells as they were typed, the data file by key. */
const comparable = (report: Report) => ({ ...report, textUnconfirmed: report.textUnconfirmed.toSorted() })

const keys = ['applications.disclosed.natural', 'applications.newReceived.business', 'proactive.licensing.decisions']

type Edit =
  | { readonly does: 'figure'; readonly key: string; readonly value: number | null; readonly follow: boolean }
  | { readonly does: 'type'; readonly at: number; readonly length: number; readonly put: string }
  | { readonly does: 'insert'; readonly which: number; readonly at: number }
  | { readonly does: 'confirm' | 'follow' | 'unlink' | 'undo' | 'redo'; readonly which: number }

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    does: fc.constant('figure' as const),
    key: fc.constantFrom(...keys),
    value: fc.option(fc.nat(3000), { nil: null, freq: 6 }),
    follow: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('type' as const),
    at: fc.nat(500),
    length: fc.nat(6),
    put: fc.constantFrom('', '甲', '7', '\n', '今年，'),
  }),
  fc.record({ does: fc.constant('insert' as const), which: fc.nat(5), at: fc.nat(500) }),
  fc.record({ does: fc.constantFrom('confirm', 'follow', 'unlink', 'undo', 'redo'), which: fc.nat(9) }),
)

/** Makes an edit on the page and in the data file; gives the page's report. */
async function make(id: number, page: Report, edit: Edit): Promise<Report> {
  const section = 'overview'
  const text = page.narrative[section]
  if (edit.does === 'figure') {
    const changes = [{ key: edit.key, value: edit.value }]
    good(await client.saveFigures({ id, changes, numbersFollow: edit.follow }))
    return withFigures(page, changes, edit.follow)
  }
  if (edit.does === 'type') {
    const typed = text.slice(0, edit.at) + edit.put + text.slice(edit.at + edit.length)
    good(await client.saveText({ id, section, text: typed }))
    return withText(page, section, typed)
  }
  if (edit.does === 'insert') {
    const sentence = tableSentencesFor(section, page)[edit.which]
    if (!sentence) return page
    const at = Math.min(edit.at, text.length)
    const now = text.slice(0, at) + sentence.text + text.slice(at)
    const put = sentence.numbers.map(({ from, to, cells }) => ({ at: at + from, length: to - from, cells }))
    const links = placedLinks(section, now, put)
    const sent = links.map((link) => ({ ...link, cells: [...link.cells] }))
    good(await client.saveText({ id, section, text: now, stillLastYears: true, links: sent }))
    return withText(page, section, now, true, links)
  }
  if (edit.does === 'confirm') {
    const sentence = carriedSentences(page, section)[edit.which]
    if (!sentence) return page
    good(await client.confirmSentences({ id, section, sentences: [sentence.text] }))
    return withConfirmedSentences(page, [{ section, text: sentence.text }])
  }
  if (edit.does === 'follow' || edit.does === 'unlink') {
    const link = page.textLinks[edit.which]
    if (!link) return page
    const place = { section: link.section, paragraph: link.paragraph, from: link.from }
    good(await client.settleLinks({ id, links: [place], how: edit.does }))
    return withLinksSettled(page, [place], edit.does)
  }
  return good(await client[edit.does]({ id }))?.report ?? page
}

describe('the page and the data file', () => {
  it('agree after every edit, undo and redo', async () => {
    const { id, report } = await draft()
    let page = report
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 3, maxLength: 8 }), async (edits) => {
        for (const edit of edits) {
          page = await make(id, page, edit)
          expect(comparable(await stored(id))).toEqual(comparable(page))
        }
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  it('a number that follows its cell is one step with it: undo takes both back', async () => {
    const { id, report } = await draft()
    const page = await make(id, report, { does: 'insert', which: 0, at: 0 })
    const before = await stored(id)
    expect(before.textLinks.length).toBeGreaterThan(5)
    const edit = { does: 'figure', key: keys[0]!, value: 99, follow: true } as const
    const followed = await make(id, page, edit)
    expect(followed.narrative.overview).not.toBe(before.narrative.overview)
    expect(differingLinks(await stored(id))).toEqual([])
    good(await client.undo({ id }))
    expect(await stored(id)).toEqual(before)
    good(await client.redo({ id }))
    expect(comparable(await stored(id))).toEqual(comparable(followed))
  })
})

describe('passages kept for reuse', () => {
  it('are kept once for a section, renamed, deleted, and there again when the program is', async () => {
    const phrase = { section: 'other', name: '查阅点', text: '本机关设有查阅点。' } as const
    const [kept] = good(await client.keepPhrase(phrase))
    expect(kept).toEqual({ id: 1, ...phrase })
    expect(good(await client.keepPhrase({ ...phrase, name: '再来一次' }))).toEqual([kept])
    expect(good(await client.renamePhrase({ id: 1, name: ' 查阅场所 ' }))).toEqual([{ ...kept, name: '查阅场所' }])
    expect(good(await client.ownPhrases(undefined))).toHaveLength(1)
    expect((await client.renamePhrase({ id: 1, name: ' ' })).ok).toBe(false)
    expect(good(await client.removePhrase({ id: 1 }))).toEqual([])
  })
})

describe('what a unit decides about its texts', () => {
  it('is kept beside its other settings, and given with its reports', async () => {
    const { id } = await draft()
    const { unitId, writing } = good(await client.openReport({ id }))
    expect(writing).toEqual({ subheadings: [], numbersFollow: true })
    const decided = { subheadings: ['收取信息处理费情况'], numbersFollow: false }
    good(await client.saveWriting({ unitId, writing: decided }))
    expect(good(await client.openReport({ id })).writing).toEqual(decided)
    const [unit] = good(await client.home(undefined)).units
    expect(unit?.settings).toMatchObject({ contact: '', writing: decided })
  })
})
