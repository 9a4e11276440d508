/** Saving one cell with its history, against one bare upsert with the same pragmas. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../electron/store/open.ts'
import { connect, loadLibrary } from '../../electron/store/sqlite.ts'
import { emptyReport } from '../../shared/report.ts'
import { compared, type Line, sideBySide } from './measure.ts'

const at = '2026-01-12T09:00:00.000Z'

function must<T>(result: { ok: true; value: T } | { ok: false; message: string }): T {
  if (!result.ok) throw new Error(result.message)
  return result.value
}

export async function benchSaving(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  const opened = openStore(join(folder, 'ours.db'))
  if (!opened.ok) throw new Error(opened.message)
  const { store } = opened
  const bare = connect(must(loadLibrary()), join(folder, 'bare.db'), { lockWait: 2000, create: true })
  try {
    const unit = must(store.createUnit({ name: '某县教育局' }, at))
    const report = must(
      store.createReport(
        { unitId: unit, origin: 'written', report: emptyReport({ name: '某县教育局' }, 2025, '2021') },
        at,
      ),
    )
    bare.exec(
      'CREATE TABLE figures (report INTEGER, key TEXT, value, PRIMARY KEY (report, key)) STRICT, WITHOUT ROWID'.replace(
        'value,',
        'value ANY,',
      ),
    )
    const upsert = bare.prepare('INSERT INTO figures VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
    let value = 0
    const times = await sideBySide(
      [
        {
          name: 'ours',
          run() {
            value += 1
            must(store.saveFigures(report, [{ key: 'applications.newReceived.natural', value }], at))
          },
        },
        {
          name: 'bare',
          run() {
            value += 1
            upsert.run('applications.newReceived.natural', value)
          },
        },
      ],
      400,
      50,
    )
    return [
      compared(
        'save a cell with its history',
        [times.get('ours') ?? 0, times.get('bare') ?? 0],
        'a bare upsert, same pragmas',
        1.2,
      ),
    ]
  } finally {
    bare.close()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
