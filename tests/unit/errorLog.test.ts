import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { createErrorLog, largest, logFileIn, logLine } from '../../electron/errorLog.ts'
import { openStore } from '../../electron/store/open.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const at = '2026-01-05T09:00:00.000Z'

it('says what kind of error came where', () => {
  const error = Object.assign(new TypeError('“张三”的申请'), { code: 'ENOSPC' })
  const line = logLine(error, at, '1.0.0')
  expect(line).toMatch(/^2026-01-05T09:00:00\.000Z 1\.0\.0 TypeError ENOSPC errorLog\.test\.ts:\d+:\d+/)
  expect(line.endsWith('\n')).toBe(true)
})

it('holds nothing of what an error says: no Chinese character, no path, whatever was thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('C:\\Users\\张三\\年报.db')), (text) => {
      const named = Object.assign(new Error(text), { name: text, code: text })
      const multiline = Object.assign(new Error('x'), {
        stack: `Error: ${text}\n    at save (/home/张三/app/main.js:3:7)\n${text}`,
      })
      for (const thrown of [new Error(text), named, multiline, text, { message: text }, null, undefined, 7]) {
        const line = logLine(thrown, at, '1.0.0')
        expect(line).toMatch(/^[\w:.\- ]+\n$/)
      }
    }),
  )
})

it('holds nothing of a real refusal of SQLite, which names the file', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '某县.db'), 'SQLite format 3\0'.padEnd(4096, 'x'))
  const outcome = openStore(join(folder, '某县.db'))
  const cause = outcome.ok ? undefined : (outcome as { cause?: unknown }).cause
  expect(outcome.ok).toBe(false)
  expect(logLine(cause ?? outcome, at, '1')).not.toContain('某县')
})

it('is put aside when it is full, and two files are all there ever are', () => {
  const folder = temporaryFolder()
  const log = createErrorLog(folder, '1.0.0', () => new Date(at))
  const error = new RangeError('x')
  const rounds = Math.ceil((largest * 3) / logLine(error, at, '1.0.0').length)
  for (let round = 0; round < rounds; round += 1) log(error)
  const names = readdirSync(dirname(logFileIn(folder))).sort()
  expect(names).toEqual(['程序错误.log', '程序错误.log.1'])
  for (const name of names) expect(statSync(join(folder, '日志', name)).size).toBeLessThan(largest + 2000)
  expect(readFileSync(logFileIn(folder), 'utf8').split('\n')[0]).toContain('RangeError')
})

it('that cannot be written stops nobody', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => createErrorLog(file, '1')(new Error('x'))).not.toThrow()
  expect(existsSync(logFileIn(file))).toBe(false)
})
