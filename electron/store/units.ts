/** The units whose reports are in the file. */
import { type OwnSettings, ownSettingsSchema, type UnitSettings } from '../../shared/answers.ts'
import { type DocumentChoices, defaultChoices, documentChoicesSchema } from '../../shared/document/choices.ts'
import type { Unit } from '../../shared/report.ts'
import { type WritingSettings, writingSettingsSchema } from '../../shared/writing.ts'
import { Refusal } from './failures.ts'
import type { Connection } from './sqlite.ts'
import { checkStored, parseStored, unitKindSchema, unitLevelSchema } from './stored.ts'

export interface StoredUnit extends Unit {
  readonly id: number
  readonly archived: boolean
  readonly settings: UnitSettings
}

interface Row {
  readonly id: number
  readonly name: string
  readonly short_name: string | null
  readonly kind: string | null
  readonly level: string | null
  readonly archived_at: string | null
  readonly settings: string
  readonly document: string
  readonly writing: string
}

type Fields = [name: string, shortName: string | null, kind: string | null, level: string | null]

const fieldsOf = ({ name, shortName, kind, level }: Unit): Fields => [
  name.trim(),
  shortName ?? null,
  kind ?? null,
  level ?? null,
]

const unitOf = (row: Row): StoredUnit => ({
  id: row.id,
  archived: row.archived_at !== null,
  settings: {
    ...parseStored(ownSettingsSchema, row.settings),
    document: parseStored(documentChoicesSchema, row.document),
    writing: parseStored(writingSettingsSchema, row.writing),
  },
  name: row.name,
  ...(row.short_name !== null && { shortName: row.short_name }),
  ...(row.kind !== null && { kind: checkStored(unitKindSchema, row.kind) }),
  ...(row.level !== null && { level: checkStored(unitLevelSchema, row.level) }),
})

/** The table of units. Its functions throw refusals and SQLite's errors. */
export function unitTable(db: Connection) {
  const all = db.prepare<[], Row>('SELECT * FROM units ORDER BY id')
  const named = db.prepare<[string], { id: number }>('SELECT id FROM units WHERE name = ?')
  const insert = db.prepare<[...Fields, string, string]>(
    'INSERT INTO units (name, short_name, kind, level, created_at, document) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare<[...Fields, number]>(
    'UPDATE units SET name = ?, short_name = ?, kind = ?, level = ? WHERE id = ?',
  )
  const rename = db.prepare<[string, number]>('UPDATE units SET name = ? WHERE id = ?')
  const saveSettings = db.prepare<[string, number]>('UPDATE units SET settings = ? WHERE id = ?')
  const saveChoices = db.prepare<[string, number]>('UPDATE units SET document = ? WHERE id = ?')
  const saveWriting = db.prepare<[string, number]>('UPDATE units SET writing = ? WHERE id = ?')
  const removeReports = db.prepare<[number]>('DELETE FROM reports WHERE unit_id = ?')
  const remove = db.prepare<[number]>('DELETE FROM units WHERE id = ?')
  const archive = db.prepare<[string | null, number]>('UPDATE units SET archived_at = ? WHERE id = ?')

  function requireFreeName(name: string, id?: number): void {
    if (name.trim() === '') throw new Refusal('unitNameless')
    const holder = named.get(name.trim())
    if (holder && holder.id !== id) throw new Refusal('unitExists')
  }

  const requireOne = ({ changes }: { readonly changes: number }): void => {
    if (changes === 0) throw new Refusal('noSuchUnit')
  }

  return {
    list: (): StoredUnit[] => all.all().map(unitOf),
    create(unit: Unit, at: string): number {
      requireFreeName(unit.name)
      return Number(insert.run(...fieldsOf(unit), at, JSON.stringify(defaultChoices)).lastInsertRowid)
    },
    update(id: number, unit: Unit): void {
      requireFreeName(unit.name, id)
      requireOne(update.run(...fieldsOf(unit), id))
    },
    rename(id: number, name: string): void {
      requireFreeName(name, id)
      requireOne(rename.run(name.trim(), id))
    },
    /** Only these fields: a row with more than it knows is refused when it is read again. */
    saveSettings: (id: number, { deadline, contact, signature }: OwnSettings): void =>
      requireOne(saveSettings.run(JSON.stringify({ deadline, contact, signature }), id)),
    saveChoices: (id: number, choices: DocumentChoices): void =>
      requireOne(saveChoices.run(JSON.stringify(choices), id)),
    saveWriting: (id: number, writing: WritingSettings): void =>
      requireOne(saveWriting.run(JSON.stringify(writing), id)),
    /** Takes the unit away with all its reports. */
    remove(id: number): void {
      removeReports.run(id)
      requireOne(remove.run(id))
    },
    /** Archived since `at`, or in use again where it is null. */
    archive: (id: number, at: string | null): void => requireOne(archive.run(at, id)),
  }
}
