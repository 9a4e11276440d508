/**
 * W2: two marks where one belongs (。。 ；。). W3: half-width marks among Chinese letters (GB/T 15834-2011: Chinese text has
 * Chinese marks). W5: a 、 or ， with nothing behind it. W6: blanks between Chinese letters.
 */
import { levelOf } from '../narrative/levels.ts'
import { certainly, cited, type Fault, type Letters, replace } from './inText.ts'

const fullWidth: Readonly<Record<string, string>> = {
  '．': '。',
  '｡': '。',
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
}
const widened = (mark: string): string => fullWidth[mark] ?? mark

const mark = '[，。；：、！？,;:!?]'
const blank = '[ \\u00a0\\u3000]'
const han = /\p{Script=Han}/u
const hanOrClosing = /[\p{Script=Han}”’）》】〕]/u

/** Two or more marks in a row, with blanks between them or none. */
const marksInARow = new RegExp(`${mark}(?:${blank}*${mark})+`, 'g')
const chineseMark = /[，。；：、！？]/

/** W2, and W5 where the first of the marks is a 、: 甲、乙、。 */
export function doubledMarks(text: string): Fault[] {
  return [...text.matchAll(marksInARow)].flatMap(({ 0: run, index }) => {
    const among = chineseMark.test(run) || han.test(text[index - 1] ?? '')
    const marks = [...run].map(widened).filter((letter) => letter.trim() !== '')
    if (!among || marks.every((one) => one === '！' || one === '？')) return []
    const kept = standing(keptMark(marks), text.slice(index + run.length))
    const dangling = marks.length === 2 && marks[0] === '、' && marks[1] !== '、'
    // 。。 is a slip of the finger; which of ；。 was meant, only the person knows.
    const typedTwice = marks.length === 2 && marks[0] === marks[1] && kept === marks[0]
    const as = typedTwice ? certainly : (letters: Letters) => letters
    const message = dangling ? `${cited(run)}前面的“、”后面没有列举的内容。` : `${cited(run)}重复使用了标点。`
    return [
      {
        rule: dangling ? 'W5' : 'W2',
        severity: 'warning',
        from: index,
        to: index + run.length,
        message,
        advice: kept === null ? '请只留一个标点。' : kept === '' ? '请删去。' : `请改为“${kept}”。`,
        ...(kept !== null && {
          mend: as(replace(text, index, index + run.length, kept, kept === '' ? '删去标点' : `改为“${kept}”`)),
        }),
      },
    ]
  })
}

/** What is kept of a run of marks before the rest of the paragraph: a 、 that lists nothing is taken out. */
function standing(kept: string | null, rest: string): string | null {
  if (kept === null || !isDangling(`${kept}${rest}`)) return kept
  return rest.trim() === '' ? null : ''
}

const isDangling = (text: string): boolean => text.search(danglingMark) === 0

/** The mark to keep; null where only the person knows: a 。 with a mark behind it that ends no sentence. */
function keptMark(marks: readonly string[]): string | null {
  const [first] = marks
  const last = marks.at(-1) ?? null
  if (marks.every((one) => one === first)) return first === '。' && marks.length > 2 ? '……' : last
  if (last !== null && /[。！？]/.test(last)) return marks.slice(0, -1).some((one) => /[！？]/.test(one)) ? null : last
  return marks.length === 2 && first === '、' ? last : null
}

const halfWidthMark = /[,;:!?.．｡]/g

/** W3: half-width marks; brackets and quotation marks are in `pairs.ts`. */
export function halfWidthMarks(text: string): Fault[] {
  return [...text.matchAll(halfWidthMark)].flatMap(({ 0: half, index }) => {
    const [left, right] = [text[index - 1] ?? '', text[index + 1] ?? '']
    if (!isAmongChinese(half, left, right, text.slice(index + 1, index + 6))) return []
    const ordinal = half === '.' && /^\s*[一二三四五六七八九十]+$/.test(text.slice(0, index))
    // A . may also stand for the point in a name: 阿不都·买买提.
    const as = /[.．]/.test(half) ? (letters: Letters) => letters : certainly
    const full = ordinal ? '、' : widened(half)
    return [
      {
        rule: 'W3',
        severity: 'warning',
        from: index,
        to: index + 1,
        message: `${cited(text.slice(Math.max(0, index - 4), index + 5))}中的“${half}”是半角标点。`,
        advice: `中文里请用全角标点“${full}”。`,
        mend: as(replace(text, index, index + 1, full, `改为“${full}”`)),
      },
    ]
  })
}

