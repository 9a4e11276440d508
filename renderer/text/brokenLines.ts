/** Lines of a PDF, which end where the paper ended and not where the paragraph did. */
import { levelOf } from '../../shared/narrative/levels.ts'
import { glue } from './pastedHtml.ts'

/** Chinese characters count two, others one, as in a line of print. */
const widthOf = (line: string): number =>
  [...line].reduce(
    (sum, letter) => sum + (/[\u1100-\u115f\u2e80-\uffef“”‘’…—]/.test(letter) || letter.length > 1 ? 2 : 1),
    0,
  )

const endsSentence = /[。！？；：!?;:…][”’』」）)》】]*$/

/** A line of print has at least about 15 Chinese characters, and a broken one nearly fills it. */
const leastWidth = 30
const nearlyFull = 0.85

/** Whether a line goes on in the next: it fills the width, ends no sentence, and no heading follows. */
function goesOn(line: string, next: string | undefined, width: number): boolean {
  return (
    next !== undefined && widthOf(line) >= width * nearlyFull && !endsSentence.test(line) && levelOf(next).level === 0
  )
}

/** Joins lines that were broken by the paper into paragraphs; gives null where they do not look so. */
export function joinedLines(lines: readonly string[]): string[] | null {
  const width = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0)
  if (width < leastWidth) return null
  const joined: string[] = []
  let broken = 0
  let open = false
  lines.forEach((line, index) => {
    const before = joined.at(-1)
    if (open && before !== undefined) joined[joined.length - 1] = before + glue(before, line) + line
    else joined.push(line)
    open = goesOn(line, lines[index + 1], width)
    if (open) broken += 1
  })
  // One long line without a full stop is a heading or a list more often than a broken paragraph.
  return broken >= 2 ? joined : null
}
