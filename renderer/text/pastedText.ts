/** Text from the clipboard: paragraphs stay, formatting goes. */

const paragraphEnds = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g
const spaces = /[\t\u00a0\u2000-\u200a\u202f\u205f]+/g
/** Zero-width characters, soft hyphens, direction marks, object placeholders, and controls other than line ends. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc]|(?![\n\t])\p{Cc}/gu

/**
 * The paragraphs of a pasted text. Word's soft line breaks become paragraphs, tabs and non-breaking spaces one space,
 * indents made of spaces go (the document indents by itself), blank lines between paragraphs go.
 */
export function pastedParagraphs(pasted: string): string[] {
  return pasted
    .replace(paragraphEnds, '\n')
    .replace(invisible, '')
    .replace(spaces, ' ')
    .split('\n')
    .map((line) => line.replace(/^[ \u3000]+|[ \u3000]+$/g, ''))
    .filter((line) => line !== '')
}

interface Selected {
  readonly text: string
  readonly from: number
  readonly to: number
}

/**
 * Puts a pasted text in the place of what is selected. Gives the new text and where the caret goes.
 * Whole paragraphs pasted in front of another one do not run into it.
 */
export function pasteInto({ text, from, to }: Selected, pasted: string): { text: string; caret: number } {
  const paragraphs = pastedParagraphs(pasted)
  if (paragraphs.length === 0) return { text, caret: to }
  const left = text.slice(0, from)
  const right = text.slice(to)
  const atStart = left === '' || left.endsWith('\n')
  const whole = /[\r\n\v\u2028\u2029]\s*$/.test(pasted)
  const apart = whole && atStart && right !== '' && !right.startsWith('\n')
  const inserted = paragraphs.join('\n') + (apart ? '\n' : '')
  return { text: left + inserted + right, caret: left.length + inserted.length }
}
