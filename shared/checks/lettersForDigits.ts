/** W7: letters that look like digits in a number with a unit (2O25年, l2件), and a year with a blank in it (20 25年). */
import { type Fault, replace } from './inText.ts'

/** O2O is a word of its own. */
const mixed =
  /(?<![A-Za-z\d０-９.])(?!O2O)(?=[OoIl]*\d)(?=\d*[OoIl])[\dOoIl]{2,}(?=\s*(?:年|月|日|件|条|次|份|元|人次|期|个))/g
const brokenYear = /(?<![\d０-９.])20[ \u00a0\u3000]+[1-4]\d(?=年)/g

const digitOf: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' }

/** Numbers with letters or blanks in them. */
export const lettersForDigits = (text: string): Fault[] => [
  ...[...text.matchAll(mixed)].map(({ 0: written, index }) =>
    fault(
      text,
      index,
      written,
      written.replaceAll(/[OoIl]/g, (letter) => digitOf[letter] ?? letter),
      '里有字母',
    ),
  ),
  ...[...text.matchAll(brokenYear)].map(({ 0: written, index }) =>
    fault(text, index, written, written.replaceAll(/\s/g, ''), '中间有空格'),
  ),
]

const fault = (text: string, from: number, written: string, right: string, what: string): Fault => ({
  rule: 'W7',
  severity: 'warning',
  from,
  to: from + written.length,
  message: `数字“${written}”${what}。`,
  advice: `请核对，一般写作“${right}”。`,
  mend: replace(text, from, from + written.length, right, `改为“${right}”`),
})
