/** The works on whole files, traced, and what is wrong after a power cut in one of them. */
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBackupName } from '../../electron/store/backups/names.ts'
import { type Moment, soundness, type Work } from './judge.ts'
import { digestOf, good, startProgram } from './program.ts'
import { traceOf } from './trace.ts'
import { works } from './works.ts'

/** A work by its name, traced. */
export async function fileWork(name: string): Promise<Work> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-work-'))
  await works.find((work) => work.name === name)?.prepare(folder)
  const script = fileURLToPath(new URL('./programChild.ts', import.meta.url))
  return { folder, events: traceOf(script, folder, [name]), judge }
}

export const fileWorks = works.map(({ name }) => name)

/** As the next start finds it: having to restore a backup is a fault, unless the file was damaged before. */
async function judge(folder: string, { last, next }: Moment): Promise<string | undefined> {
  const { client, close } = startProgram(folder, () => new Date('2026-12-01T09:00:00+08:00'))
  try {
    const digest = await digestOf(client, folder)
    const expected = [last?.digest, next?.digest].filter((one) => one !== undefined)
    if (!expected.includes(digest)) return `${digest} after ${last?.saved ?? 'nothing'}, not ${expected.join(' or ')}`
    const { shown } = good(await client.dataFile(undefined))
    const sound = digest.startsWith('damaged') ? 'ok' : soundness(shown)
    if (sound !== 'ok') return sound
    const backups = join(folder, '公开年报自动备份')
    const names = existsSync(backups) ? readdirSync(backups).filter((one) => readBackupName(one)) : []
    const broken = names.find((one) => soundness(join(backups, one)) !== 'ok')
    return broken && `the backup ${broken} is damaged`
  } catch (error) {
    return String(error)
  } finally {
    close()
  }
}
