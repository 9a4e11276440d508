/** Passages that the clerk keeps for reuse. */
import type { NarrativeId } from '../../shared/report.ts'
import { type OwnPhrase, ownPhraseSchema } from '../../shared/writing.ts'
import type { Connection } from './sqlite.ts'
import { checkStored } from './stored.ts'

export type NewPhrase = Omit<OwnPhrase, 'id'>

/** The table of kept passages. Its functions throw refusals and SQLite's errors. */
export function ownPhraseTable(db: Connection) {
  const all = db.prepare<[], unknown>('SELECT id, section, name, text FROM own_phrases ORDER BY id')
  const insert = db.prepare<[NarrativeId, string, string]>(
    'INSERT OR IGNORE INTO own_phrases (section, name, text) VALUES (?, ?, ?)',
  )
  const rename = db.prepare<[string, number]>('UPDATE own_phrases SET name = ? WHERE id = ?')
  const remove = db.prepare<[number]>('DELETE FROM own_phrases WHERE id = ?')
  return {
    list: (): OwnPhrase[] => all.all().map((row) => checkStored(ownPhraseSchema, row)),
    /** A passage that is kept already for the section is not kept twice. */
    keep({ section, name, text }: NewPhrase): void {
      insert.run(section, name.trim(), text.toWellFormed())
    },
    rename(id: number, name: string): void {
      rename.run(name.trim(), id)
    },
    remove(id: number): void {
      remove.run(id)
    },
  }
}
