/** Every migration, in order. A migration that was published is never changed; a new one is added at the end. */
import type { Migration } from '../migrate.ts'
import { initial } from './0001-initial.ts'
import { settingsAndExports } from './0002-settings-and-exports.ts'
import { documentChoices } from './0003-document-choices.ts'
import { texts } from './0004-texts.ts'
import { jumpNotes } from './0005-jump-notes.ts'
import { reported } from './0006-reported.ts'

export const allMigrations: readonly Migration[] = [
  initial,
  settingsAndExports,
  documentChoices,
  texts,
  jumpNotes,
  reported,
]
