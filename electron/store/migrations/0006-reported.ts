/** Reports that were handed in (已报送) with what they were then, and a check sum beside figures, texts and reports. */
import type { Migration } from '../migrate.ts'
import { type Column, rowSum } from '../rowSum.ts'
import type { Connection } from '../sqlite.ts'

const day = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'

/*
 * state: the report as it was handed in, as the text of a .nianbao file. A row without reopened_at is in force: the
 * report may not be changed. reason: why it was opened again, for the 更正记录 (报告发布后有变动 is a named fault).
 */
const tables = `
CREATE TABLE reported (
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  day TEXT NOT NULL CHECK (day GLOB '${day}'),
  at TEXT NOT NULL CHECK (at GLOB '${day}T*'),
  state TEXT NOT NULL CHECK (json_valid(state)),
  reopened_at TEXT CHECK (reopened_at GLOB '${day}T*'),
  reason TEXT CHECK (trim(reason) <> ''),
  row_sum INTEGER NOT NULL,
  PRIMARY KEY (report, number),
  CHECK ((reopened_at IS NULL) = (reason IS NULL))
) STRICT, WITHOUT ROWID;

ALTER TABLE reports ADD COLUMN row_sum INTEGER;
ALTER TABLE reports ADD COLUMN details_sum INTEGER;
ALTER TABLE figures ADD COLUMN row_sum INTEGER;
ALTER TABLE texts ADD COLUMN row_sum INTEGER;
`

type Row = Record<string, Column>

/** Writes the sums of the rows that are there. The columns are named here, as they are now: a migration never changes. */
function sumRows(
  db: Connection,
  [table, sum]: readonly [string, string],
  key: readonly string[],
  columns: readonly string[],
): void {
  const update = db.prepare(`UPDATE ${table} SET ${sum} = ? WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}`)
  const rows = db.prepare<[], Row>(`SELECT ${[...key, ...columns].join(', ')} FROM ${table}`).all()
  for (const row of rows) {
    const cellOf = (name: string): Column => row[name] ?? null
    update.run(rowSum(...columns.map(cellOf)), ...key.map(cellOf))
  }
}

export const reported: Migration = {
  number: 6,
  name: 'reported, check sums',
  up: (db) => {
    db.exec(tables)
    const details = ['title', 'unit', 'scope', 'processing_fee', 'signature', 'last_year', 'text_changes', 'extra']
    sumRows(db, ['reports', 'details_sum'], ['id'], details)
    sumRows(db, ['reports', 'row_sum'], ['id'], ['id', 'unit_id', 'year', 'edition', 'origin', 'created_at'])
    sumRows(db, ['figures', 'row_sum'], ['report', 'key'], ['report', 'key', 'found', 'value', 'mark', 'unconfirmed'])
    sumRows(db, ['texts', 'row_sum'], ['report', 'section'], ['report', 'section', 'text', 'unconfirmed'])
  },
}
