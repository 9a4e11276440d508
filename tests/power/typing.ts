/** The work of typing into one data file, from its creation on, and what is wrong with it after a power cut. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../electron/store/open.ts'
import { formatDataFile } from '../../shared/dataFile.ts'
import { type Moment, soundness, type Work } from './judge.ts'
import { traceOf } from './trace.ts'

/** So many changes, traced. */
export function typingWork(changes: number): Work {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-work-'))
  const script = fileURLToPath(new URL('./workChild.ts', import.meta.url))
  return { folder, events: traceOf(script, folder, [String(changes)]), judge }
}

async function judge(folder: string, { last, next }: Moment): Promise<string | undefined> {
  const path = join(folder, '年报.db')
  if (last && !existsSync(path)) return 'the data file is gone'
  const outcome = openStore(path)
  if (!outcome.ok) return `not opened: ${outcome.code}`
  const report = outcome.store.loadReport(1)
  outcome.store.close()
  const sound = soundness(path)
  if (sound !== 'ok') return sound
  const broken = readdirSync(folder).find(
    (name) => name.startsWith('备份') && name.endsWith('.db') && soundness(join(folder, name)) !== 'ok',
  )
  if (broken) return `the backup ${broken} is damaged`
  if (!last) return undefined
  if (!report.ok) return `not read: ${report.code}`
  const digest = createHash('sha256').update(formatDataFile(report.value)).digest('hex')
  return digest === last.digest || digest === next?.digest ? undefined : `not the state after change ${last.saved}`
}
