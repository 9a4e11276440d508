import { describe, expect, it } from 'vitest'
import { createExample } from '../../shared/example.ts'
import { nextHeading, outlineOf, outlineStates, outlineText } from '../../shared/narrative/outline.ts'
import { huaian } from '../fixtures/samples.ts'

const department = { name: '某县教育局', kind: 'department' } as const

describe('the outline', () => {
  it('of section one has the five aspects of the form, with what governments must say', () => {
    expect(outlineText(outlineOf('overview', department, []))).toBe(
      '（一）主动公开。\n（二）依申请公开。\n（三）政府信息管理。\n（四）政府信息公开平台建设。\n（五）监督保障。',
    )
    const promptOf = (unit: Parameters<typeof outlineOf>[1]) => outlineOf('overview', unit, []).at(-1)?.prompt
    expect(promptOf({ name: '某县人民政府', kind: 'government' })).toContain('必须写明工作考核、社会评议和责任追究')
    expect(promptOf({ name: '某县某镇人民政府', kind: 'township' })).toContain('必须写明')
    expect(promptOf({ name: '某县某街道办事处', kind: 'township' })).not.toContain('必须写明')
    expect(promptOf(department)).not.toContain('必须写明')
  })

  it('of section five has two parts, of section six what the unit’s province prescribes', () => {
    expect(outlineText(outlineOf('problems', department, []))).toBe(
      '（一）上一年问题的改进情况。\n（二）本年存在的主要问题和改进措施。',
    )
    expect(outlineOf('other', department, [])).toEqual([])
    const own = outlineOf('other', department, ['（一）收取信息处理费情况', '', '二、政务公开工作创新情况。'])
    expect(outlineText(own)).toBe('（一）收取信息处理费情况。\n（二）政务公开工作创新情况。')
  })

  it('is found again in texts as offices write them, with what is written under each', () => {
    for (const text of [huaian().narrative.overview, createExample(2025).narrative.overview]) {
      const states = outlineStates(text, outlineOf('overview', department, []))
      expect(states.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4, 5])
      expect(states.every(({ written }) => written > 10)).toBe(true)
    }
    const empty = outlineStates(
      '（一）主动公开。\n\n（二）依申请公开。收到2件。',
      outlineOf('overview', department, []),
    )
    expect(empty.map(({ paragraph, last, written }) => [paragraph, last, written])).toEqual([
      [0, 1, 0],
      [2, 2, 5],
      [null, null, 0],
      [null, null, 0],
      [null, null, 0],
    ])
  })

  it('numbers a heading that is missing on behind the others', () => {
    const [item] = outlineOf('other', department, ['政务公开工作创新情况'])
    expect(nextHeading('（一）收取信息处理费情况。\n没有。', item!)).toBe('（二）政务公开工作创新情况。')
    expect(nextHeading('', item!)).toBe('（一）政务公开工作创新情况。')
    expect(nextHeading('2025年未收取信息处理费。', item!)).toBe('（一）政务公开工作创新情况。')
    expect(nextHeading('（一）收取信息处理费情况。\n没有。\n（三）其他。', item!)).toBe('（四）政务公开工作创新情况。')
    expect(nextHeading('一、收费情况\n没有。\n二、建议提案\n没有。', item!)).toBe('三、政务公开工作创新情况')
  })
})
