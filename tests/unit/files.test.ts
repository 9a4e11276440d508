import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { writeAtomically } from '../../electron/files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-files-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

it('replaces a file and leaves nothing beside it', async () => {
  const path = join(folder, '报告.docx')
  writeFileSync(path, '旧')
  expect(await writeAtomically(path, Buffer.from('新'))).toEqual({ ok: true })
  expect(readFileSync(path, 'utf8')).toBe('新')
  expect(readdirSync(folder)).toEqual(['报告.docx'])
})

it('takes names as long as a file name may be', async () => {
  const path = join(folder, `${'县'.repeat(80)}.docx`)
  expect(await writeAtomically(path, Buffer.from('a'))).toEqual({ ok: true })
})

it('says why it could not write, and leaves what stood there', async () => {
  const path = join(folder, '报告.docx')
  mkdirSync(path)
  expect(await writeAtomically(path, Buffer.from('a'))).toEqual({
    ok: false,
    message: expect.stringContaining('是一个文件夹'),
  })
  expect(await writeAtomically(join(folder, '没有', 'a.docx'), Buffer.from('a'))).toEqual({
    ok: false,
    message: expect.stringContaining('找不到文件夹'),
  })
  expect(readdirSync(folder)).toEqual(['报告.docx'])
})

it('a reader that looks at any moment sees the old file or the whole new one', async () => {
  const path = join(folder, 'a.bin')
  const [old, fresh] = [Buffer.alloc(3_000_000, 1), Buffer.alloc(3_000_000, 2)]
  writeFileSync(path, old)
  let writing = true
  const seen = new Set<string>()
  const look = async () => {
    while (writing) {
      const bytes = readFileSync(path)
      seen.add(bytes.equals(old) ? 'old' : bytes.equals(fresh) ? 'new' : `half: ${bytes.length}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const looking = look()
  for (let round = 0; round < 20; round += 1) await writeAtomically(path, round % 2 === 0 ? fresh : old)
  writing = false
  await looking
  expect([...seen].sort()).toEqual(['new', 'old'])
})
