/** N1 for numbers that are not written: 未收到政府信息公开申请, 无行政复议, while the tables have some. */
import type { CellKey, Form } from '../forms/form.ts'
import { placeOf } from '../forms/lookup.ts'
import type { Mention } from '../narrative/claims.ts'
import { withNumbersOfNone } from '../narrative/noneClaims.ts'
import { readerOf, readLines } from '../narrative/paragraphReader.ts'
import type { Subject } from '../narrative/subjects.ts'
import { type Figures, narrativeIds, type Report } from '../report.ts'
import { totalOf } from '../totals.ts'
import { formatFigure, unitValue } from '../values.ts'
import { type CheckContext, comparison, type Finding } from './finding.ts'
import { type Reading, readingsOf } from './numbersReadings.ts'

/** All texts. A filled cell contradicts though others are blank; blank cells alone do not. */
export function checkZeroClaims(report: Report, { form }: CheckContext): Finding[] {
  const read = readerOf(form, report)
  return narrativeIds.flatMap((section) =>
    readLines(report.narrative[section], read).flatMap(({ line, paragraph, topic }) => {
      const none = withNumbersOfNone(line)
      if (!none) return []
      const { mentions } = read(none.line, topic)
      return none.claims.flatMap(({ from, to, numberAt }) => {
        const mention = mentions.find(({ number }) => number.from === numberAt)
        // The office of a government of the whole area may have had none, and nothing tells whose figures these are.
        const ofOffice = mention?.office === true && report.scope !== 'own' && report.unit.kind !== 'department'
        const told =
          mention && !ofOffice && isOwnDoing(mention, line.slice(from, to))
            ? contradiction(form, report.figures, mention)
            : null
        if (!told) return []
        const found = comparison(
          'N1',
          'warning',
          told.cells,
          [0, told.sum],
          [`文中写“${line.slice(from, to)}”，表中${told.name}是${told.said}。`, '请核对文字和表格，改正填错的一处。'],
        )
        return [{ ...found, where: { section, paragraph, from, to } }]
      })
    }),
  )
}

/** 未发生行政处罚 may say that the office itself was not punished. */
const isOwnDoing = ({ subject }: Mention, clause: string): boolean =>
  subject?.about !== 'decisions' || /作出|做出|实施/.test(clause)

/** What texts say of having none: 未审结 and the 信息处理费 (Q3) are said in other ways. */
const isJudged = (subject: Subject): boolean =>
  (subject.about === 'review' && !subject.closed) ||
  ['applications', 'stock', 'decisions', 'charges'].includes(subject.about)

interface Counted {
  readonly name: string
  readonly cells: readonly CellKey[]
  readonly sum: number
  readonly said: string
}

/** The reading with the least in it, where there is something in every one. */
function contradiction(form: Form, figures: Figures, { subject }: Mention): Counted | null {
  if (!subject || !isJudged(subject)) return null
  const counted = readingsOf(form, subject)
    .filter(({ without = [] }) => without.length === 0)
    .map((reading) => countedIn(form, figures, reading))
  const least = counted.reduce<Counted | null>((best, next) => (best && best.sum <= next.sum ? best : next), null)
  return least && least.sum > 0 ? least : null
}

function countedIn(form: Form, figures: Figures, { name, cells }: Reading): Counted {
  const values = cells.map((cell) => ({ cell, value: figures[cell] ?? totalOf(form, figures, cell)?.sum ?? 0 }))
  const filled = values.filter(({ value }) => value > 0)
  const kind = placeOf(form, cells[0] ?? '')?.kind === 'amount' ? 'amount' : 'count'
  const whole = filled.reduce((sum, { value }) => sum + value, 0)
  const said = `${formatFigure(kind, whole)}${kind === 'amount' ? '万元' : '件'}`
  return { name, cells: filled.map(({ cell }) => cell), sum: unitValue(kind, whole), said }
}
