/**
 * W4: brackets and quotation marks of which one is missing or turned the wrong way. W3: half-width ones among Chinese.
 *
 * A pair may begin in one paragraph and end in the next, as where a page broke it.
 */
import { type NarrativeId, narrativeIds, type Report } from '../report.ts'
import { documentNumbers } from './documentNumbers.ts'
import type { Finding } from './finding.ts'
import { atPlace, certainly, cited, type Letters, perText, replace, wholeTexts } from './inText.ts'

const closingOf: Readonly<Record<string, string>> = {
  '（': '）',
  '(': '）',
  '《': '》',
  '“': '”',
  '‘': '’',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '[': '］',
  '［': '］',
}
/** Closing marks, each with the one that its kind is known by: ) is a ）. */
const kindOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'）》”’】〕」』］'].map((mark) => [mark, mark])),
  ')': '）',
  ']': '］',
}
const openingOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(closingOf)
    .filter(([opening]) => !'(['.includes(opening))
    .map(([opening, closing]) => [closing, opening]),
)
const anyMark = /[（(《“‘【〔「『[［）)》”’】〕」』\]］"]/g

interface Mark {
  readonly mark: string
  readonly paragraph: number
  readonly at: number
}

interface Pair {
  readonly opening: Mark
  readonly closing: Mark
}

/** A mark that has no other, with the mark that should stand there instead, where that is certain. */
interface Lone extends Mark {
  readonly instead?: string
}

interface PairFault {
  readonly rule: 'W3' | 'W4'
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly message: string
  readonly advice: string
  readonly mend?: Letters
}

/** Brackets and quotation marks of all texts. */
export const checkPairs = ({ narrative }: Report): Finding[] =>
  narrativeIds.flatMap((section: NarrativeId) =>
    faultsOf(narrative[section]).map(({ rule, paragraph, from, to, message, advice, mend }) =>
      atPlace(rule, 'warning', { section, paragraph, from, to }, [message, advice], mend),
    ),
  )

const faultsOf = perText((text: string): PairFault[] => {
  const paragraphs = text.split('\n')
  const marks = paragraphs.flatMap(marksOf)
  const { pairs, lone } = pairUp(marks)
  return [
    ...lone
      .filter((mark) => !isItemNumber(mark, paragraphs[mark.paragraph] ?? ''))
      .map((mark) => loneFault(paragraphs[mark.paragraph] ?? '', certain(mark, marks, lone.length))),
    ...pairs.flatMap((pair) => halfWidthPair(paragraphs[pair.opening.paragraph] ?? '', pair)),
    ...paragraphs.flatMap((line, paragraph) =>
      straightQuotes(line, paragraph).map((fault) =>
        // Which marks belong together is not certain while one is missing.
        lone.some((mark) => mark.paragraph === paragraph && /[“”‘’]/.test(mark.mark)) ? withoutMend(fault) : fault,
      ),
    ),
  ].sort((a, b) => a.paragraph - b.paragraph || a.from - b.from)
}, wholeTexts)

/** 1）, a), 一）: the number of an item has no opening bracket. */
const itemNumber = /(?:^|[：:；;。，,、\s])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/
const apostrophe = /[a-zA-Z]’[a-zA-Z]/

function marksOf(text: string, paragraph: number): Mark[] {
  const said = documentNumbers(text)
  return [...text.matchAll(anyMark)].flatMap(({ 0: mark, index: at }) => {
    if (said.some(({ from, to }) => at >= from && at < to)) return []
    if (mark === '"') return []
    if (mark === '’' && apostrophe.test(text.slice(at - 1, at + 2))) return []
    return [{ mark, paragraph, at }]
  })
}

const isItemNumber = ({ mark, at }: Mark, text: string): boolean =>
  kindOf[mark] === '）' && itemNumber.test(text.slice(0, at))

/** Finds the pairs, and the marks that are left over. */
function pairUp(marks: readonly Mark[]): { pairs: Pair[]; lone: Lone[] } {
  const pairs: Pair[] = []
  const lone: Lone[] = []
  let open: Mark[] = []
  marks.forEach((mark, index) => {
    lone.push(...open.filter(({ paragraph }) => paragraph < mark.paragraph - 1))
    open = open.filter(({ paragraph }) => paragraph >= mark.paragraph - 1)
    const kind = kindOf[mark.mark]
    if (kind === undefined) {
      const turned = isTurned(open.at(-1), mark, marks[index + 1])
      if (turned) lone.push({ ...mark, instead: closingOf[mark.mark] ?? '' })
      open = turned ? open.slice(0, -1) : [...open, mark]
      return
    }
    const at = open.findLastIndex((one) => closingOf[one.mark] === kind)
    const opening = open[at]
    if (!opening) {
      lone.push(mark)
      return
    }
    pairs.push({ opening, closing: mark })
    lone.push(...open.slice(at + 1))
    open = open.slice(0, at)
  })
  return { pairs, lone: turned([...lone, ...open]) }
}

/** “办事“: an opening quotation mark where the one before is still open, and no closing one follows. */
const isTurned = (open: Mark | undefined, mark: Mark, next: Mark | undefined): boolean =>
  /[“‘]/.test(mark.mark) &&
  open?.mark === mark.mark &&
  open.paragraph === mark.paragraph &&
  !(next?.paragraph === mark.paragraph && next.mark === closingOf[mark.mark])

/** ”办事”: of two closing quotation marks without an opening one the first is turned the wrong way. */
function turned(lone: readonly Lone[]): Lone[] {
  const sorted = [...lone].sort((a, b) => a.paragraph - b.paragraph || a.at - b.at)
  const done: Lone[] = []
  for (let index = 0; index < sorted.length; index += 1) {
    const [mark, next] = [sorted[index], sorted[index + 1]]
    if (!mark) break
    const twice = next && next.mark === mark.mark && next.paragraph === mark.paragraph && /[”’]/.test(mark.mark)
    done.push(twice ? { ...mark, instead: openingOf[mark.mark] ?? '' } : mark)
    if (twice) index += 1
  }
  return done
}

/** The mark with what should stand instead of it only where all is paired better then. */
function certain(lone: Lone, marks: readonly Mark[], count: number): Lone {
  const { instead, ...mark } = lone
  if (instead === undefined) return lone
  const isIt = ({ paragraph, at }: Mark) => paragraph === lone.paragraph && at === lone.at
  const mended = marks.map((one) => (isIt(one) ? { ...one, mark: instead } : one))
  return pairUp(mended).lone.length < count ? lone : mark
}

function loneFault(text: string, { mark, paragraph, at, instead }: Lone): PairFault {
  const isOpening = closingOf[mark] !== undefined
  const missing = isOpening ? closingOf[mark] : openingOf[kindOf[mark] ?? '']
  const around = text.slice(isOpening ? at : Math.max(0, at - 6), at + (isOpening ? 7 : 1))
  return {
    rule: 'W4',
    paragraph,
    from: at,
    to: at + 1,
    message: instead ? `「${around}」处的引号方向不对。` : `「${around}」处的${nameOf(mark)}没有配对。`,
    advice: instead ? `请把这一个改为${instead}。` : `请补上${missing}，或者删去这一个。`,
    ...(instead && { mend: replace(text, at, at + 1, instead, `改为${instead}`) }),
  }
}

const nameOf = (mark: string): string =>
  /[“”‘’「」『』]/.test(mark) ? '引号' : /[《》]/.test(mark) ? '书名号' : '括号'

const han = /\p{Script=Han}/u
const wide: Readonly<Record<string, string>> = { '(': '（', ')': '）' }

/** （一) and (一): brackets of Chinese text are full-width. Those around Latin letters or in addresses are not Chinese text. */
function halfWidthPair(text: string, { opening, closing }: Pair): PairFault[] {
  const half = [opening, closing].filter(({ mark }) => wide[mark] !== undefined)
  if (half.length === 0 || opening.paragraph !== closing.paragraph) return []
  const [from, to] = [opening.at, closing.at + 1]
  const inside = text.slice(from + 1, to - 1)
  const among = han.test(inside) || (han.test(text[from - 1] ?? '') && han.test(text[to] ?? ''))
  const numbered = from === 0 && han.test(text[to] ?? '')
  if (half.length === 2 && !among && !numbered) return []
  const kept = `（${inside}）`
  return [
    {
      rule: 'W3',
      paragraph: opening.paragraph,
      from,
      to,
      message: `${cited(text.slice(from, to))}用了半角括号。`,
      advice: '中文里请用全角括号“（）”。',
      mend: certainly(replace(text, from, to, kept, '改为全角括号')),
    },
  ]
}

const withoutMend = ({ mend: _, ...fault }: PairFault): PairFault => fault

const straightPair = /"([^"]*)"?/g

