/** Version 3: what each unit has decided about the layout of its document. */
import type { Migration } from '../migrate.ts'

/* A column of its own: saving the other settings of a unit never writes over a choice, nor the other way round. */
const tables = `
ALTER TABLE units ADD COLUMN document TEXT NOT NULL
  DEFAULT '{"fonts":"system","numerals":"latin","pageNumber":"outside","seal":"sealed","note":"","applicationsTable":"portrait","signOff":{"place":"none","preparer":"","reviewer":"","phone":""}}'
  CHECK (json_valid(document));
`

export const documentChoices: Migration = {
  number: 3,
  name: 'document choices',
  up: (db) => {
    db.exec(tables)
  },
}
