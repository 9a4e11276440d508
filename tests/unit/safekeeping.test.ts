/** Backups, damaged and vanished data files, 交接 and 已报送: through the calls of the window, on real files. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHandlers } from '../../electron/handlers.ts'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'
import type { Answer } from '../../shared/answers.ts'
import { type Client, clientOf, dispatch } from '../../shared/api.ts'
import { answeringDesktop } from '../host/answeringDesktop.ts'
import { spoil } from '../store/damage.ts'
import { library, past } from '../store/dataFile.ts'

let folder = ''
let now = ''
let choices: (string | null)[] = []
let running: ReturnType<typeof createHandlers>
const errors: unknown[] = []

const next = async () => choices.shift() ?? null
const desktop = (data: string) => answeringDesktop(data, next, () => forkReadingChild())
const startIn = (data: string) => createHandlers(desktop(data), { now: () => new Date(now) })
const clientFor = (handlers: ReturnType<typeof createHandlers>): Client =>
  clientOf({
    call: (name, input) => dispatch(handlers.handlers, name, input, (error) => errors.push(error)),
    onCommand: () => () => undefined,
  })
const client = () => clientFor(running)
function restart(): void {
  running.close()
  running = startIn(folder)
}
function good<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-safe-'))
  now = '2026-01-12T02:00:00.000Z'
  choices = []
  running = startIn(folder)
})
afterEach(() => {
  running.close()
  rmSync(folder, { recursive: true, force: true })
  expect(errors.splice(0)).toEqual([])
})

const dataFile = () => join(folder, '公开年报.db')
const backupDirectory = () => join(folder, '公开年报自动备份')
const backupsOnDisk = () => (existsSync(backupDirectory()) ? readdirSync(backupDirectory()).toSorted() : [])
const key = 'proactive.rules.issued'

/** A report of 2025 of one office. */
async function report(name = '某县教育局', year = 2025): Promise<number> {
  const { units } = good(await client().home(undefined))
  const present = units.find(({ unit }) => unit.name === name)
  const unitId = present?.id ?? good(await client().createUnit({ unit: { name } })).id
  return good(await client().createBlank({ unitId, year })).id
}
const type = async (id: number, value: number) => good(await client().saveFigures({ id, changes: [{ key, value }] }))
const figure = async (id: number) => good(await client().openReport({ id })).report.figures[key]
const entry = async (reason: string) => {
  const found = good(await client().backups(undefined)).entries.find((backup) => backup.reason === reason)
  if (!found) throw new Error(`no backup: ${reason}`)
  return found
}

describe('backups are made by themselves', () => {
  it('at closing after changes, and on the first start of a day only', async () => {
    restart()
    expect(backupsOnDisk()).toEqual([])
    await type(await report(), 5)
    restart()
    expect(backupsOnDisk().map((name) => name.slice(18))).toEqual(['关闭程序时.db', '每天首次打开.db'])
    restart()
    expect(backupsOnDisk()).toHaveLength(2)
    now = '2026-01-13T02:00:00.000Z'
    restart()
    restart()
    expect(backupsOnDisk().filter((name) => name.includes('每天首次打开'))).toHaveLength(2)
  })

  it('and one that fails keeps nobody from working: it is told, and comes when the cause is gone', async () => {
    const id = await report()
    writeFileSync(backupDirectory(), '一个文件占了备份文件夹的位置')
    restart()
    const start = good(await client().start(undefined))
    expect(start).toMatchObject({
      state: 'ready',
      notice: expect.stringMatching(/^自动备份没有做成[^。]*照常进行[^。]*。$/),
    })
    expect(good(await client().home(undefined)).backupTrouble).toContain('没有做成')
    await type(id, 7)
    expect(await figure(id)).toBe(7)
    rmSync(backupDirectory())
    restart()
    expect(good(await client().home(undefined)).backupTrouble).toBeNull()
    expect(backupsOnDisk().length).toBeGreaterThan(0)
  })

  it('and a figure whose bits have turned over is found by them at the start', async () => {
    await type(await report(), 5)
    running.close()
    past(dataFile(), (db) => db.exec(`UPDATE figures SET value = 6 WHERE key = '${key}'`))
    now = '2026-01-13T02:00:00.000Z'
    running = startIn(folder)
    expect(good(await client().start(undefined))).toMatchObject({ state: 'problem', kind: 'damaged' })
    expect(good(await client().examineDamage(undefined))).toMatchObject({ backup: { reports: 1 }, rescued: 1 })
  })
})

