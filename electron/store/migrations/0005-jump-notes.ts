/** Version 5: why figures differ much from last year's, by cell. */
import type { Migration } from '../migrate.ts'

const column = `
ALTER TABLE reports ADD COLUMN jump_notes TEXT CHECK (jump_notes IS NULL OR json_valid(jump_notes));
`

export const jumpNotes: Migration = {
  number: 5,
  name: 'jump notes',
  up: (db) => {
    db.exec(column)
  },
}
