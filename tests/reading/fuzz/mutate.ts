/** Damages files: their bytes, their markup, and the parts of a zip file before it is zipped again. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from './random.ts'

/** A damaged file. `outside`: no text of a cell was touched, so that no number may change in silence. */
export interface Mutant {
  readonly bytes: Buffer
  readonly how: string
  readonly outside: boolean
}

const joined = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts)

type Damage = 'flip' | 'set' | 'zero' | 'delete' | 'repeat' | 'move' | 'cut'

const inPlace: readonly [Damage, ...Damage[]] = ['flip', 'flip', 'set', 'set', 'zero']
const shifting: readonly [Damage, ...Damage[]] = ['flip', 'set', 'delete', 'repeat', 'move', 'cut']

/**
 * Some bytes turned over, set, cut out, repeated or moved; or the rest of the file lost. Mostly every byte stays at its
 * place: a format whose parts refer to places is soon no file at all.
 */
export function damagedBytes(file: Uint8Array, random: Random): Mutant {
  const kinds = random.below(4) === 0 ? shifting : inPlace
  let bytes: Buffer = Buffer.from(file)
  const how: string[] = []
  for (let left = 1 + random.below(6); left > 0 && bytes.length > 0; left -= 1) {
    const at = random.below(bytes.length)
    const size = 1 + random.below(random.oneOf([4, 64, 1024]))
    const kind = random.oneOf(kinds)
    how.push(`${kind} ${at}+${size}`)
    const [before, block, after] = [bytes.subarray(0, at), bytes.subarray(at, at + size), bytes.subarray(at + size)]
    if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    else if (kind === 'set') bytes[at] = random.oneOf([0, 1, 0x7f, 0x80, 0xff, random.below(256)])
    else if (kind === 'delete') bytes = joined(before, after)
    else if (kind === 'repeat') bytes = joined(before, block, block, after)
    else if (kind === 'zero') block.fill(0)
    else if (kind === 'move') bytes = joined(before, after.subarray(0, size), block, after.subarray(size))
    else if (random.below(4) === 0) bytes = Buffer.from(before)
  }
  return { bytes, how: how.join(', '), outside: false }
}

/** The places of markup that hold no text of a cell: the tags, without those whose names are in `never`. */
const tagsOf = (text: string, never: RegExp): { at: number; tag: string }[] =>
  [...text.matchAll(/<[^<>]+>/g)].map(({ 0: tag, index }) => ({ at: index, tag })).filter(({ tag }) => !never.test(tag))

/** Numbers that readers of markup have stumbled over. */
const numbers = ['0', '1', '2', '3', '7', '-1', '99', '65536', '4294967296', '1e9', '', 'x'] as const

/**
 * Markup damaged in its tags alone: numbers of attributes changed, attributes lost, tags lost, repeated or renamed. Tags
 * whose names match `never` stay as they are, because they are or refer to text.
 */
export function damagedTags(text: string, random: Random, never: RegExp): { text: string; how: string } {
  let changed = text
  const how: string[] = []
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const tags = tagsOf(changed, never)
    const chosen = tags[random.below(tags.length)]
    if (!chosen) break
    const { at, tag } = chosen
    // Half a pair of tags makes XML that no reader takes: mostly a whole element goes.
    const whole = tag.endsWith('/>') || random.below(10) === 0
    const kind = whole
      ? random.oneOf(['number', 'attribute', 'lose', 'repeat', 'rename', 'empty'])
      : random.oneOf(['number', 'number', 'attribute'])
    const other = damagedTag(tag, kind, random)
    how.push(`${kind} at ${at}: ${tag} to ${other}`)
    changed = changed.slice(0, at) + other + changed.slice(at + tag.length)
  }
  return { text: changed, how: how.join('; ') }
}

function damagedTag(tag: string, kind: string, random: Random): string {
  if (kind === 'number') return tag.replace(/(=["']?)-?\d+/, (_, start) => start + random.oneOf(numbers))
  if (kind === 'attribute') return tag.replace(/\s[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s>]+)/, '')
  if (kind === 'lose') return ''
  if (kind === 'repeat') return tag + tag
  if (kind === 'rename') return tag.replace(/(\w)(?=[\s/>])/, 'x')
  return tag.endsWith('/>') ? tag : tag.replace(/>$/, '/>')
}

/** Text damaged as text: characters changed for those that mean something, lines cut, repeated, joined. */
export function damagedText(text: string, random: Random): { text: string; how: string } {
  let changed = text
  const how: string[] = []
  for (let left = 1 + random.below(5); left > 0; left -= 1) {
    const at = random.below(changed.length + 1)
    const size = 1 + random.below(random.oneOf([2, 40, 600]))
    const kind = random.oneOf(['insert', 'insert', 'delete', 'repeat', 'move'])
    const block = changed.slice(at, at + size)
    how.push(`${kind} ${at}+${size}`)
    const [before, after] = [changed.slice(0, at), changed.slice(at + size)]
    if (kind === 'insert') changed = before + random.oneOf(special) + changed.slice(at)
    else if (kind === 'delete') changed = before + after
    else if (kind === 'repeat') changed = before + block + block + after
    else changed = block + before + after
  }
  return { text: changed, how: how.join(', ') }
}

const special = [
  '<',
  '>',
  '&',
  '&#0;',
  '</td>',
  '<table>',
  '\t',
  '\n',
  '\u0000',
  '\ufffd',
  '9',
  '，',
  '\u202e',
  '"',
] as const

/** Zip files taken apart, one part of them damaged, and zipped again. */
export interface ZipPlan {
  /** The parts with the tables, first the most telling one. */
  readonly parts: readonly [string, ...string[]]
  readonly never: RegExp
}

/** Half of the mutants are damaged in their tags alone, a quarter in their text, a quarter in the bytes of the file. */
export function damagedZip(file: Uint8Array, random: Random, { parts, never }: ZipPlan): Mutant {
  const way = random.below(4)
  if (way === 0) return damagedBytes(file, random)
  const unzipped = unzipSync(file)
  const name = random.oneOf([parts[0], parts[0], ...parts])
  const part = unzipped[name]
  if (!part) return damagedBytes(file, random)
  const xml = strFromU8(part)
  const { text, how } = way === 1 ? damagedText(xml, random) : damagedTags(xml, random, never)
  const bytes = Buffer.from(zipSync({ ...unzipped, [name]: strToU8(text) }, { level: 1 }))
  return { bytes, how: `${name}: ${how}`, outside: way > 1 }
}

/** Markup that is a file of its own. */
export function damagedMarkup(file: Buffer, random: Random, never: RegExp): Mutant {
  const way = random.below(4)
  if (way === 0) return damagedBytes(file, random)
  const source = file.toString('utf8')
  const { text, how } = way === 1 ? damagedText(source, random) : damagedTags(source, random, never)
  return { bytes: Buffer.from(text), how, outside: way > 1 }
}

/** A file of plain text. */
export function damagedPlain(file: Buffer, random: Random): Mutant {
  if (random.below(3) === 0) return damagedBytes(file, random)
  const { text, how } = damagedText(file.toString('utf8'), random)
  return { bytes: Buffer.from(text), how, outside: false }
}
