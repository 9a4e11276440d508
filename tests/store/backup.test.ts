import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { huaian } from '../fixtures/samples.ts'
import { at, closedFile, good, hashOf, opened, past, storeWith, temporaryFolder } from './dataFile.ts'

it('makes a copy that opens by itself, with the history', () => {
  const { store, id } = storeWith()
  good(store.saveFigures(id, [{ key: 'proactive.rules.issued', value: 9 }], at(1)))
  const target = join(temporaryFolder(), '备份.db')
  good(store.backup(target))
  expect(readdirSync(dirname(target))).toEqual(['备份.db'])

  const copy = opened(target)
  expect(good(copy.loadReport(id))).toEqual(good(store.loadReport(id)))
  good(copy.undo(id, at(2)))
  expect(good(copy.loadReport(id))).toEqual(huaian())
  expect(good(store.loadReport(id)).figures['proactive.rules.issued']).toBe(9)
})

it('replaces an earlier copy', () => {
  const { store } = storeWith()
  const target = join(temporaryFolder(), '备份.db')
  writeFileSync(target, '上一次的备份')
  good(store.backup(target))
  expect(good(opened(target).loadReport(1))).toEqual(huaian())
})

it('refuses to copy the file onto itself, by whatever name', () => {
  const { store, path } = storeWith()
  const before = hashOf(path)
  const otherName = join(temporaryFolder(), '同一个文件.db')
  symlinkSync(path, otherName)
  for (const target of [path, join(dirname(path), '.', '年报.db'), otherName]) {
    expect(store.backup(target)).toMatchObject({ ok: false, code: 'copyOntoItself' })
  }
  expect(hashOf(path)).toBe(before)
})

it('keeps the earlier copy, and leaves nothing half done, where the new one cannot be made', () => {
  const path = closedFile()
  const store = opened(path, { lockWait: 50 })
  const target = join(temporaryFolder(), '备份.db')
  writeFileSync(target, '上一次的备份')
  const refusal = past(path, (other) => {
    other.exec('BEGIN EXCLUSIVE')
    return store.backup(target)
  })
  expect(refusal).toMatchObject({ ok: false, code: 'locked' })
  expect(readFileSync(target, 'utf8')).toBe('上一次的备份')
  expect(readdirSync(dirname(target))).toEqual(['备份.db'])
})

it('does not take the place of a folder', () => {
  const { store } = storeWith()
  const target = join(temporaryFolder(), '备份.db')
  mkdirSync(target)
  expect(store.backup(target)).toMatchObject({ ok: false, code: 'readOnlyFolder' })
  expect(readdirSync(dirname(target))).toEqual(['备份.db'])
})

it('says where the folder is missing', () => {
  const { store } = storeWith()
  const target = join(temporaryFolder(), '没有', '备份.db')
  expect(store.backup(target)).toMatchObject({ ok: false, code: 'folderMissing' })
  expect(existsSync(dirname(target))).toBe(false)
})
