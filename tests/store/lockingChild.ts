/** Holds a data file in an exclusive transaction until its standard input ends. */
import { loadLibrary } from '../../electron/store/sqlite.ts'

const [path = ''] = process.argv.slice(2)
const library = loadLibrary()
if (!library.ok) throw new Error(library.message)
const db = new library.value(path)
db.exec('BEGIN EXCLUSIVE')
process.stdout.write('locked\n')
process.stdin.on('end', () => {
  db.exec('ROLLBACK')
  db.close()
})
process.stdin.resume()
