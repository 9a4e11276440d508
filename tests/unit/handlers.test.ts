/** The calls of the window, carried out on a real data file, with a desktop that answers as a person would. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desktop } from '../../electron/desktopPort.ts'
import { fileNameOf } from '../../electron/handlers/files.ts'
import { createHandlers } from '../../electron/handlers.ts'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'
import type { Answer, OpenedReport } from '../../shared/answers.ts'
import { type CallName, clientOf, dispatch } from '../../shared/api.ts'
import { defaultChoices } from '../../shared/document/choices.ts'
import { withDetails, withFigures, withJumpNote, withOverride, withText } from '../../shared/edits.ts'
import { huaian } from '../fixtures/samples.ts'

const huaianFile = fileURLToPath(new URL('../fixtures/huaian-2024.docx', import.meta.url))

let folder = ''
let now = '2026-01-12T02:00:00.000Z'
/** What the person chooses in the next dialogs. */
let choices: (string | null)[] = []
let opened: string[] = []
/** What the window prints; null: it cannot. */
let pdf: Uint8Array | null = null
let running: ReturnType<typeof createHandlers>

const next = async () => choices.shift() ?? null

const desktop = (): Desktop => ({
  chooseFile: next,
  chooseTarget: next,
  async openFile(path) {
    opened.push(path)
    return true
  },
  showInFolder: (path) => void opened.push(path),
  async pagesAsPdf() {
    if (!pdf) throw new Error('no pages')
    return pdf
  },
  printPages: async () => pdf !== null,
  startReadingChild: () => forkReadingChild(),
  folders: { data: folder, documents: folder },
})

const start = () => createHandlers(desktop(), { now: () => new Date(now) })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-handlers-'))
  now = '2026-01-12T02:00:00.000Z'
  choices = []
  opened = []
  pdf = null
  running = start()
})
afterEach(() => {
  running.close()
  rmSync(folder, { recursive: true, force: true })
})

const errors: unknown[] = []
const client = () =>
  clientOf({
    call: (name, input) => dispatch(running.handlers, name, input, (error) => errors.push(error)),
    onCommand: () => () => undefined,
  })

function good<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

/** Imports Huai'an 2024 and gives the report of 2025 that comes of it. */
async function imported(): Promise<OpenedReport> {
  choices.push(huaianFile)
  const source = good(await client().chooseSource(undefined))!
  const review = good(await client().readSource({ handle: source.handle }))
  const { year, unit, title, figures, narrative } = review.report
  const reviewed = { year, unit, title, figures, narrative }
  const { id } = good(await client().acceptImport({ handle: source.handle, reviewed, unitId: null, toYear: 2025 }))
  return good(await client().openReport({ id }))
}

describe('the first start', () => {
  it('has a data file, no units and no reports', async () => {
    expect(good(await client().start(undefined))).toEqual({ state: 'ready', notice: null })
    expect(good(await client().home(undefined))).toMatchObject({ units: [], reports: [] })
    // Where it is, is remembered: should it be gone at the next start, no empty one takes its place.
    expect(readdirSync(folder).toSorted()).toEqual(['公开年报.db', '数据文件位置.json'])
  })

  it('opens the example, once', async () => {
    const { id } = good(await client().createExample(undefined))
    expect(good(await client().createExample(undefined))).toEqual({ id })
    expect(good(await client().states({ ids: [id] }))).toEqual({ [id]: 'ready' })
  })
})

