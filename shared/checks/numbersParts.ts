/** Numbers that may count less than their cell although every word in front of them is known: these are no fault. SPEC 3.2. */
import type { Mention } from '../narrative/claims.ts'
import { sentenceAt } from '../narrative/sentences.ts'
import type { Subject } from '../narrative/subjects.ts'

/** Words in a sentence that take from a number what the table counts in it. SPEC 3.2: 11件办结，8件申请人主动撤销. */
const softened: readonly { readonly words: RegExp; readonly touches: (subject: Subject) => boolean }[] = [
  {
    words: /撤销申请|撤回|主动撤销|自主撤销|自愿放弃|放弃申请|撤案|终止/,
    touches: (subject) =>
      subject.about === 'applications' && subject.rows.some((row) => row === 'done' || row === 'handled'),
  },
  {
    words: /延期答复|延期办理|延长答复|延期办结|逾期答复|超期/,
    touches: (subject) =>
      subject.about === 'applications' && subject.rows.some((row) => row === 'done' || row === 'handled'),
  },
  {
    words:
      /另外?还?(?:办结|答复|办复|回复|办理|处理)[^，。；\d]*(?:上年|去年|\d{4}年|结转)|另外?有?[^，。；\d]*(?:上年|去年|结转)[^，。；\d]*\d+[件宗份][^，。；]*(?:办结|答复|办复|回复)|(?:办结|答复|办复|回复)(?:本年|当年|新收)/,
    touches: (subject) =>
      subject.about === 'applications' && subject.rows.some((row) => row === 'done' || row === 'handled'),
  },
  { words: /修订|修改/, touches: (subject) => subject.about === 'stock' && subject.column === 'issued' },
  { words: /失效/, touches: (subject) => subject.about === 'stock' && subject.column === 'repealed' },
]

/** 各部门制定规范性文件7件, 县政府办公室3件: beside 县政府制定3件 of a government. */
const otherIssuers = /(?:部门|乡镇|镇街|街道|办公室|政府办|单位|[局委])[^，。；\d]{0,14}\d+(?:件|份|部|个)/

/** Whether a number that fits no cell may be a part of what the cell counts; `mentions` are those of its paragraph. */
export function mayBePart(line: string, mention: Mention, mentions: readonly Mention[]): boolean {
  const { subject, number } = mention
  if (!subject) return false
  const sentence = sentenceAround(line, number.from)
  if (softened.some(({ words, touches }) => touches(subject) && words.test(sentence))) return true
  if (subject.about === 'stock') return /[县市区旗州]政府/.test(mention.label) && otherIssuers.test(sentence)
  return isAcceptedOfReceived(mention, mentions)
}

/** 收到8件，受理7件: one was not taken up. */
function isAcceptedOfReceived({ subject, number, sentence }: Mention, mentions: readonly Mention[]): boolean {
  if (!is(subject, 'accepted')) return false
  return mentions.some(
    (one) =>
      (one.sentence === sentence || one.sentence === sentence - 1) &&
      one.number.from < number.from &&
      one.number.value > number.value &&
      is(one.subject, 'received'),
  )
}

const is = (subject: Subject | null, role: 'accepted' | 'received'): boolean =>
  subject?.about === 'applications' && subject.rows.length === 1 && subject.rows[0] === role

/** A sentence, with the one behind it where that goes on with 另. */
function sentenceAround(line: string, at: number): string {
  const { from, to } = sentenceAt(line, at)
  return line.slice(from, line.charAt(to) === '另' ? sentenceAt(line, to).to : to)
}