function straightQuotes(text: string, paragraph: number): PairFault[] {
  const paired = (text.split('"').length - 1) % 2 === 0
  return [...text.matchAll(straightPair)].flatMap(({ 0: whole, 1: inside = '', index }): PairFault[] => {
    const closed = whole.endsWith('"') && whole.length > 1
    if (!han.test(text)) return []
    const to = index + (closed ? whole.length : 1)
    if (!closed) {
      return [
        {
          rule: 'W4',
          paragraph,
          from: index,
          to,
          message: `${cited(whole)}处的引号没有配对。`,
          advice: '请补上另一个引号，或者删去这一个。',
        },
      ]
    }
    if (!han.test(inside)) return []
    // While one is missing, which belong together is a guess.
    const as = paired ? certainly : (letters: Letters) => letters
    const [left, right] = isInQuotation(text.slice(0, index)) ? '‘’' : '“”'
    return [
      {
        rule: 'W3',
        paragraph,
        from: index,
        to,
        message: `${cited(inside)}用了半角引号。`,
        advice: `中文里请用引号${left}${right}。`,
        mend: as(replace(text, index, to, `${left}${inside}${right}`, '改为中文引号')),
      },
    ]
  })
}

/** A quotation within a quotation has single marks (GB/T 15834-2011 4.8). */
const isInQuotation = (before: string): boolean => before.lastIndexOf('“') > before.lastIndexOf('”')
