import { describe, expect, it } from 'vitest'
import { mendingOf } from '../../renderer/pages/report/mending.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import type { NarrativeId } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'

const report = {
  ...huaian(),
  narrative: { preface: '', overview: '收到3件。。\n办结3件。。', problems: '无。。', other: '' },
}

function doubled(section: NarrativeId, paragraph: number): Finding {
  const at = report.narrative[section].split('\n')[paragraph]!.indexOf('。。')
  const where = { section, paragraph, from: at, to: at + 2 }
  const numbers = { left: null, right: null, difference: null }
  const mend = { ...where, before: '。。', after: '。', label: '删去重复的句号', certain: true as const }
  return { rule: 'Q7', severity: 'hint', cells: [], ...numbers, message: '', advice: '', where, mend }
}

function mend(findings: Finding[], narrative = report.narrative) {
  const done: unknown[] = []
  const editing = { report: { ...report, narrative }, changeText: (...change: unknown[]) => done.push(change) }
  mendingOf(editing, (sentence) => done.push(sentence))(findings)
  return done
}

describe('mending a text from 审核', () => {
  it('is one edit of the text, which is no sign that the rest was looked at', () => {
    expect(mend([doubled('overview', 1)])).toEqual([
      ['overview', '收到3件。。\n办结3件。', true],
      '已改正：删去重复的句号。按 Ctrl+Z 可以撤销。',
    ])
  })

  it('of several faults is one edit a text', () => {
    expect(mend([doubled('overview', 0), doubled('problems', 0), doubled('overview', 1)])).toEqual([
      ['overview', '收到3件。\n办结3件。', true],
      ['problems', '无。', true],
      '已改正3处。每按一次 Ctrl+Z 撤销其中一个部分。',
    ])
  })

  it('leaves alone what was edited meanwhile, and says so', () => {
    const edited = { ...report.narrative, overview: '收到3件。\n办结3件。。' }
    expect(mend([doubled('overview', 0), doubled('overview', 1)], edited)).toEqual([
      ['overview', '收到3件。\n办结3件。', true],
      '已改正1处，1处的文字已经改动，没有替换。按 Ctrl+Z 可以撤销。',
    ])
    expect(mend([doubled('overview', 0)], edited)).toEqual([
      '这里的文字已经改动，没有替换；程序会按现在的文字重新检查。',
    ])
  })
})