describe('恢复备份', () => {
  it('says what differs, and restores into a new file; the present one is kept and backed up', async () => {
    const id = await report()
    const other = await report('某县民政局')
    await type(id, 5)
    restart()
    await type(id, 6)
    good(await client().saveText({ id, section: 'overview', text: '新写的总体情况。' }))
    await report('某县教育局', 2024)
    const backup = await entry('closing')
    expect(backup).toMatchObject({ units: ['某县教育局', '某县民政局'] })
    expect(good(await client().compareBackup({ handle: backup.handle }))).toMatchObject({
      same: 1,
      reports: [
        { unitName: '某县教育局', year: 2025, kind: 'changed', cells: 1, texts: 1 },
        { unitName: '某县教育局', year: 2024, kind: 'onlyHere' },
      ],
    })
    const restored = good(await client().restoreBackup({ handle: backup.handle }))
    expect(restored.before).toBe(dataFile())
    expect(await figure(id)).toBe(5)
    expect(await figure(other)).toBeNull()
    // The file of before holds what it held, and so does the backup made of it.
    for (const path of [dataFile(), join(backupDirectory(), restored.backup ?? '')])
      past(path, (db) =>
        expect(db.prepare(`SELECT value FROM figures WHERE report = ${id} AND key = '${key}'`).pluck().get()).toBe(6),
      )
    restart()
    expect(await figure(id)).toBe(5)
  })

  it('brings a single report back: one that is here as a step that can be undone, one that is not with its 报送', async () => {
    const id = await report()
    await type(id, 5)
    const gone = await report('某县民政局')
    await type(gone, 8)
    good(await client().markReported({ id: gone, day: '2026-01-10' }))
    restart()
    await type(id, 6)
    const { unitId } = good(await client().openReport({ id: gone }))
    good(await client().deleteUnit({ id: unitId }))
    const { handle } = await entry('closing')
    const { reports } = good(await client().compareBackup({ handle }))
    const ids = reports.flatMap((difference) => difference.id ?? [])
    expect(good(await client().bringBack({ handle, ids }))).toMatchObject({ added: 1, changed: 1 })
    expect(await figure(id)).toBe(5)
    good(await client().undo({ id }))
    expect(await figure(id)).toBe(6)
    const back = good(await client().home(undefined)).reports.find((one) => one.id !== id)
    const opened = good(await client().openReport({ id: back?.id ?? 0 }))
    expect(opened.reported).toMatchObject([{ day: '2026-01-10', reopenedAt: null }])
    expect(opened.report.figures[key]).toBe(8)
  })

  it('never changes a report that was handed in', async () => {
    const id = await report()
    await type(id, 5)
    restart()
    await type(id, 6)
    good(await client().markReported({ id, day: '2026-01-12' }))
    const { handle } = await entry('closing')
    const [difference] = good(await client().compareBackup({ handle })).reports
    expect(difference).toMatchObject({ frozen: true })
    const answer = await client().bringBack({ handle, ids: [difference?.id ?? 0] })
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('更正') })
    expect(await figure(id)).toBe(6)
  })

  it('that could not be remembered for the next start is not done: the present file stays in use', async () => {
    const id = await report()
    await type(id, 5)
    restart()
    await type(id, 6)
    const { handle } = await entry('closing')
    rmSync(join(folder, '数据文件位置.json'))
    mkdirSync(join(folder, '数据文件位置.json'))
    expect(await client().restoreBackup({ handle })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^[^。]*没有换用，现在的数据没有改动，请[^。]*。$/),
    })
    expect(await figure(id)).toBe(6)
    await type(id, 7)
    expect(readdirSync(folder).filter((name) => name.includes('恢复') || name.endsWith('.part'))).toEqual([])
  })

  it('of a backup that is broken restores nothing', async () => {
    await report()
    const broken = join(folder, '坏.db')
    writeFileSync(broken, readFileSync(dataFile()).subarray(0, 9000))
    choices.push(broken)
    expect(await client().chooseBackup(undefined)).toMatchObject({
      ok: false,
      message: expect.stringContaining('损坏'),
    })
    restart()
    const backup = await entry('closing')
    spoil(join(backupDirectory(), backup.name), (bytes) => bytes.fill(0xa5, 8192, 12288))
    expect(await client().restoreBackup({ handle: backup.handle })).toMatchObject({ ok: false })
    expect(good(await client().dataFile(undefined)).shown).toBe(dataFile())
  })
})

