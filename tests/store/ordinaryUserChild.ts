/**
 * Opens a data file as a user who is bound by permissions (root is not) and prints what came of it; with a second
 * argument saves a figure first, after taking the permission to write away from the folder.
 */
import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import { openStore } from '../../electron/store/open.ts'
import { loadLibrary } from '../../electron/store/sqlite.ts'

const nobody = 65534

const [path = '', closing = ''] = process.argv.slice(2)
// The library is a file too: it is loaded before the permissions are given up.
loadLibrary()
if (process.getuid?.() === 0) {
  process.setgid?.(nobody)
  process.setuid?.(nobody)
}
const outcome = openStore(path)
const user = process.getuid?.()
if (!outcome.ok) {
  process.stdout.write(`${JSON.stringify({ user, ok: false, code: outcome.code, message: outcome.message })}\n`)
} else {
  if (closing === 'closing') chmodSync(dirname(path), 0o555)
  const saved = outcome.store.saveFigures(1, [{ key: 'proactive.rules.issued', value: 5 }], '2026-01-05T09:00:00Z')
  process.stdout.write(`${JSON.stringify({ user, ok: true, saved })}\n`)
  outcome.store.close()
}