describe('last year’s file', () => {
  it('becomes a report of its own year and this year’s report', async () => {
    const { report, origin } = await imported()
    expect(origin).toBe('written')
    expect(report.year).toBe(2025)
    expect(report.figures['applications.carriedIn.natural']).toBe(103)
    const { reports, units } = good(await client().home(undefined))
    expect(reports.map(({ year, origin: from }) => [year, from])).toEqual([
      [2025, 'written'],
      [2024, 'imported'],
    ])
    expect(units.map(({ unit }) => unit.name)).toEqual(['淮安市人民政府'])
  })

  it('is taken as it was corrected in the review', async () => {
    choices.push(huaianFile)
    const source = good(await client().chooseSource(undefined))!
    const { report } = good(await client().readSource({ handle: source.handle }))
    const { year, unit, title, narrative } = report
    const figures = { ...report.figures, 'applications.carriedOut.natural': 104 }
    const accepted = await client().acceptImport({
      handle: source.handle,
      reviewed: { year, unit, title, figures, narrative },
      unitId: null,
      toYear: 2025,
    })
    const next = good(await client().openReport({ id: good(accepted).id }))
    expect(next.report.figures['applications.carriedIn.natural']).toBe(104)
  })

  it('never takes the place of a report that is being written', async () => {
    const { id, report } = await imported()
    good(await client().saveText({ id, section: 'overview', text: '今年的情况。' }))
    const again = await imported()
    expect(again.id).toBe(id)
    expect(again.report).toEqual({ ...withText(report, 'overview', '今年的情况。') })
  })

  it('gives a report that was begun blank its 上年结转 and its comparison, and touches nothing that is filled in', async () => {
    const unit = { name: '淮安市人民政府', kind: 'government' } as const
    const owner = good(await client().createUnit({ unit }))
    const { id } = good(await client().createBlank({ unitId: owner.id, year: 2025 }))
    const changes = [
      { key: 'applications.newReceived.natural', value: 7 },
      { key: 'applications.carriedIn.natural', value: 102 },
    ]
    good(await client().saveFigures({ id, changes }))
    const joined = await imported()
    expect(joined.id).toBe(id)
    const { figures, lastYear, unconfirmed, narrative } = joined.report
    expect(figures).toMatchObject({
      'applications.newReceived.natural': 7,
      'applications.carriedIn.natural': 102,
      'applications.carriedIn.business': 0,
      'applications.disclosed.natural': null,
    })
    expect(unconfirmed).toHaveLength(5)
    expect(narrative.overview).toBe('')
    expect(lastYear).toMatchObject({ year: 2024, figures: huaian().figures })
    const undone = good(await client().undo({ id }))!
    expect(undone.report.lastYear).toBeUndefined()
    expect(undone.report.figures['applications.carriedIn.business']).toBeNull()
  })

  it('may be dropped: its bytes come from the page', async () => {
    const base64 = readFileSync(huaianFile).toString('base64')
    const source = good(await client().dropSource({ name: '去年.docx', base64 }))
    const read = good(await client().readSource({ handle: source.handle }))
    expect(read.report.figures).toEqual(huaian().figures)
    // The name under which it was dropped, not that of the copy.
    expect([read.source.name, read.kind]).toEqual(['去年.docx', 'docx'])
    const tables = [{ table: 2, is: null }]
    const again = good(
      await client().readSource({ handle: source.handle, assignments: { tables, rows: [], columns: [] } }),
    )
    expect(again.notFound).toHaveLength(15)
  })

  it('may be pasted as text', async () => {
    const text = readFileSync(new URL('../fixtures/huzhu-jyj-2023.txt', import.meta.url), 'utf8')
    const source = good(await client().pasteSource({ name: '粘贴的文字', text }))
    const { report, notFound } = good(await client().readSource({ handle: source.handle }))
    expect(report.figures['proactive.licensing.decisions']).toBe(473)
    expect(notFound).toHaveLength(92)
  })

  it('in which no table is recognised is opened all the same, for the person to say which is which', async () => {
    const html = '<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>'
    const source = good(await client().pasteSource({ name: '粘贴的文字', html }))
    const read = good(await client().readSource({ handle: source.handle }))
    expect([read.report.figures, read.notFound.length, read.tables.length]).toEqual([{}, 200, 1])
  })

  it('that cannot be read says why; a handle that was never given is refused', async () => {
    const source = good(await client().dropSource({ name: 'x.docx', base64: Buffer.from('x').toString('base64') }))
    expect(await client().readSource({ handle: source.handle })).toMatchObject({
      ok: false,
      message: expect.stringContaining('没有找到'),
    })
    expect(await client().readSource({ handle: 'abc' })).toMatchObject({ ok: false })
  })
})

