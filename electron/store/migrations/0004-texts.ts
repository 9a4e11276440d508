/** Version 4: how texts are begun: linked numbers, confirmed sentences, sub-headings of a unit, passages kept for reuse. */
import type { Migration } from '../migrate.ts'

const tables = `
ALTER TABLE reports ADD COLUMN text_links TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(text_links));
ALTER TABLE reports ADD COLUMN confirmed_sentences TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(confirmed_sentences));

ALTER TABLE units ADD COLUMN writing TEXT NOT NULL
  DEFAULT '{"subheadings":[],"numbersFollow":true}' CHECK (json_valid(writing));

-- Of no unit: a passage that was kept once is at hand in every report.
CREATE TABLE own_phrases (
  id INTEGER PRIMARY KEY,
  section TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  UNIQUE (section, text)
) STRICT;
`

export const texts: Migration = {
  number: 4,
  name: 'texts',
  up: (db) => {
    db.exec(tables)
  },
}
