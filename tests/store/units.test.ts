import { expect, it } from 'vitest'
import { defaultChoices } from '../../shared/document/choices.ts'
import { emptyReport } from '../../shared/report.ts'
import { defaultWriting } from '../../shared/writing.ts'
import { at, closedFile, good, opened, temporaryFile } from './dataFile.ts'

/** The settings of a unit that has none of its own. */
const settings = { deadline: null, contact: '', signature: '', document: defaultChoices, writing: defaultWriting }

const bureau = { name: '县教育局', shortName: '教育局', kind: 'department', level: 'county' } as const

it('keeps units with all that is known of them', () => {
  const path = temporaryFile()
  const store = opened(path)
  const first = good(store.createUnit(bureau, at(0)))
  const second = good(store.createUnit({ name: ' 城关镇人民政府 ' }, at(1)))
  store.close()
  expect(good(opened(path).listUnits())).toEqual([
    { id: first, archived: false, settings, ...bureau },
    { id: second, archived: false, settings, name: '城关镇人民政府' },
  ])
})

it('changes, renames, archives and takes back into use', () => {
  const store = opened(temporaryFile())
  const id = good(store.createUnit(bureau, at(0)))
  good(store.updateUnit(id, { name: '县教育局', kind: 'other' }))
  good(store.renameUnit(id, '县教育和体育局'))
  good(store.archiveUnit(id, true, at(1)))
  expect(good(store.listUnits())).toEqual([{ id, archived: true, settings, name: '县教育和体育局', kind: 'other' }])
  good(store.archiveUnit(id, false, at(2)))
  expect(good(store.listUnits())).toMatchObject([{ archived: false }])
})

it('refuses a name that is taken or empty, and a unit that is not there', () => {
  const store = opened(temporaryFile())
  const id = good(store.createUnit(bureau, at(0)))
  const other = good(store.createUnit({ name: '县司法局' }, at(0)))
  expect(store.createUnit({ name: '县教育局 ' }, at(1))).toMatchObject({ ok: false, code: 'unitExists' })
  expect(store.renameUnit(other, '县教育局')).toMatchObject({ ok: false, code: 'unitExists' })
  expect(store.renameUnit(id, ' ')).toMatchObject({ ok: false, code: 'unitNameless' })
  expect(store.updateUnit(99, { name: '县财政局' })).toMatchObject({ ok: false, code: 'noSuchUnit' })
  expect(store.archiveUnit(99, true, at(1))).toMatchObject({ ok: false, code: 'noSuchUnit' })
  expect(good(store.renameUnit(id, '县教育局'))).toBeUndefined()
  expect(good(store.listUnits()).map(({ name }) => name)).toEqual(['县教育局', '县司法局'])
})

it('leaves the reports of earlier years under the unit’s old name', () => {
  const store = opened(closedFile())
  good(store.renameUnit(1, '淮安市新政府'))
  expect(good(store.loadReport(1)).unit).toEqual({ name: '淮安市人民政府' })
  expect(good(store.listReports())).toMatchObject([{ unitName: '淮安市新政府' }])
})

it('keeps the settings of a unit', () => {
  const path = temporaryFile()
  const store = opened(path)
  const id = good(store.createUnit(bureau, at(0)))
  const own = { deadline: { month: 1, day: 20 }, contact: '如有疑问，请与县教育局办公室联系。', signature: '' }
  good(store.saveUnitSettings(id, own))
  store.close()
  const again = opened(path)
  expect(good(again.listUnits())).toMatchObject([{ id, settings: { ...own, document: defaultChoices } }])
  expect(again.saveUnitSettings(99, own)).toMatchObject({ ok: false, code: 'noSuchUnit' })
})

it('keeps what a unit has chosen for its document, beside its other settings', () => {
  const path = temporaryFile()
  const store = opened(path)
  const id = good(store.createUnit(bureau, at(0)))
  const other = good(store.createUnit({ name: '县司法局' }, at(0)))
  const signOff = { place: 'first', preparer: '张三', reviewer: '李四', phone: '0517-83605210' } as const
  const choices = { ...defaultChoices, fonts: 'gb2312', note: '此件公开发布', signOff } as const
  const own = { deadline: null, contact: '', signature: '教育局' }
  good(store.saveDocumentChoices(id, choices))
  good(store.saveUnitSettings(id, own))
  store.close()
  const again = opened(path)
  expect(good(again.listUnits())).toMatchObject([
    { id, settings: { ...own, document: choices } },
    { id: other, settings: { document: defaultChoices } },
  ])
  expect(again.saveDocumentChoices(99, choices)).toMatchObject({ ok: false, code: 'noSuchUnit' })
})

it('takes a unit away with its reports and their history, and leaves the others', () => {
  const store = opened(closedFile())
  const other = good(store.createUnit(bureau, at(1)))
  const kept = good(
    store.createReport({ unitId: other, origin: 'written', report: emptyReport(bureau, 2025, '2021') }, at(2)),
  )
  good(store.saveFigures(1, [{ key: 'proactive.rules.issued', value: 1 }], at(3)))
  good(store.recordExport(1, at(3)))
  good(store.deleteUnit(1))
  expect(good(store.listUnits()).map(({ id }) => id)).toEqual([other])
  expect(good(store.listReports()).map(({ id }) => id)).toEqual([kept])
  expect(store.loadReport(1)).toMatchObject({ ok: false, code: 'noSuchReport' })
  expect(store.deleteUnit(1)).toMatchObject({ ok: false, code: 'noSuchUnit' })
})

it('knows whether a report was exported as it is now', () => {
  const store = opened(closedFile())
  expect(good(store.exportedAt(1))).toBeNull()
  good(store.recordExport(1, at(1)))
  expect(good(store.exportedAt(1))).toBe(at(1))
  good(store.saveFigures(1, [{ key: 'proactive.rules.issued', value: 77 }], at(2)))
  expect(good(store.exportedAt(1))).toBeNull()
  good(store.undo(1, at(3)))
  expect(good(store.exportedAt(1))).toBeNull()
  good(store.recordExport(1, at(4)))
  expect(good(store.exportedAt(1))).toBe(at(4))
  expect(store.recordExport(99, at(5))).toMatchObject({ ok: false, code: 'noSuchReport' })
})
