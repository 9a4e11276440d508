/**
 * Where one report of a file ends and the next begins: last year's and the year before's one after the other, or those of
 * several units. Their figures are never mixed.
 */
import type { Form, TableId } from '../../../shared/forms/form.ts'
import { editions, formOf } from '../../../shared/forms/lookup.ts'
import type { SourceBlock } from '../source.ts'
import { yearIn } from './dates.ts'
import { headingOf } from './headings.ts'
import type { Matcher } from './matching.ts'
import { findTitle, officialYear, unitOfTitle } from './title.ts'

/** Blocks `from` to before `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A table of the file that is a table of the form. */
interface Met {
  readonly block: number
  readonly ids: readonly TableId[]
  readonly edition: Form['edition']
  readonly keys: ReadonlySet<string>
}

/** Cuts a document into its reports; one stretch where there is but one. */
export function reportsIn(blocks: readonly SourceBlock[], matcher: Matcher): readonly Stretch[] {
  const met = tablesMet(blocks, matcher)
  const starts = [0]
  let begun = { identity: identityBefore(blocks, 0, met[0]?.block ?? 0), tables: [] as Met[] }
  met.forEach((table, index) => {
    const before = met[index - 1]
    const start = before ? startBetween(blocks, { before, table, rest: met.slice(index) }, begun) : undefined
    if (start !== undefined) {
      starts.push(start)
      begun = { identity: identityBefore(blocks, start, table.block), tables: [] }
    }
    begun.tables.push(table)
  })
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? blocks.length }))
}

/** The tables of the form, each in the edition it fits best; where it fits both, in that of the table before it. */
function tablesMet(blocks: readonly SourceBlock[], matcher: Matcher): Met[] {
  const met: Met[] = []
  let index = -1
  blocks.forEach((block, at) => {
    if (block.type !== 'table') return
    index += 1
    const found = editions.map((edition): Met => {
      const uses = matcher.usesOf(formOf(edition), { table: block, index })
      const keys = new Set(uses.flatMap(({ result }) => [...result.keys]))
      return { block: at, ids: uses.map(({ table }) => table.id), edition, keys }
    })
    const most = Math.max(...found.map(({ keys }) => keys.size))
    const best = found.filter(({ keys }) => keys.size === most)
    const fitting = best.find(({ edition }) => edition === met.at(-1)?.edition) ?? best[0]
    if (fitting && most > 0) met.push(fitting)
  })
  return met
}

/** The unit and year that a title names. */
interface Identity {
  readonly unit: string
  readonly year: number
}

interface Begun {
  readonly identity: Identity | undefined
  readonly tables: readonly Met[]
}

interface Gap {
  readonly before: Met
  readonly table: Met
  /** From the table on. */
  readonly rest: readonly Met[]
}

/** The block with which another report begins between two tables; undefined where the same report goes on. */
function startBetween(blocks: readonly SourceBlock[], gap: Gap, begun: Begun): number | undefined {
  const { before, table } = gap
  const repeated = repeats(table, begun.tables)
  const title = titleBetween(blocks, before.block + 1, table.block)
  const other = title && begun.identity && differs(title.identity, begun.identity)
  if (title && (repeated || other)) return title.block
  if (!repeated) return undefined
  const overview = overviewBetween(blocks, before.block + 1, table.block)
  if (overview !== undefined) return overview
  return repeatsWhole(gap, begun.tables) ? lastHeadingBetween(blocks, before.block + 1, table.block) : undefined
}

/** Whether a table was there already; the rest of one that was broken in two brings new figures. */
function repeats(table: Met, tables: readonly Met[]): boolean {
  const same = tables.filter(({ ids }) => ids.some((id) => table.ids.includes(id)))
  if (same.length === 0) return false
  if (same.every(({ edition }) => edition !== table.edition)) return true
  const known = new Set(same.flatMap(({ keys }) => [...keys]))
  const again = [...table.keys].filter((key) => known.has(key)).length
  return again * 2 >= table.keys.size
}

/** Without any text between them: the tables two, three, four, and then again two, three, four. */
function repeatsWhole({ table, rest }: Gap, tables: readonly Met[]): boolean {
  const kinds = (of: readonly Met[]) => new Set(of.flatMap(({ ids }) => ids))
  return kinds(tables).size > 1 && kinds(rest).size > 1 && tables[0]?.ids[0] === table.ids[0]
}

const differs = (a: Identity, b: Identity): boolean =>
  a.year !== 0 && b.year !== 0 && (a.year !== b.year || (a.unit !== '' && b.unit !== '' && a.unit !== b.unit))

interface Line {
  readonly text: string
  readonly block: number
}

const linesBetween = (blocks: readonly SourceBlock[], from: number, to: number): Line[] =>
  blocks
    .slice(from, to)
    .flatMap((block, index) =>
      block.type === 'paragraph' && block.text.trim() !== '' ? [{ text: block.text, block: from + index }] : [],
    )

/** 3. 编制2024年政府信息公开工作年度报告 is a heading in a text. */
const numbered = /^\s*[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/

/** The last title with a year before the last beginning of a section one, or the last one of all. */
function titleBetween(
  blocks: readonly SourceBlock[],
  from: number,
  to: number,
): { readonly block: number; readonly identity: Identity } | undefined {
  const lines = linesBetween(blocks, from, overviewBetween(blocks, from, to) ?? to)
  let found: { readonly block: number; readonly identity: Identity } | undefined
  for (let rest = lines; rest.length > 0; ) {
    const title = findTitle(rest.map(({ text }) => text))
    const first = title && rest[title.first]
    if (!title || !first) break
    const identity = identityOf(title.title)
    if (identity.year !== 0 && !numbered.test(title.title)) found = { block: first.block, identity }
    rest = rest.slice(title.next)
  }
  return found
}

const identityOf = (title: string): Identity => ({
  unit: unitOfTitle(title),
  year: officialYear(title) ?? yearIn(title) ?? 0,
})

function identityBefore(blocks: readonly SourceBlock[], from: number, to: number): Identity | undefined {
  const title = findTitle(linesBetween(blocks, from, to).map(({ text }) => text))
  return title && identityOf(title.title)
}

const form = formOf('2021')

/** The last heading 一、总体情况. */
const overviewBetween = (blocks: readonly SourceBlock[], from: number, to: number): number | undefined =>
  linesBetween(blocks, from, to).findLast(({ text }) => headingOf(form, text)?.section === 'overview')?.block

/** The last heading of a section, or the table itself. */
const lastHeadingBetween = (blocks: readonly SourceBlock[], from: number, to: number): number =>
  linesBetween(blocks, from, to).findLast(({ text }) => headingOf(form, text) !== undefined)?.block ?? to
