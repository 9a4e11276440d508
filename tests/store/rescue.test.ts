/** Damaged files: what is read out of them is right or is said to be open, whatever happened to the bytes. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../electron/store/open.ts'
import { type Rescue, rescue } from '../../electron/store/rescue/rescue.ts'
import { defaultChoices } from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'
import { type Damage, inflict, spoil } from './damage.ts'
import { at, good, hashOf, library, past, temporaryFile } from './dataFile.ts'

const settings = {
  deadline: { month: 1, day: 20 },
  contact: '联系电话：0517-83605210。',
  signature: '某县民政局办公室',
}
const choices = { ...defaultChoices, note: '此件公开发布' }
const writing = { subheadings: ['收取信息处理费情况'], numbersFollow: false }
const phrases = [
  { section: 'other', name: '查阅点', text: '本机关设立政府信息公开查阅点。' },
  { section: 'problems', name: '改进', text: '下一步将加强培训。' },
] as const

/** A file with four reports of two units, figures and texts saved many times, one report handed in. */
function office(path: string): Map<string, Report> {
  const outcome = openStore(path)
  if (!outcome.ok) throw new Error(outcome.message)
  const { store } = outcome
  const reports = new Map<string, Report>()
  for (const sample of [huaian(), shuyang()]) {
    const unitId = good(store.createUnit(sample.unit, at(0)))
    for (const year of [2024, 2025]) {
      const report = { ...sample, year }
      const id = good(store.createReport({ unitId, origin: 'written', report }, at(0)))
      for (let minute = 1; minute < 20; minute += 1)
        good(store.saveFigures(id, [{ key: 'applications.newReceived.natural', value: year + minute }], at(minute)))
      good(store.saveText(id, { section: 'overview', text: `${report.narrative.overview}补充。` }, at(30)))
      if (year === 2024) good(store.markReported(id, '2025-01-20', at(31)))
      reports.set(`${sample.unit.name}${year}`, good(store.loadReport(id)))
    }
  }
  const [first] = good(store.listUnits())
  const id = first?.id ?? 0
  good(store.saveUnitSettings(id, settings))
  good(store.saveDocumentChoices(id, choices))
  good(store.saveWriting(id, writing))
  good(
    store.archiveUnit(
      good(store.createUnit({ name: '某县旧局', kind: 'department', level: 'county' }, at(40))),
      true,
      at(41),
    ),
  )
  for (const phrase of phrases) good(store.keepPhrase(phrase))
  store.close()
  return reports
}

const folder = mkdtempSync(join(tmpdir(), 'nianbao-rescue-'))
const whole = join(folder, '年报.db')
const reports = office(whole)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function damaged(...damages: Damage[]): string {
  const path = temporaryFile()
  copyFileSync(whole, path)
  for (const damage of damages) inflict(path, damage)
  return path
}

const found = (path: string): Rescue => good(rescue(library, path))
const cellsOf = ({ reports: list }: Rescue) => list.reduce((sum, { cells }) => sum + cells, 0)

/** No figure and no text that was read is other than it was, unless it is marked as open. */
function expectRight({ reports: list }: Rescue): void {
  for (const { report, unitName } of list) {
    const was = reports.get(`${unitName}${report.year}`)
    if (!was) {
      // A unit whose name could not be read: it says so, and the figures are still those of one of the reports.
      expect(unitName).not.toBe('')
      continue
    }
    for (const [key, value] of Object.entries(report.figures)) {
      if (!report.unconfirmed.includes(key) || was.unconfirmed.includes(key))
        expect([key, value]).toEqual([key, was.figures[key]])
    }
    for (const section of ['preface', 'overview', 'problems', 'other'] as const) {
      const text = report.narrative[section]
      if (text !== '' && !report.textUnconfirmed.includes(section)) expect(text).toBe(was.narrative[section])
    }
  }
}

describe('a whole file', () => {
  it('is read entirely, page by page', () => {
    const { reports: list, orphans } = found(whole)
    expect(orphans).toBe(0)
    expect(new Map(list.map(({ unitName, report }) => [`${unitName}${report.year}`, report]))).toEqual(reports)
    expect(list.map(({ cells, texts, doubtful }) => [cells, texts, doubtful])).toEqual(
      list.map(({ report }) => [Object.keys(report.figures).length, 4, 0]),
    )
    expect(list.filter(({ reported }) => reported.length === 1)).toHaveLength(2)
  })

  it('gives its units with all their settings, those without a report too, and the kept passages', () => {
    const { units, phrases: kept } = found(whole)
    expect(units).toHaveLength(3)
    expect(units[0]).toMatchObject({ archived: false, settings, document: choices, writing })
    expect(units[2]).toMatchObject({
      unit: { name: '某县旧局', kind: 'department', level: 'county' },
      archived: true,
      document: defaultChoices,
    })
    expect(kept).toEqual(phrases)
  })

  it('of an early version gives its units without the settings it had not', () => {
    const path = damaged()
    past(path, (db) => {
      db.pragma('secure_delete = ON')
      for (const column of ['settings', 'document', 'writing']) db.exec(`ALTER TABLE units DROP COLUMN ${column}`)
      db.exec('DROP TABLE own_phrases')
    })
    const { units, phrases: kept } = found(path)
    expect(units.map(({ unit, settings: none }) => [unit.name, none])).toEqual([
      [huaian().unit.name, undefined],
      [shuyang().unit.name, undefined],
      ['某县旧局', undefined],
    ])
    expect(kept).toEqual([])
  })
})