describe('a damaged data file at the start', () => {
  /** One report in the backup and the file, changed in the file since; one in the file only. Then the file's header goes. */
  async function damaged(): Promise<Buffer> {
    await type(await report(), 5)
    restart()
    now = '2026-01-12T03:00:00.000Z'
    const id = good(await client().home(undefined)).reports[0]?.id ?? 0
    await type(id, 6)
    await type(await report('某县民政局'), 9)
    const before = backupsOnDisk()
    running.close()
    for (const name of backupsOnDisk().filter((one) => !before.includes(one))) rmSync(join(backupDirectory(), name))
    spoil(dataFile(), (bytes) => bytes.fill(0, 0, 100))
    const bytes = readFileSync(dataFile())
    running = startIn(folder)
    return bytes
  }

  async function figures(): Promise<Record<string, unknown>> {
    const { reports, units } = good(await client().home(undefined))
    const named = await Promise.all(
      reports.map(async ({ id, unitId }) => [units.find((unit) => unit.id === unitId)?.unit.name, await figure(id)]),
    )
    return Object.fromEntries(named)
  }

  it('says what can be had of it and of the backup, and which is newer', async () => {
    const bytes = await damaged()
    expect(good(await client().start(undefined))).toMatchObject({ state: 'problem', kind: 'damaged' })
    const found = good(await client().examineDamage(undefined))
    expect(found.rescued).toBe(2)
    expect(found.reports.map(({ unitName, take, rescued }) => [unitName, take, rescued?.texts])).toEqual([
      ['某县教育局', 'rescued', 4],
      ['某县民政局', 'rescued', 4],
    ])
    expect(readFileSync(dataFile()).equals(bytes)).toBe(true)
  })

  it.each([
    ['backup', { 某县教育局: 5 }],
    ['rescued', { 某县教育局: 6, 某县民政局: 9 }],
    ['both', { 某县教育局: 6, 某县民政局: 9 }],
  ] as const)('goes on from %s, and keeps the damaged file byte for byte', async (from, expected) => {
    const bytes = await damaged()
    const start = good(await client().recover({ from }))
    expect(start).toMatchObject({ state: 'ready', notice: expect.stringContaining('没有删除') })
    expect(await figures()).toEqual(expected)
    const aside = readdirSync(folder).find((name) => name.includes('已损坏')) ?? ''
    expect(readFileSync(join(folder, aside)).equals(bytes)).toBe(true)
    restart()
    expect(await figures()).toEqual(expected)
  })

  it.each(['rescued', 'both'] as const)(
    'with %s: units without a report, settings, kept passages, and what was handed in',
    async (from) => {
      const id = await report()
      await type(id, 5)
      restart()
      now = '2026-01-12T03:00:00.000Z'
      good(await client().markReported({ id, day: '2026-01-12' }))
      const unitId = good(await client().createUnit({ unit: { name: '某县民政局', kind: 'department' } })).id
      good(
        await client().saveWriting({ unitId, writing: { subheadings: ['收取信息处理费情况'], numbersFollow: false } }),
      )
      good(await client().keepPhrase({ section: 'other', name: '查阅点', text: '本机关设立查阅点。' }))
      const before = backupsOnDisk()
      running.close()
      for (const name of backupsOnDisk().filter((one) => !before.includes(one))) rmSync(join(backupDirectory(), name))
      spoil(dataFile(), (bytes) => bytes.fill(0, 0, 100))
      running = startIn(folder)
      expect(good(await client().examineDamage(undefined))).toMatchObject({ units: 2, phrases: 1 })
      good(await client().recover({ from }))
      const { units, reports } = good(await client().home(undefined))
      const added = units.find(({ unit }) => unit.name === '某县民政局')
      expect(added?.unit.kind).toBe('department')
      expect(added?.settings.writing).toEqual({ subheadings: ['收取信息处理费情况'], numbersFollow: false })
      expect(good(await client().ownPhrases(undefined))).toMatchObject([{ text: '本机关设立查阅点。' }])
      const opened = good(await client().openReport({ id: reports[0]?.id ?? 0 }))
      expect(opened.report.figures[key]).toBe(5)
      expect(opened.reported).toMatchObject([{ day: '2026-01-12', reopenedAt: null }])
    },
  )

  it('without a backup and with nothing to read offers neither', async () => {
    running.close()
    rmSync(backupDirectory(), { recursive: true, force: true })
    writeFileSync(dataFile(), Buffer.alloc(9000, 7))
    running = startIn(folder)
    expect(good(await client().examineDamage(undefined))).toMatchObject({ backup: null, rescued: 0, reports: [] })
    expect(await client().recover({ from: 'backup' })).toMatchObject({ ok: false })
    expect(readFileSync(dataFile()).equals(Buffer.alloc(9000, 7))).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('恢复'))).toEqual([])
  })
})

