/** The text of one paragraph: what is shown of its characters, the results of fields and not their instructions. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { Met } from '../notes.ts'
import { raised, struckMark } from '../source.ts'
import type { Look, Looks } from './characters.ts'
import type { Run } from './text.ts'

export interface InlineContext {
  readonly met: Map<Met, number>
  /** The fields that are open, which may run over paragraphs: their instruction is no text, their result is. */
  readonly fields: ('instruction' | 'result')[]
  readonly looks: Looks
  /** Called for a drawing, with its position in the text. */
  readonly drawing: (position: number) => void
}

export interface Inline {
  readonly text: string
  /** Whether the mark at the end was deleted: the next paragraph goes on in this one. */
  readonly markDeleted: boolean
}

/** Reads the runs of a paragraph of a style, its mark included. */
export function readInline(runs: Iterable<Run>, style: number, context: InlineContext): Inline {
  const base = context.looks.ofStyle(style)
  let text = ''
  let markDeleted = false
  for (const run of runs) {
    const look = context.looks.ofRun(run, style, base)
    markDeleted = look.deleted
    if (look.deleted) continue
    const shown = readRun(run, look, context)
    if (shown !== '') text += shownAs(shown, look, context)
  }
  return { text, markDeleted }
}

/** What a run's look says of its text: raised and lowered digits are notes, struck text is not simply there. */
function shownAs(text: string, look: Look, context: InlineContext): string {
  const shown = look.small ? raised(text) : text
  if (!look.struck && !look.doublyStruck) return shown
  count(context, 'struck')
  return struckMark + shown
}

const fieldMarks = { begin: '\u0013', separate: '\u0014', end: '\u0015' }

function readRun(run: Run, look: Look, context: InlineContext): string {
  const { fields } = context
  let shown = ''
  for (let index = 0; index < run.text.length; index += 1) {
    const character = run.text.charAt(index)
    if (character === fieldMarks.begin) begin(fields)
    else if (character === fieldMarks.separate) fields.splice(-1, 1, 'result')
    else if (character === fieldMarks.end) fields.pop()
    else if (!look.hidden && !fields.includes('instruction'))
      shown += shownCharacter(character, run.start + index, look, context)
  }
  return shown
}

function begin(fields: InlineContext['fields']): void {
  if (fields.length >= limits.fieldDepth) throw new Refused('tooDeep')
  fields.push('instruction')
}

/** Characters that are no text of their own ([MS-DOC] 2.4.1). */
const characters: Readonly<Record<string, string>> = { '\t': '\t', '\u000b': '\n', '\u000e': '\n', '\u001e': '-' }

function shownCharacter(character: string, position: number, look: Look, context: InlineContext): string {
  if (look.symbol !== undefined && (character === '(' || character < ' ')) return symbol(look.symbol)
  if (character >= ' ') return character
  if (look.special && character === '\u0001' && !look.data) count(context, 'picture')
  if (look.special && character === '\u0002') count(context, 'footnote')
  if (look.special && character === '\u0008') context.drawing(position)
  return characters[character] ?? ''
}

/** A character of a symbol font; one in the private use area has no meaning outside its font. */
const symbol = (code: number): string =>
  code < 0x20 || (code >= 0xe000 && code <= 0xf8ff) ? '\ufffd' : String.fromCharCode(code)

function count({ met }: InlineContext, kind: Met): void {
  met.set(kind, (met.get(kind) ?? 0) + 1)
}