describe('what is left of a file', () => {
  it('whose header is gone is everything', () => {
    const path = damaged({ kind: 'header' })
    expect(openStore(path).ok).toBe(false)
    expect(found(path)).toEqual(found(whole))
  })

  it('of which only the first half is there is what stands in that half', () => {
    const path = damaged({ kind: 'cut', to: 0.5 })
    const left = found(path)
    expectRight(left)
    expect(cellsOf(left)).toBeGreaterThan(100)
  })

  it('with pages zeroed in the middle is the rest', () => {
    const left = found(damaged({ kind: 'zeroed', from: 0.6, pages: 3 }))
    expectRight(left)
    expect(cellsOf(left)).toBeGreaterThan(cellsOf(found(whole)) / 2)
  })

  it.each([0, 10, 4095, 100_000])('of which %i bytes of something else are left is nothing', (size) => {
    const path = temporaryFile()
    writeFileSync(path, Buffer.alloc(size, 0xa5))
    expect(found(path)).toEqual({ reports: [], units: [], phrases: [], orphans: 0 })
  })

  it('with one broken setting is the rest of them', () => {
    const path = damaged()
    spoil(path, (bytes) => {
      const at = bytes.lastIndexOf(Buffer.from('"subheadings":["收取'))
      bytes.write('"subheadings":{', at)
    })
    const [unit] = found(path).units
    expect(unit).toMatchObject({ settings, document: choices })
    expect(unit?.writing).toBeUndefined()
  })

  it('whose figures are gone is, for a report that was handed in and not changed since, what was handed in', () => {
    const path = damaged()
    past(path, (db) => db.exec('PRAGMA secure_delete = ON; DELETE FROM figures; DELETE FROM texts'))
    for (const { report, unitName, cells, of, doubtful } of found(path).reports) {
      const was = reports.get(`${unitName}${report.year}`)
      if (report.year === 2024) expect([report, cells >= of, doubtful]).toEqual([was, true, 0])
      else expect(cells).toBe(0)
    }
  })

  it('whose figures are gone is not what was handed in once it was changed since', () => {
    const path = damaged()
    past(path, (db) => {
      db.pragma('secure_delete = ON')
      db.exec(`UPDATE steps SET at = '2026-02-01T00:00:00.000Z' WHERE number = 20; DELETE FROM figures`)
    })
    expect(found(path).reports.map(({ cells }) => cells)).toEqual([0, 0, 0, 0])
  })

  it('that was interrupted in the middle of a change is the state before it', () => {
    const path = damaged()
    past(path, (db) => {
      db.pragma('journal_mode = PERSIST')
      db.pragma('cache_size = 1')
      db.pragma('cache_spill = 1')
      db.exec('BEGIN IMMEDIATE')
      db.exec(`UPDATE figures SET value = coalesce(value, 0) + 1000`)
      // As a power cut leaves them: the file half changed, its journal beside it.
      copyFileSync(path, `${path}.half`)
      copyFileSync(`${path}-journal`, `${path}.half-journal`)
      db.exec('ROLLBACK')
    })
    const half = `${path}.half`
    expect(hashOf(half)).not.toBe(hashOf(whole))
    const before = [hashOf(half), hashOf(`${half}-journal`)]
    expect(found(half)).toEqual(found(whole))
    expect([hashOf(half), hashOf(`${half}-journal`)]).toEqual(before)
  })
})

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('bits' as const), at: fc.array(share, { minLength: 1, maxLength: 200 }) }),
  fc.record({ kind: fc.constant('zeroed' as const), from: share, pages: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    kind: fc.constant('noise' as const),
    from: share,
    bytes: fc.integer({ min: 1, max: 9000 }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), to: share }),
  fc.constant({ kind: 'header' as const }),
  fc.record({ kind: fc.constant('swapped' as const), one: share, other: share }),
)

it('whatever happens to the bytes: no crash, no figure that is not right or open, the file as it was', () => {
  let cells = 0
  let runs = 0
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const path = damaged(...damages)
      const before = hashOf(path)
      const left = found(path)
      expectRight(left)
      // What opens and loads is right too.
      const outcome = openStore(path, { create: false })
      if (outcome.ok) {
        for (const { id, unitName, year } of good(outcome.store.listReports())) {
          const loaded = outcome.store.loadReport(id)
          const was = reports.get(`${unitName}${year}`)
          if (loaded.ok && was) expect(loaded.value.figures).toEqual(was.figures)
        }
        outcome.store.close()
      }
      expect(hashOf(path)).toBe(before)
      cells += cellsOf(left)
      runs += 1
    }),
    { numRuns: 300 },
  )
  const all = cellsOf(found(whole))
  console.log(`rescued ${((100 * cells) / (all * runs)).toFixed(1)} % of the cells over ${runs} damaged files`)
  expect(cells).toBeGreaterThan(0)
})

it('a single page of noise anywhere costs at most the reports that stood in it', () => {
  const pages = Math.floor(hashable(whole) / 4096)
  for (let page = 0; page < pages; page += 1) {
    const path = damaged()
    spoil(path, (bytes) => bytes.fill(0xa5, page * 4096, (page + 1) * 4096))
    expectRight(found(path))
  }
})

const hashable = (path: string): number => past(path, (db) => Number(db.pragma('page_count', { simple: true })) * 4096)