describe('a data file that is gone', () => {
  it('at the start is never made anew, empty; it opens when it is back', async () => {
    const id = await report()
    await type(id, 5)
    running.close()
    renameSync(dataFile(), join(folder, '别处.db'))
    running = startIn(folder)
    expect(good(await client().start(undefined))).toMatchObject({ state: 'problem', kind: 'vanished' })
    expect(existsSync(dataFile())).toBe(false)
    expect(good(await client().examineDamage(undefined))).toMatchObject({ backup: { reports: 1 } })
    renameSync(join(folder, '别处.db'), dataFile())
    expect(good(await client().openAgain(undefined))).toMatchObject({ state: 'ready' })
    expect(await figure(id)).toBe(5)
  })

  it('with its whole stick is not made up on the disk of the PC, and a new one begins in the usual place', async () => {
    const stick = join(folder, 'U盘')
    mkdirSync(stick)
    await report()
    choices.push(join(stick, '年报.db'))
    good(await client().moveDataFile(undefined))
    running.close()
    renameSync(stick, join(folder, '拔下的U盘'))
    running = startIn(folder)
    expect(good(await client().start(undefined))).toMatchObject({ state: 'problem', kind: 'vanished' })
    good(await client().beginNewDataFile(undefined))
    expect(existsSync(stick)).toBe(false)
    expect(good(await client().home(undefined)).units).toEqual([])
  })

  it('between two writes refuses the second with a sentence, and takes it when the stick is back', async () => {
    const stick = join(folder, 'U盘')
    mkdirSync(stick)
    const id = await report()
    choices.push(join(stick, '年报.db'))
    good(await client().moveDataFile(undefined))
    await type(id, 5)
    // Another connection cannot come back: put back, the file is another one for the system, with the same bytes.
    const bytes = readFileSync(join(stick, '年报.db'))
    renameSync(stick, join(folder, '拔下的U盘'))
    const answer = await client().saveFigures({ id, changes: [{ key, value: 6 }] })
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/没有保存.*请/) })
    expect(existsSync(stick)).toBe(false)
    mkdirSync(stick)
    writeFileSync(join(stick, '年报.db'), bytes)
    await type(id, 6)
    expect(await figure(id)).toBe(6)
    past(join(stick, '年报.db'), (db) =>
      expect(db.prepare(`SELECT value FROM figures WHERE key = '${key}'`).pluck().get()).toBe(6),
    )
  })

  it('and comes back changed is not written into either: what was changed elsewhere would be mixed with what stands here', async () => {
    const id = await report()
    await type(id, 5)
    const away = join(folder, '拔下的.db')
    renameSync(dataFile(), away)
    expect(await client().saveFigures({ id, changes: [{ key, value: 6 }] })).toMatchObject({ ok: false })
    past(away, (db) => db.exec(`UPDATE units SET short_name = '在家里改的'`))
    renameSync(away, dataFile())
    expect(await client().saveFigures({ id, changes: [{ key, value: 6 }] })).toMatchObject({
      ok: false,
      message: expect.stringContaining('原处的数据文件已换成另一份'),
    })
    restart()
    expect(await figure(id)).toBe(5)
    await type(id, 6)
    expect(await figure(id)).toBe(6)
  })

  it('and in whose place another file stands is not written into, and it is said which file is wanted', async () => {
    const id = await report()
    await type(id, 5)
    const other = join(folder, '另一个.db')
    copyFileSync(dataFile(), other)
    past(other, (db) => db.exec(`UPDATE units SET short_name = '另一台电脑的'`))
    renameSync(other, dataFile())
    const before = readFileSync(dataFile())
    expect(await client().saveFigures({ id, changes: [{ key, value: 6 }] })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^原处的数据文件已换成另一份[^。]*没有往里面写任何内容[^。]*请[^。]*。$/),
    })
    expect(readFileSync(dataFile()).equals(before)).toBe(true)
  })
})

