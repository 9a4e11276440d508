/** Version 2: settings of a unit that are no part of its reports, fields of a reason that this version does not know, exports. */
import type { Migration } from '../migrate.ts'

/* step: the last step of the report when it was exported; with a later one it has been changed since. */
const tables = `
ALTER TABLE units ADD COLUMN settings TEXT NOT NULL DEFAULT '{"deadline":null,"contact":"","signature":""}' CHECK (json_valid(settings));

ALTER TABLE overrides ADD COLUMN extra TEXT CHECK (json_valid(extra));

CREATE TABLE exports (
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  step INTEGER NOT NULL CHECK (step >= 0),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;
`

export const settingsAndExports: Migration = {
  number: 2,
  name: 'settings and exports',
  up: (db) => {
    db.exec(tables)
  },
}
