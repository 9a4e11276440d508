/** Mending texts from 审核: the same edits as if they were typed, one step of undo for each text. */
import type { Finding, Mend } from '../../../shared/checks/finding.ts'
import { mendedTextAll, notMended } from '../../../shared/narrative/mending.ts'
import type { ReportEditing } from '../../app/useReport.ts'

/** Gives what carries out the mends of findings and says what was done. */
export function mendingOf(
  { report, changeText }: Pick<ReportEditing, 'report' | 'changeText'>,
  say: (sentence: string) => void,
): (findings: readonly Finding[]) => void {
  return (findings) => {
    const mends = findings.flatMap(({ mend }) => mend ?? [])
    const texts = Map.groupBy(mends, (mend) => mend.section)
    let done = 0
    for (const [section, own] of texts) {
      const mended = mendedTextAll(report.narrative[section], own)
      done += mended.done
      // The clerk has seen these letters only: a text of last year's still is one.
      if (mended.done > 0) changeText(section, mended.text, mended.text.trim() !== '')
    }
    say(doneWords(mends, done, texts.size))
  }
}

function doneWords(mends: readonly Mend[], done: number, texts: number): string {
  const [first] = mends
  if (done === 0 || !first) return notMended
  const undoing = texts > 1 ? '每按一次 Ctrl+Z 撤销其中一个部分。' : '按 Ctrl+Z 可以撤销。'
  if (mends.length === 1) return `已改正：${first.label}。${undoing}`
  const left = done < mends.length ? `，${mends.length - done}处的文字已经改动，没有替换` : ''
  return `已改正${done}处${left}。${undoing}`
}