it('a file that another program holds: each edit is refused as one that is not saved, and taken when it is let go', async () => {
  const id = await report()
  await type(id, 5)
  const edits = () => [
    client().saveFigures({ id, changes: [{ key, value: 6 }] }),
    client().saveText({ id, section: 'problems', text: '没有写完。', stillLastYears: false, links: [] }),
    client().saveJumpNote({ id, key, note: '有说明' }),
  ]
  const other = new library(dataFile())
  other.exec('BEGIN EXCLUSIVE')
  const answers = await Promise.all(edits())
  other.exec('ROLLBACK')
  other.close()
  for (const answer of answers)
    expect(answer).toMatchObject({
      ok: false,
      message: expect.stringMatching(/被另一个窗口或另一个程序占用，刚才的修改没有保存/),
    })
  for (const answer of await Promise.all(edits())) good(answer)
  expect(await figure(id)).toBe(6)
}, 30_000)

describe('a clock that was set back', () => {
  it('is told with what is safe, and no more once it is right', async () => {
    now = '2026-06-01T02:00:00.000Z'
    const id = await report()
    await type(id, 5)
    expect(good(await client().home(undefined)).clockTrouble).toBeNull()
    now = '2020-01-01T02:00:00.000Z'
    expect(good(await client().home(undefined)).clockTrouble).toMatch(
      /^电脑的时间（2020年1月1日[^）]*）早于上次保存的时间（2026年6月1日[^）]*）[^。]*照常[^。]*请[^。]*。$/,
    )
    await type(id, 6)
    now = '2026-06-02T02:00:00.000Z'
    expect(good(await client().home(undefined)).clockTrouble).toBeNull()
  })

  it('does not make an older backup the newer one: what was typed last is taken out of a damaged file', async () => {
    now = '2026-06-01T02:00:00.000Z'
    const id = await report()
    await type(id, 5)
    restart()
    now = '2020-01-01T02:00:00.000Z'
    await type(id, 6)
    const before = backupsOnDisk()
    running.close()
    for (const name of backupsOnDisk().filter((one) => !before.includes(one))) rmSync(join(backupDirectory(), name))
    spoil(dataFile(), (bytes) => bytes.fill(0, 0, 100))
    running = startIn(folder)
    expect(good(await client().examineDamage(undefined)).reports).toMatchObject([{ take: 'rescued' }])
    good(await client().recover({ from: 'both' }))
    expect(await figure(id)).toBe(6)
  })

  it('does not hide a backup made since: one with a date to come is offered only where there is no other', async () => {
    now = '2027-06-01T02:00:00.000Z'
    const id = await report()
    await type(id, 5)
    restart()
    now = '2026-01-12T02:00:00.000Z'
    await type(id, 6)
    running.close()
    writeFileSync(dataFile(), Buffer.alloc(9000, 7))
    running = startIn(folder)
    good(await client().recover({ from: 'backup' }))
    expect(await figure(id)).toBe(6)
  })

  it('loses nothing: what is saved later is what is shown, backups from after today stay', async () => {
    now = '2026-06-01T02:00:00.000Z'
    const id = await report()
    await type(id, 5)
    restart()
    now = '2020-01-01T02:00:00.000Z'
    restart()
    await type(id, 6)
    expect(await figure(id)).toBe(6)
    good(await client().undo({ id }))
    expect(await figure(id)).toBe(5)
    restart()
    expect(backupsOnDisk().filter((name) => name.startsWith('2026-06-01'))).toHaveLength(2)
    expect(backupsOnDisk().filter((name) => name.startsWith('2020-01-01')).length).toBeGreaterThan(0)
  })
})

