/** Backup and restore of 200 units with ten years each, against a plain copy of the file, and what goes with them. */
import { closeSync, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verify } from '../../electron/store/content.ts'
import { openStore } from '../../electron/store/open.ts'
import { rescue } from '../../electron/store/rescue/rescue.ts'
import { loadLibrary } from '../../electron/store/sqlite.ts'
import type { Store } from '../../electron/store/store.ts'
import { huaian } from '../fixtures/samples.ts'
import { compared, type Line, limited, sideBySide } from './measure.ts'

const at = '2026-01-12T09:00:00.000Z'

function must<T>(result: { ok: true; value: T } | { ok: false; message: string }): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}

function open(path: string): Store {
  const opened = openStore(path)
  if (!opened.ok) throw new Error(opened.message)
  return opened.store
}

/** 2,000 reports with all figures and the texts of a real report. */
function fill(store: Store): void {
  const report = huaian()
  for (let unit = 1; unit <= 200; unit += 1) {
    const unitId = must(store.createUnit({ name: `某县第${unit}局` }, at))
    for (let year = 2016; year < 2026; year += 1) {
      must(store.createReport({ unitId, origin: 'written', report: { ...report, year } }, at))
    }
  }
}

/** What a copy of the file alone costs: written, and on the disk. */
function plainCopy(from: string, to: string): void {
  copyFileSync(from, to)
  const file = openSync(to, 'r+')
  fsyncSync(file)
  closeSync(file)
}

export async function benchBackup(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  const path = join(folder, '年报.db')
  const library = must(loadLibrary())
  const store = open(path)
  try {
    fill(store)
    const backup = join(folder, '备份.db')
    const copy = join(folder, '复制.db')
    const restored = join(folder, '恢复.db')
    must(store.backup(backup))
    plainCopy(path, copy)
    const times = await sideBySide(
      [
        { name: 'copy', run: () => plainCopy(path, copy) },
        { name: 'backup', run: () => must(store.backup(backup)) },
        {
          name: 'restore',
          run() {
            verify(library, backup)
            plainCopy(backup, restored)
            open(restored).close()
          },
        },
        { name: 'open', run: () => open(copy).close() },
      ],
      7,
      1,
    )
    const rescued = await sideBySide([{ name: 'rescue', run: () => must(rescue(library, copy)) }], 1, 0)
    const time = (name: string) => times.get(name) ?? 0
    const size = statSync(path).size / 1024 / 1024
    return [
      limited('size of the data file with 2,000 reports', size, 100, 'MB'),
      compared(
        'backup, checked from the first page to the last',
        [time('backup'), time('copy')],
        'a plain copy, synced',
        40,
      ),
      compared('restore: checked, copied, opened', [time('restore'), time('copy')], 'a plain copy, synced', 60),
      limited('open that file', time('open'), 2000, 'ms'),
      limited('read what can be read of it, page by page', rescued.get('rescue') ?? 0, 30_000, 'ms'),
    ]
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