describe('editing', () => {
  it('is shown by the page as the data file then holds it', async () => {
    const { id, report } = await imported()
    const changes = [
      { key: 'applications.newReceived.natural', value: 12 },
      { key: 'applications.carriedIn.natural', value: 103 },
    ]
    good(await client().saveFigures({ id, changes }))
    good(await client().saveText({ id, section: 'other', text: '2025年，收费。' }))
    const reason = { rule: 'X1', cells: ['applications.carriedIn.legal'], reason: '更正', left: 1, right: 0 }
    good(await client().setOverride({ id, ...reason }))
    good(await client().confirmFigures({ id, keys: ['applications.carriedIn.legal'] }))
    good(await client().confirmTexts({ id, sections: ['preface'] }))
    const onPage = withOverride(withText(withFigures(report, changes), 'other', '2025年，收费。'), {
      ...reason,
      at: '2026-01-12',
    })
    const stored = good(await client().openReport({ id })).report
    expect({ ...stored, unconfirmed: [], textUnconfirmed: [] }).toEqual({
      ...onPage,
      unconfirmed: [],
      textUnconfirmed: [],
    })
    expect(stored.unconfirmed).not.toContain('applications.carriedIn.legal')
    expect(stored.textUnconfirmed).toEqual(['overview', 'problems'])
  })

  it('keeps a note on a jump, takes it back, and refuses one for a cell that is not in the form', async () => {
    const { id, report } = await imported()
    const key = 'proactive.licensing.decisions'
    const notes = async () => good(await client().openReport({ id })).report.jumpNotes
    good(await client().saveJumpNote({ id, key, note: '下放乡镇办理。' }))
    expect(await notes()).toEqual({ [key]: '下放乡镇办理。' })
    expect(withJumpNote(report, key, '下放乡镇办理。').jumpNotes).toEqual(await notes())
    good(await client().saveJumpNote({ id, key, note: ' ' }))
    expect(await notes()).toBeUndefined()
    good(await client().undo({ id }))
    expect(await notes()).toEqual({ [key]: '下放乡镇办理。' })
    expect(await client().saveJumpNote({ id, key: 'no.such.cell', note: '甲' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('没有保存'),
    })
    expect(await notes()).toEqual({ [key]: '下放乡镇办理。' })
  })

  it('is undone and redone through a restart', async () => {
    const { id } = await imported()
    good(await client().saveFigures({ id, changes: [{ key: 'proactive.rules.issued', value: 5 }] }))
    running.close()
    running = start()
    expect(good(await client().undo({ id }))?.report.figures['proactive.rules.issued']).toBeNull()
    expect(good(await client().redo({ id }))?.report.figures['proactive.rules.issued']).toBe(5)
    expect(good(await client().redo({ id }))).toBeNull()
  })

  it('keeps the fields of 信息处理费, half filled too, and takes them back', async () => {
    const { id, report } = await imported()
    expect(report.processingFee).toBeUndefined()
    const half = { notices: 3, noticedYuan: null, receivedYuan: null }
    const whole = { notices: 3, noticedYuan: 1200.5, receivedYuan: 800 }
    const fee = async () => good(await client().openReport({ id })).report.processingFee
    good(await client().saveDetails({ id, processingFee: half }))
    good(await client().saveDetails({ id, processingFee: whole }))
    expect(await fee()).toEqual(whole)
    good(await client().saveDetails({ id, title: '标题' }))
    expect(await fee()).toEqual(whole)
    good(await client().saveDetails({ id, processingFee: null }))
    expect(await fee()).toBeUndefined()
    for (const before of [whole, whole, half, undefined]) {
      expect(good(await client().undo({ id }))?.report.processingFee).toEqual(before)
    }
    const onPage = withDetails(withDetails(report, { processingFee: half }), { processingFee: null })
    expect(onPage).toEqual(report)
  })

  it.each([
    ['a third decimal', { noticedYuan: 0.001 }],
    ['a negative sum', { receivedYuan: -1 }],
    ['a fraction of a notice', { notices: 1.5 }],
  ])('refuses %s of 信息处理费', async (_, wrong) => {
    const { id } = await imported()
    const processingFee = { notices: 1, noticedYuan: 100, receivedYuan: 100, ...wrong }
    expect(await client().saveDetails({ id, processingFee })).toMatchObject({ ok: false })
    expect(good(await client().openReport({ id })).report.processingFee).toBeUndefined()
  })

  it('a sentence put into last year’s text leaves it last year’s; one that is not is not made so', async () => {
    const { id, report } = await imported()
    const text = `2025年度，本机关未收取信息处理费。\n${report.narrative.other}`
    good(await client().saveText({ id, section: 'other', text, stillLastYears: true }))
    const stored = async () => good(await client().openReport({ id })).report
    expect(await stored()).toMatchObject({ narrative: { other: text } })
    expect((await stored()).textUnconfirmed.toSorted()).toEqual(report.textUnconfirmed.toSorted())
    expect(withText(report, 'other', text, true).textUnconfirmed).toEqual(report.textUnconfirmed)
    good(await client().saveText({ id, section: 'other', text: '改' }))
    good(await client().saveText({ id, section: 'other', text, stillLastYears: true }))
    expect((await stored()).textUnconfirmed).not.toContain('other')
  })

  it.each([
    ['a total', 'applications.newReceived.total', 5],
    ['a cell that the form does not have', 'applications.a.b', 5],
    ['a negative count', 'proactive.rules.issued', -1],
    ['a fraction of a count', 'proactive.rules.issued', 1.5],
  ])('refuses %s and saves nothing of the step', async (_, key, value) => {
    const { id } = await imported()
    const changes = [
      { key: 'proactive.licensing.decisions', value: 3 },
      { key, value },
    ]
    expect(await client().saveFigures({ id, changes })).toMatchObject({ ok: false })
    expect(good(await client().openReport({ id })).report.figures['proactive.licensing.decisions']).toBeNull()
  })

  it('refuses a message of the wrong shape and an unknown call', async () => {
    expect(await dispatch(running.handlers, 'saveFigures', { id: '1' }, () => undefined)).toMatchObject({ ok: false })
    expect(await dispatch(running.handlers, 'constructor', undefined, () => undefined)).toMatchObject({ ok: false })
    expect(
      await dispatch(running.handlers, 'openReport' satisfies CallName, { id: 99 }, () => undefined),
    ).toMatchObject({ ok: false })
  })
})

describe('exporting', () => {
  it('writes the file, is 已导出 until the next change, and opens it', async () => {
    const { id } = await imported()
    choices.push(join(folder, '报告'))
    const exported = good(await client().exportWord({ id }))!
    expect(exported.name).toBe('报告.docx')
    expect(existsSync(join(folder, '报告.docx'))).toBe(true)
    // Exported in spite of blanks and of last year's texts: home says so.
    expect(good(await client().states({ ids: [id] }))).toEqual({ [id]: 'exportedFilling' })
    good(await client().openExported({ handle: exported.handle }))
    expect(opened).toEqual([join(folder, '报告.docx')])
    good(await client().saveFigures({ id, changes: [{ key: 'proactive.rules.issued', value: 5 }] }))
    expect(good(await client().states({ ids: [id] }))).toEqual({ [id]: 'filling' })
  })

  it.each([
    ['html', /^<!doctype html>/],
    ['xlsx', /^PK/],
  ] as const)('writes the .%s of the same report, which does not make it 已导出', async (kind, beginning) => {
    const { id } = await imported()
    choices.push(join(folder, '报告'), join(folder, '没有', 'a'))
    const exported = good(await client().exportOther({ id, kind }))!
    expect(exported.name).toBe(`报告.${kind}`)
    expect(readFileSync(join(folder, `报告.${kind}`), 'latin1')).toMatch(beginning)
    expect(good(await client().states({ ids: [id] }))).toEqual({ [id]: 'filling' })
    good(await client().showExported({ handle: exported.handle }))
    expect(opened).toEqual([join(folder, `报告.${kind}`)])
    expect(await client().exportOther({ id, kind })).toMatchObject({
      ok: false,
      message: expect.stringContaining('找不到文件夹'),
    })
    expect(good(await client().exportOther({ id, kind }))).toBeNull()
  })

  it('that is cancelled writes nothing', async () => {
    const { id } = await imported()
    expect(good(await client().exportWord({ id }))).toBeNull()
    expect(good(await client().openReport({ id })).exportedAt).toBeNull()
  })

  it('to a place that cannot be written says so', async () => {
    const { id } = await imported()
    choices.push(join(folder, '没有', 'a.docx'))
    expect(await client().exportWord({ id })).toMatchObject({
      ok: false,
      message: expect.stringContaining('找不到文件夹'),
    })
  })

  it('suggests a name made of the title, without what Windows does not allow', () => {
    expect(fileNameOf('某局2025年政府信息公开工作年度报告', 'docx')).toBe('某局2025年政府信息公开工作年度报告.docx')
    expect(fileNameOf('a/b:c*?"<>|. ', 'docx')).toBe('abc.docx')
    expect(fileNameOf('  ', 'xlsx')).toBe('政府信息公开工作年度报告.xlsx')
  })
})

describe('the pages', () => {
  it('are saved as a PDF under the title of the report; that is no export of the official file', async () => {
    const { id } = await imported()
    pdf = new TextEncoder().encode('%PDF-1.4')
    choices.push(join(folder, '报告'))
    expect(good(await client().savePdf({ id }))?.name).toBe('报告.pdf')
    expect(readFileSync(join(folder, '报告.pdf'), 'utf8')).toBe('%PDF-1.4')
    expect(good(await client().openReport({ id })).exportedAt).toBeNull()
    expect(good(await client().savePdf({ id }))).toBeNull()
    expect(good(await client().printPages(undefined))).toBeNull()
  })

  it('that cannot be printed are told, and a file that stood there is as it was', async () => {
    const { id } = await imported()
    writeFileSync(join(folder, '旧.pdf'), '旧')
    choices.push(join(folder, '旧.pdf'))
    expect(await client().savePdf({ id })).toMatchObject({ ok: false, message: expect.stringContaining('没有改动') })
    expect(readFileSync(join(folder, '旧.pdf'), 'utf8')).toBe('旧')
    expect(await client().printPages(undefined)).toMatchObject({
      ok: false,
      message: expect.stringContaining('打印机'),
    })
  })
})

describe('units', () => {
  it('are deleted with their reports after a backup that holds them', async () => {
    const { unitId } = await imported()
    const { backup } = good(await client().deleteUnit({ id: unitId }))
    expect(good(await client().home(undefined)).reports).toEqual([])
    const { entries } = good(await client().backups(undefined))
    const { handle } = entries.find(({ name }) => name === backup)!
    good(await client().restoreBackup({ handle }))
    expect(good(await client().home(undefined)).reports).toHaveLength(2)
  })

  it('keep their settings, and a blank report of theirs has last year’s figures beside it', async () => {
    const { unitId } = await imported()
    const { unit } = good(await client().home(undefined)).units[0]!
    const settings = { deadline: { month: 1, day: 20 }, contact: '请与办公室联系。', signature: '淮安市政府办' }
    good(await client().updateUnit({ id: unitId, unit, settings }))
    expect(good(await client().home(undefined)).units[0]!.settings).toMatchObject(settings)
    const { id } = good(await client().createBlank({ unitId, year: 2026 }))
    const { report } = good(await client().openReport({ id }))
    expect(report.lastYear?.year).toBe(2025)
    expect(report.narrative.preface).toBe('请与办公室联系。')
    expect(report.signature.unit).toBe('淮安市政府办')
  })

  it('keep what was chosen for their document, whatever else of them is changed', async () => {
    const { id, unitId, choices: first } = await imported()
    expect(first).toEqual(defaultChoices)
    const chosen = { ...defaultChoices, fonts: 'gb2312', applicationsTable: 'landscape', note: '此件公开发布' } as const
    good(await client().saveDocumentChoices({ unitId, choices: chosen }))
    const { unit } = good(await client().home(undefined)).units[0]!
    const settings = { deadline: null, contact: '', signature: '市政府办' }
    good(await client().updateUnit({ id: unitId, unit, settings }))
    running.close()
    running = start()
    expect(good(await client().openReport({ id })).choices).toEqual(chosen)
    expect(good(await client().home(undefined)).units[0]!.settings).toMatchObject({ ...settings, document: chosen })
    const wrong = { unitId, choices: { ...chosen, fonts: 'arial' } }
    expect(await dispatch(running.handlers, 'saveDocumentChoices', wrong, () => undefined)).toMatchObject({ ok: false })
    expect(await client().saveDocumentChoices({ unitId: 99, choices: chosen })).toMatchObject({ ok: false })
  })

  it('go on with the next year under their name of today', async () => {
    const { id, unitId } = await imported()
    good(
      await client().updateUnit({
        id: unitId,
        unit: { name: '淮安市政府' },
        settings: { deadline: null, contact: '', signature: '' },
      }),
    )
    const next = good(await client().continueReport({ id, year: 2026 }))
    expect(good(await client().openReport(next)).report.title).toBe('淮安市政府2026年政府信息公开工作年度报告')
  })
})

describe('the data file', () => {
  it('is backed up, moved with everything in it, and remembered at the next start', async () => {
    const { id } = await imported()
    choices.push(join(folder, '备份'), join(folder, '新位置.db'))
    expect(good(await client().backUp(undefined))).toBe('备份.db')
    expect(good(await client().moveDataFile(undefined))).toBe('新位置.db')
    running.close()
    running = start()
    expect(good(await client().dataFile(undefined)).shown).toBe(join(folder, '新位置.db'))
    expect(good(await client().openReport({ id })).report.year).toBe(2025)
    expect(readdirSync(folder).some((name) => name.startsWith('公开年报-已移走'))).toBe(true)
  })

  it('that is damaged is told at the start, and moved aside, not deleted, for a new one', async () => {
    running.close()
    const path = join(folder, '公开年报.db')
    writeFileSync(path, 'no database at all'.repeat(100))
    running = start()
    expect(good(await client().start(undefined))).toMatchObject({ state: 'problem', file: path })
    expect(await client().home(undefined)).toMatchObject({ ok: false })
    expect(good(await client().beginNewDataFile(undefined))).toMatchObject({ state: 'ready' })
    expect(good(await client().home(undefined)).reports).toEqual([])
    const aside = readdirSync(folder).find((name) => name.includes('打不开'))!
    expect(readFileSync(join(folder, aside), 'utf8')).toContain('no database at all')
  })

  it('of another place can be chosen when the usual one cannot be opened', async () => {
    const { id } = await imported()
    choices.push(join(folder, '好的.db'))
    good(await client().backUp(undefined))
    running.close()
    copyFileSync(huaianFile, join(folder, '公开年报.db'))
    running = start()
    choices.push(join(folder, '好的.db'))
    expect(good(await client().chooseDataFile(undefined))).toMatchObject({ state: 'ready' })
    expect(good(await client().openReport({ id })).report.year).toBe(2025)
  })
})

describe('a data file of another PC', () => {
  /** The other PC's file, with Huai'an 2024 imported and 2025 begun. */
  async function otherFile(): Promise<string> {
    const path = join(folder, '老电脑.db')
    await imported()
    choices.push(path)
    good(await client().backUp(undefined))
    return path
  }

  it('gives its reports to a PC that has none of them, and stays byte for byte what it was', async () => {
    const path = await otherFile()
    const before = readFileSync(path)
    running.close()
    for (const name of ['公开年报.db', '数据文件位置.json']) rmSync(join(folder, name))
    running = start()
    choices.push(path)
    const found = good(await client().chooseOtherData(undefined))!
    expect(found.reports.map(({ unitName, year, origin, present }) => [unitName, year, origin, present])).toEqual([
      ['淮安市人民政府', 2025, 'written', false],
      ['淮安市人民政府', 2024, 'imported', false],
    ])
    const done = good(await client().bringOver({ handle: found.handle, ids: found.reports.map(({ id }) => id) }))
    expect(done).toMatchObject({ copied: 2, kept: [] })
    expect(existsSync(join(folder, '公开年报自动备份', done.backup ?? ''))).toBe(true)
    const { reports } = good(await client().home(undefined))
    const last = reports.find(({ year }) => year === 2024)!
    expect(good(await client().openReport({ id: last.id })).report.figures).toEqual(huaian().figures)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('never replaces what is here already', async () => {
    const path = await otherFile()
    const id = good(await client().home(undefined)).reports.find(({ year }) => year === 2025)!.id
    good(await client().saveFigures({ id, changes: [{ key: 'proactive.rules.issued', value: 7 }] }))
    choices.push(path)
    const found = good(await client().chooseOtherData(undefined))!
    expect(found.reports.every(({ present }) => present)).toBe(true)
    const done = good(await client().bringOver({ handle: found.handle, ids: found.reports.map(({ id }) => id) }))
    expect(done).toMatchObject({ copied: 0, kept: ['淮安市人民政府2025年', '淮安市人民政府2024年'] })
    expect(good(await client().openReport({ id })).report.figures['proactive.rules.issued']).toBe(7)
  })

  it.each([
    ['no data file', () => writeFileSync(join(folder, 'x.db'), '不是数据文件'), /不是本程序的数据文件/],
    ['an empty file', () => writeFileSync(join(folder, 'x.db'), ''), /空的（0字节）/],
    ['a damaged one', () => writeFileSync(join(folder, 'x.db'), damagedData()), /已损坏/],
  ] as const)('is refused with a sentence where it is %s', async (_, make, sentence) => {
    make()
    choices.push(join(folder, 'x.db'))
    const answer = await client().chooseOtherData(undefined)
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(sentence) })
  })

  /** The data file that is open here, cut off in its middle. */
  const damagedData = () => {
    const bytes = readFileSync(join(folder, '公开年报.db'))
    return bytes.subarray(0, Math.floor(bytes.length / 2))
  }
})
