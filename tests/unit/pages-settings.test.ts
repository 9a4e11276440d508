import { describe, expect, it } from 'vitest'
import { sizeWords } from '../../renderer/pages/settings/sizeWords.ts'
import {
  daysOf,
  draftOf,
  inputOf,
  isChanged,
  problemsOf,
  statutoryWords,
} from '../../renderer/pages/settings/unitDraft.ts'
import type { UnitEntry } from '../../shared/answers.ts'
import { api } from '../../shared/api.ts'
import { defaultChoices } from '../../shared/document/choices.ts'
import { defaultWriting } from '../../shared/writing.ts'

const entry: UnitEntry = {
  id: 3,
  unit: { name: '沭阳县教育局', kind: 'department', level: 'county' },
  archived: false,
  settings: { deadline: null, contact: '', signature: '', document: defaultChoices, writing: defaultWriting },
}
const draft = draftOf(entry)

describe('settings of a unit', () => {
  it('are saved as the contract takes them', () => {
    const changed = {
      unit: { ...draft.unit, name: ' 沭阳县教育体育局 ', shortName: '县教体局' },
      deadline: { month: 1, day: 20 },
      contact: ' 联系电话：0527-00000000。 ',
      signature: ' 沭阳县发改局 ',
    }
    const input = inputOf(entry, changed)
    expect(api.updateUnit.input.safeParse(input).success).toBe(true)
    expect(input).toEqual({
      id: 3,
      unit: { name: '沭阳县教育体育局', shortName: '县教体局', kind: 'department', level: 'county' },
      settings: { deadline: { month: 1, day: 20 }, contact: '联系电话：0527-00000000。', signature: '沭阳县发改局' },
    })
  })

  it('say what is missing, and save all the rest beside what is stored', () => {
    expect(problemsOf({ ...draft, unit: { name: ' ' } })).toEqual({ name: '请填写单位全称' })
    expect(problemsOf({ ...draft, deadline: { month: 1, day: null } })).toEqual({ deadline: '请选择几月几日' })
    expect(problemsOf({ ...draft, deadline: { month: 2, day: 30 } })).toEqual({ deadline: '2月没有30日' })
    const noticed: UnitEntry = { ...entry, settings: { ...entry.settings, deadline: { month: 1, day: 20 } } }
    const half = { ...draftOf(noticed), unit: { name: ' ', shortName: '县教育局' }, deadline: { month: 2, day: null } }
    expect(isChanged(noticed, half)).toBe(true)
    expect(inputOf(noticed, half)).toEqual({
      id: 3,
      unit: { name: '沭阳县教育局', shortName: '县教育局' },
      settings: { deadline: { month: 1, day: 20 }, contact: '', signature: '' },
    })
  })

  it('are saved only if they changed', () => {
    expect(isChanged(entry, draft)).toBe(false)
    expect(isChanged(entry, { ...draft, unit: { ...draft.unit, name: '沭阳县教育局 ' } })).toBe(false)
    expect(isChanged(entry, { ...draft, contact: '电话' })).toBe(true)
  })

  it('say the day of the law, or that there is none', () => {
    expect(statutoryWords({ name: '', kind: 'department' })).toContain('1月31日')
    expect(statutoryWords({ name: '', kind: 'government' })).toContain('3月31日')
    expect(statutoryWords({ name: '', kind: 'township' })).toContain('请按本县通知填写')
  })

  it('know the days of a month', () => {
    expect([1, 2, 4, null].map(daysOf)).toEqual([31, 29, 30, 31])
  })
})

describe('the size of the data file', () => {
  it('is said in KB and MB', () => {
    expect([0, 20_480, 1_480_000].map(sizeWords)).toEqual(['1 KB', '20 KB', '1.4 MB'])
  })
})
