/** Text of inline elements put together as a browser shows it: white space collapsed, lines where they are broken. */
import { parted, struckMark } from '../source.ts'
import type { Look } from './look.ts'

/** Chinese characters and their punctuation: a line of the file that is broken between two of them leaves no space. */
const wide = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export class LineText {
  #text = ''
  /** Kept apart: to ask a long text for its last character copies all of it. */
  #last = '\n'
  #pending: '' | ' ' | '\n' = ''
  #struck = false
  #faint = false
  /** How many characters stand in links or menus. */
  linked = 0
  struckRuns = 0

  /** Adds the text of one node. */
  add(source: string, look: Look): void {
    const text = look.raised ? source.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit) : source
    if (look.preformatted) this.#write(text.replace(/\r\n?/g, '\n'), look)
    else
      for (const piece of text.split(/([ \t\n\f\r]+)/)) {
        if (piece === '') continue
        if (!/^[ \t\n\f\r]/.test(piece)) this.#write(piece, look)
        else if (this.#pending !== '\n') this.#pending = piece.includes('\n') || piece.includes('\r') ? '\n' : ' '
      }
  }

  /** A `<br>`. */
  break(): void {
    this.#pending = ''
    this.#text += '\n'
    this.#last = '\n'
  }

  /** The text so far; the next begins anew. */
  take(): string {
    const text = this.#text.replace(/[ \t]+(?=\n)/g, '').trim() === '' ? '' : this.#text.replace(/^\n+|\n+$/g, '')
    this.#text = ''
    this.#last = '\n'
    this.#pending = ''
    this.#struck = false
    return text
  }

  #write(piece: string, look: Look): void {
    const joined = this.#pending === '\n' && wide.test(this.#last) && wide.test(piece[0] ?? '')
    if (this.#pending !== '' && this.#last !== '\n' && !joined) this.#text += ' '
    this.#pending = ''
    if (look.struck && !this.#struck) {
      this.#text += struckMark
      this.struckRuns += 1
    }
    this.#struck = look.struck
    if (look.faint !== this.#faint) this.#text += parted(this.#last, piece)
    this.#faint = look.faint
    this.#text += piece
    this.#last = piece.at(-1) ?? this.#last
    if (look.linked) this.linked += piece.length
  }
}
