import { describe, expect, it } from 'vitest'
import { nodeTooOld } from '../../electron/nodeVersion.ts'
import { attempt, failure, failureOf, type Task, upgradeFailed } from '../../electron/store/failures.ts'
import { library } from './dataFile.ts'

const tasks: readonly Task[] = ['opening', 'reading', 'saving', 'copying']
const codes = [
  'cannotLoad',
  'folderMissing',
  'emptyFile',
  'notADatabase',
  'otherApplication',
  'newerVersion',
  'damaged',
  'noPermission',
  'readOnlyFile',
  'readOnlyFolder',
  'locked',
  'fileMoved',
  'fileReplaced',
  'fileVanished',
  'diskFull',
  'ioError',
  'backupFailed',
  'noSuchUnit',
  'noSuchReport',
  'unitExists',
  'unitNameless',
  'reportExists',
  'invalidFigure',
  'copyOntoItself',
  'reported',
  'notReported',
  'reasonMissing',
  'notHandover',
  'altered',
] as const

const all = [
  ...codes.flatMap((code) => tasks.map((task) => [code, task, failure(code, task).message] as const)),
  ['upgradeFailed', 'opening', upgradeFailed('年报-备份.db', undefined).message] as const,
  ['oldRuntime', 'opening', nodeTooOld('20.1.0') ?? ''] as const,
]

describe('the sentences for the clerk', () => {
  it.each(all)('%s while %s is one sentence: what happened, what is safe, what to do', (_code, _task, message) => {
    expect(message).toMatch(/^[^。\n]+。$/)
    expect(message).toMatch(/没有|不受影响|恢复/)
    expect(message).toMatch(/请/)
    expect(message).not.toMatch(/SQLite|数据库|事务|锁|迁移|ERR|undefined/)
  })

  it('are different for each cause', () => {
    const opening = codes.map((code) => failure(code, 'opening').message)
    expect(new Set(opening).size).toBe(opening.length)
  })
})

describe('what SQLite says', () => {
  it.each([
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['SQLITE_READONLY', 'readOnlyFile'],
    ['SQLITE_READONLY_ROLLBACK', 'readOnlyFile'],
    ['SQLITE_READONLY_DIRECTORY', 'readOnlyFolder'],
    ['SQLITE_CANTOPEN', 'readOnlyFolder'],
    ['SQLITE_READONLY_DBMOVED', 'fileMoved'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_FULL', 'diskFull'],
    ['SQLITE_IOERR_FSYNC', 'ioError'],
  ])('%s means %s', (code, meaning) => {
    expect(failureOf(new library.SqliteError('', code), 'saving')?.code).toBe(meaning)
  })

  it('is not hidden where it is a defect of the program', () => {
    const defect = new library.SqliteError('no such column', 'SQLITE_ERROR')
    expect(failureOf(defect, 'saving')).toBeUndefined()
    expect(() =>
      attempt('saving', () => {
        throw defect
      }),
    ).toThrow('no such column')
  })
})
