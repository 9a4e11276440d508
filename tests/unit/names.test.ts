import { describe, expect, it } from 'vitest'
import { levelOf } from '../../shared/narrative/levels.ts'
import { unitOfName } from '../../shared/unitName.ts'

describe('what a unit’s name tells', () => {
  it.each([
    ['沭阳县发展和改革局', 'department', 'county'],
    ['互助土族自治县教育局', 'department', 'county'],
    ['江苏省沭阳县人民政府', 'government', 'county'],
    ['淮安市人民政府', 'government', undefined],
    ['淮安市淮阴区财政局', 'department', 'county'],
    ['贾汪镇人民政府', 'township', 'township'],
    ['沭城街道办事处', 'township', 'township'],
    ['恩施土家族苗族自治州人民政府', 'government', 'prefecture'],
    ['广西壮族自治区教育厅', 'department', 'province'],
    ['苏州工业园区管理委员会', 'department', undefined],
    ['上海市浦东新区人民政府', 'government', undefined],
    ['淮安市乡村振兴局', 'department', undefined],
  ])('%s: %s, %s', (name, kind, level) => {
    expect(unitOfName(name)).toEqual({ name, kind, ...(level && { level }) })
  })

  it('leaves open what it does not tell', () => {
    expect(unitOfName('某某')).toEqual({ name: '某某' })
  })
})

describe('levels of paragraphs', () => {
  it.each([
    ['一、总体情况', 1, 6],
    ['（一）主动公开情况。2024年，市政府网站', 2, 10],
    ['(二)推进信息公开', 2, 9],
    ['1.政策解读', 3, 6],
    ['（1）政策解读', 4, 7],
    ['2024年，我市', 0, 0],
    ['3.5万条信息', 0, 0],
    ['一是加强', 0, 0],
  ])('%s is level %d', (text, level, headingLength) => {
    expect(levelOf(text)).toEqual({ level, headingLength })
  })

  it('takes a long sentence for text, not for a heading', () => {
    expect(levelOf(`（一）${'很'.repeat(50)}。`)).toEqual({ level: 2, headingLength: 0 })
  })
})
