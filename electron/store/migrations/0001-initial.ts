/** Version 1: units, reports, their figures, texts and reasons, and the history of changes. */
import { applicationId } from '../header.ts'
import type { Migration } from '../migrate.ts'

const day = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'"

/*
 * Editions, kinds of units, sections and keys of cells are not listed in CHECKs: they belong to shared/, and a new
 * edition of the form must not need a migration. They are checked when a report is read.
 */
const tables = `
CREATE TABLE units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
  short_name TEXT,
  kind TEXT,
  level TEXT,
  created_at TEXT NOT NULL CHECK (created_at ${day}),
  archived_at TEXT CHECK (archived_at ${day})
) STRICT;

-- A report keeps the unit as it was called then: a unit may be renamed, its reports of earlier years are not.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  edition TEXT NOT NULL CHECK (edition <> ''),
  origin TEXT NOT NULL CHECK (origin IN ('written', 'imported')),
  created_at TEXT NOT NULL CHECK (created_at ${day}),
  title TEXT NOT NULL,
  scope TEXT,
  unit TEXT NOT NULL CHECK (json_valid(unit)),
  signature TEXT NOT NULL CHECK (json_valid(signature)),
  processing_fee TEXT CHECK (json_valid(processing_fee)),
  last_year TEXT CHECK (json_valid(last_year)),
  text_changes TEXT NOT NULL CHECK (json_valid(text_changes)),
  extra TEXT CHECK (json_valid(extra)),
  UNIQUE (unit_id, year, origin)
) STRICT;

-- value: counts as they are, amounts in 10⁻⁶ 万元; NULL is a blank cell. A cell that was not found has no row, or found = 0
-- where only its text or its being unconfirmed is known. unconfirmed: the place in the list of unconfirmed cells.
CREATE TABLE figures (
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  found INTEGER NOT NULL CHECK (found IN (0, 1)),
  value REAL,
  mark TEXT,
  unconfirmed INTEGER CHECK (unconfirmed >= 0),
  PRIMARY KEY (report, key),
  CHECK (found = 1 OR (value IS NULL AND (mark IS NOT NULL OR unconfirmed IS NOT NULL)))
) STRICT, WITHOUT ROWID;

CREATE TABLE texts (
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  text TEXT NOT NULL,
  unconfirmed INTEGER CHECK (unconfirmed >= 0),
  PRIMARY KEY (report, section)
) STRICT, WITHOUT ROWID;

-- left_side, right_side: JSON; NULL where the reason was written without them, 'null' for a blank side.
CREATE TABLE overrides (
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  rule TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  left_side TEXT CHECK (json_valid(left_side)),
  right_side TEXT CHECK (json_valid(right_side)),
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

-- The history, only ever added to. base is the step whose state the report was in before, head the one after; 0 is the
-- report as it was created. head = number: a change; head < base: an undo of base; base < head < number: a redo of head.
CREATE TABLE steps (
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  base INTEGER NOT NULL CHECK (base >= 0 AND base < number),
  head INTEGER NOT NULL CHECK (head >= 0 AND head <= number AND head <> base),
  at TEXT NOT NULL CHECK (at ${day}),
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;

-- before, after: JSON; NULL where there was, or is, nothing.
CREATE TABLE changes (
  report INTEGER NOT NULL,
  step INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  part TEXT NOT NULL CHECK (part IN ('figure', 'text', 'override', 'detail')),
  key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (report, step, position),
  FOREIGN KEY (report, step) REFERENCES steps (report, number) ON DELETE CASCADE,
  CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;
`

export const initial: Migration = {
  number: 1,
  name: 'initial',
  up: (db) => {
    db.exec(tables)
    db.pragma(`application_id = ${applicationId}`)
  },
}