function isAmongChinese(half: string, left: string, right: string, next: string): boolean {
  if (/[，。；：、！？,;:!?.]/.test(left) || /[，。；：、！？,;:!?.]/.test(right)) return false
  if (half === '｡') return true
  if (half === '.') return isFullStop(left, right, next)
  if (half === '．')
    return han.test(left) && (right === '' || han.test(right)) && !/^[一二三四五六七八九十]$/.test(left)
  if (hanOrClosing.test(left)) return true
  return /[,;]/.test(half) && /[\w０-９%％)]/.test(left) && han.test(right)
}

/** A . between Chinese letters, before a year, or at the end of a paragraph: 答复率100%. */
const isFullStop = (left: string, right: string, next: string): boolean =>
  right === ''
    ? /[\p{Script=Han}）)”’》%％]/u.test(left)
    : (/[%％]/.test(left) && han.test(right)) || (han.test(left) && (han.test(right) || /^\d{4}年/.test(next)))

/** 教育、就业等、领域: 等 ends the list, but for 平等、公正 and 一等、二等. */
const behindList =
  '(?<=\\p{Script=Han}[^平高中初一二三四五特优劣对同上下头同均]等)、(?=领域|方面|重点|信息|工作|事项|内容|情况|渠道|方式|形式|措施)'
/** 医疗、和就业: the conjunction stands in the place of the mark (GB/T 15834-2011 4.5). */
const beforeAnd = '、(?=和(?![谐平解睦美气蔼田县顺硕静布龙林政])\\p{Script=Han}|以及)'

/** W5: 甲、乙、等 and a paragraph that ends in 、 or ，. */
const danglingMark = new RegExp(
  `${behindList}|${beforeAnd}|${/、(?=[）”’])|、(?=等(?!级|次|候|同|额|待|线|于|保|边|号|离|距|效|值|价|高|量|差|级))|[、，,](?=\s*$)/.source}`,
  'gu',
)

export function danglingMarks(text: string): Fault[] {
  return [...text.matchAll(danglingMark)].flatMap(({ 0: found, index }) => {
    if (/[，。；：、！？,;:!?]\s*$/.test(text.slice(0, index))) return []
    const atEnd = text.slice(index + 1).trim() === ''
    const right = text[index + 1] ?? ''
    return [
      {
        rule: 'W5',
        severity: 'warning' as const,
        from: index,
        to: index + 1,
        message: atEnd
          ? `这一段以“${found}”结束，句子没有写完。`
          : /[和以]/.test(right) || text[index - 1] === '等'
            ? `${cited(text.slice(Math.max(0, index - 3), index + 3))}中的“、”是多余的。`
            : `“${right}”前多了一个“、”。`,
        advice: atEnd
          ? '请补完句子，或者改为“。”；与下一段本是一句的，请连起来。'
          : '列举的最后一项后面、“和”的前面不用“、”。',
        ...(!atEnd && { mend: replace(text, index, index + 1, '', '删去“、”') }),
      },
    ]
  })
}

/** Chinese letters or marks with blanks between them, as far as they reach: 商 业 企 业. */
const spaced = new RegExp(
  `[\\p{Script=Han}，。；：、！？”’）》](?:${blank}+[\\p{Script=Han}，。；：、！？“‘（《”’）》]{1,4}(?=${blank}))*${blank}+[\\p{Script=Han}，。；：、！？“‘（《”’）》]`,
  'gu',
)
/** 张　三: a name of two letters is set as wide as one of three. */
const spacedName = new RegExp(`^\\p{Script=Han}${blank}+\\p{Script=Han}$`, 'u')
const aloneBefore = /(?:^|[：:，、。（(\s])$/
const aloneAfter = /^(?:$|[，、。；（）()\s])/

/** W6 */
export function blanksBetween(text: string): Fault[] {
  const { level } = levelOf(text)
  return [...text.matchAll(spaced)].flatMap(({ 0: run, index }) => {
    const to = index + run.length
    const isName = spacedName.test(run) && aloneBefore.test(text.slice(0, index)) && aloneAfter.test(text.slice(to))
    const afterHeading = level > 0 && to <= 40 && !/[，。；]/.test(text.slice(0, index + 1))
    const kept = run.replaceAll(/\s/g, '')
    // 。 。 is two marks where one belongs (W2), and stays so without the blank.
    if (isName || afterHeading || /[，。；：、！？]{2}/.test(kept)) return []
    return [
      {
        rule: 'W6',
        severity: 'hint',
        from: index,
        to,
        message: `${cited(run)}中间有空格。`,
        advice: '中文的字之间不留空格，请核对后删去。',
        mend: replace(text, index, to, kept, '删去空格'),
      },
    ]
  })
}
