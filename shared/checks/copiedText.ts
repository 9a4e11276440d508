/** Q5: a section that is mostly last year's. 国办公开办函〔2021〕30号 warns of 内容雷同、敷衍塞责. */
import { quoted, sectionOf } from '../forms/lookup.ts'
import { copiedSentences } from '../narrative/copied.ts'
import type { Report } from '../report.ts'
import type { CheckContext, Finding } from './finding.ts'
import { atPlace } from './inText.ts'

/** Share of unchanged sentences from which a section is mostly last year's: offices repeat a third of theirs rightly. */
const mostly = 0.6
/** Fewer sentences than this make no share. */
const fewest = 2

/** Q5. A text that nobody has touched or confirmed yet is said to be last year's already (CONFIRM). */
export function checkCopiedText(report: Report, { form, last }: CheckContext): Finding[] {
  const sentences = copiedSentences(report, last)
  return (['overview', 'problems', 'other'] as const).flatMap((section) => {
    if (report.textUnconfirmed.includes(section)) return []
    const own = sentences.filter((sentence) => sentence.section === section && sentence.state !== 'usual')
    const copied = own.filter(({ state }) => state === 'copied')
    const [first] = copied
    if (!first || own.length < fewest || copied.length < own.length * mostly) return []
    const percent = Math.round((copied.length / own.length) * 100)
    const message = `${quoted(sectionOf(form, section).heading)}的${own.length}句话里有${copied.length}句与${last?.year ?? ''}年的报告相同，占${percent}%。`
    return [atPlace('Q5', 'warning', first, [message, '请按本年的实际情况改写，避免内容雷同。'])]
  })
}
