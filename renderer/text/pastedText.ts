/** Text from the clipboard, or dragged into a field: paragraphs stay, formatting goes. */
import { joinedLines } from './brokenLines.ts'
import { type HtmlText, saysMore } from './pastedHtml.ts'

const paragraphEnds = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g
const spaces = /[\t\u00a0\u2000-\u200a\u202f\u205f]+/g
/** Zero-width characters, soft hyphens, direction marks, object placeholders, and controls other than line ends. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]|(?![\n\t])\p{Cc}/gu
/** Bullets of symbol fonts, and letters only one machine knows: no other program would print them. */
const privateUse = /\p{Co}/gu

/**
 * The paragraphs of a pasted text. Word's soft line breaks become paragraphs, tabs and non-breaking spaces one space,
 * indents made of spaces go (the document indents by itself), blank lines between paragraphs go.
 */
export function pastedParagraphs(pasted: string): string[] {
  return pasted
    .replace(paragraphEnds, '\n')
    .replace(invisible, '')
    .replace(privateUse, '')
    .replace(spaces, ' ')
    .split('\n')
    .map((line) => line.replace(/^[ \u3000]+|[ \u3000]+$/g, ''))
    .filter((line) => line !== '')
}

/** What is put in, and what the clerk is told about it. */
export interface Pasted {
  readonly paragraphs: readonly string[]
  /** Whether the last paragraph was taken with its end. */
  readonly whole: boolean
  readonly notes: readonly string[]
  /** The paragraphs with the lines of a PDF joined; null where none look broken. */
  readonly joined: readonly string[] | null
}

/** Reads a pasted text; of both sides of the clipboard the formatted one only where it says more. */
export function readPasted(plain: string, html: HtmlText | null): Pasted {
  const better = html && saysMore(html) && pastedParagraphs(html.text).length > 0 ? html : null
  const source = better?.text ?? plain
  const paragraphs = pastedParagraphs(source)
  const joined = joinedLines(paragraphs)
  return { paragraphs, whole: /[\r\n\v\u2028\u2029]\s*$/.test(plain), notes: notesOf(source, better), joined }
}

function notesOf(source: string, html: HtmlText | null): string[] {
  const unknown = source.match(privateUse)?.length ?? 0
  return [
    ...(html && html.tables > 0 ? [`其中${html.tables}张表已改成逐行的文字，数字请填在表格里`] : []),
    ...(html && html.footnotes > 0 ? ['脚注和脚注标记没有粘贴'] : []),
    ...(html && html.deleted > 0 ? ['修订中已删除的文字和批注没有粘贴'] : []),
    ...(html && html.hidden > 0 ? ['隐藏的文字没有粘贴'] : []),
    ...(unknown > 0 ? [`去掉了${unknown}个别的电脑上显示不出的符号或造字，请核对`] : []),
  ]
}

interface Selected {
  readonly text: string
  readonly from: number
  readonly to: number
}

/**
 * Puts pasted paragraphs in the place of what is selected. Gives the new text and where the caret goes.
 * Whole paragraphs pasted in front of another one do not run into it.
 */
export function pasteInto(
  { text, from, to }: Selected,
  { paragraphs, whole }: Pick<Pasted, 'paragraphs' | 'whole'>,
): { text: string; caret: number } {
  if (paragraphs.length === 0) return { text, caret: to }
  const left = text.slice(0, from)
  const right = text.slice(to)
  const atStart = left === '' || left.endsWith('\n')
  const apart = whole && atStart && right !== '' && !right.startsWith('\n')
  const inserted = paragraphs.join('\n') + (apart ? '\n' : '')
  return { text: left + inserted + right, caret: left.length + inserted.length }
}
