/** The same report is the same file: what was signed can be told from what was not, and goldens mean something. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { pairwiseVariants } from './variants.ts'

interface Written {
  readonly timeZone: string
  readonly locale: string
  readonly hashes: readonly string[]
}

/** Writes the variants in a process of its own. */
async function writtenIn(TZ: string, LC_ALL: string): Promise<Written> {
  const child = new URL('bytesChild.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [child], { env: { ...process.env, TZ, LC_ALL } })
  return JSON.parse(stdout)
}

let here: Written

beforeAll(async () => {
  here = await writtenIn('Asia/Shanghai', 'zh_CN.UTF-8')
})

describe('the bytes of the file', () => {
  it('differ between variants', () => {
    expect(here).toMatchObject({ timeZone: 'Asia/Shanghai', locale: 'zh-CN' })
    expect(new Set(here.hashes).size).toBe(pairwiseVariants().length)
  })

  it.each([
    ['again', 'Asia/Shanghai', 'zh_CN.UTF-8'],
    ['on the other side of the date line', 'Pacific/Honolulu', 'zh_CN.UTF-8'],
    ['in Turkish, which has letters of its own', 'UTC', 'tr_TR.UTF-8'],
    ['in Arabic, which has digits of its own', 'Asia/Kathmandu', 'ar_EG.UTF-8'],
  ])('are the same in another process, %s', async (_, timeZone, language) => {
    const there = await writtenIn(timeZone, language)
    expect(there.locale).toBe(language.replace('_', '-').replace('.UTF-8', ''))
    expect(there.hashes).toEqual(here.hashes)
  })
})