describe('交接 and 接收', () => {
  async function handedOver(): Promise<string> {
    const id = await report()
    await type(id, 5)
    good(await client().markReported({ id, day: '2026-01-10' }))
    choices.push(join(folder, '交接'))
    expect(good(await client().handOver(undefined))).toBe('交接.nianbao-data')
    return join(folder, '交接.nianbao-data')
  }

  it('into an empty program everything arrives, with its history and its 报送', async () => {
    const path = await handedOver()
    const other = mkdtempSync(join(tmpdir(), 'nianbao-new-pc-'))
    const pc = startIn(other)
    try {
      choices.push(path)
      const found = good(await clientFor(pc).chooseHandedOver(undefined))
      expect(found).toMatchObject({ intoEmpty: true, units: ['某县教育局'], reports: [{ year: 2025, present: false }] })
      expect(good(await clientFor(pc).takeOver({ handle: found?.handle ?? '', ids: [] }))).toMatchObject({ copied: 1 })
      const opened = good(await clientFor(pc).openReport({ id: 1 }))
      expect(opened.report.figures[key]).toBe(5)
      expect(opened.reported).toMatchObject([{ day: '2026-01-10', reopenedAt: null }])
      good(await clientFor(pc).reopenReport({ id: 1, reason: '数字有误' }))
      expect(good(await clientFor(pc).undo({ id: 1 }))?.report.figures[key]).toBeNull()
    } finally {
      pc.close()
      rmSync(other, { recursive: true, force: true })
    }
  })

  it('where there is something already nothing is replaced', async () => {
    const path = await handedOver()
    good(await client().reopenReport({ id: 1, reason: '数字有误' }))
    await type(1, 7)
    choices.push(path)
    const found = good(await client().chooseHandedOver(undefined))
    expect(found).toMatchObject({ intoEmpty: false, reports: [{ present: true }] })
    const ids = found?.reports.map(({ id }) => id) ?? []
    expect(good(await client().takeOver({ handle: found?.handle ?? '', ids }))).toMatchObject({ copied: 0 })
    expect(await figure(1)).toBe(7)
    expect(readdirSync(folder).filter((name) => name.includes('接收'))).toEqual([])
  })

  it('that was cut off or changed anywhere on its way is refused, and nothing here is touched', async () => {
    const path = await handedOver()
    const bytes = readFileSync(path)
    const before = readFileSync(dataFile())
    for (let share = 0; share < 20; share += 1) {
      const at = Math.floor((share / 20) * bytes.length)
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at)
      for (const arrived of [bytes.subarray(0, at), changed]) {
        const bad = join(folder, `坏-${share}.nianbao-data`)
        writeFileSync(bad, arrived)
        choices.push(bad)
        const answer = await client().chooseHandedOver(undefined)
        // A byte of the zip's own times and flags means nothing: then everything in it is as it was.
        if (answer.ok) expect(arrived.length).toBe(bytes.length)
        else expect(answer.message).toMatch(/没有接收|没有改动/)
      }
    }
    expect(readFileSync(dataFile()).equals(before)).toBe(true)
  })
})

describe('已报送', () => {
  it('is the state of the report, freezes it for every call, and can be exported as it was', async () => {
    const id = await report()
    await type(id, 5)
    const frozen = good(await client().markReported({ id, day: '2026-01-20' }))
    expect(frozen).toMatchObject({ canUndo: false, canRedo: false, reported: [{ number: 1, day: '2026-01-20' }] })
    expect(good(await client().states({ ids: [id] }))).toEqual({ [id]: 'reported' })
    expect(await client().saveFigures({ id, changes: [{ key, value: 6 }] })).toMatchObject({
      ok: false,
      message: expect.stringContaining('已报送'),
    })
    good(await client().reopenReport({ id, reason: '新收件数漏计一件' }))
    expect(good(await client().states({ ids: [id] }))).toEqual({ [id]: 'correcting' })
    await type(id, 6)
    expect(good(await client().reportedState({ id, number: 1 })).figures[key]).toBe(5)
    choices.push(join(folder, '报送时'))
    expect(good(await client().exportReported({ id, number: 1 }))?.name).toBe('报送时.docx')
    expect(await client().reopenReport({ id, reason: '再次' })).toMatchObject({ ok: false })
  })
})
