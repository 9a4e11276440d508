import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleTextOf, ruleTexts } from '../../shared/checks/ruleTexts.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { articles, articlesIn } from '../../shared/terms/articles.ts'
import { hasInitials } from '../../shared/terms/initials.ts'
import { findTerms, termOfCell, termOfRule, terms } from '../../shared/terms/terms.ts'

const form = formOf('2021')
const titles = (query: string) => findTerms(query).map(({ title }) => title)

describe('填报说明', () => {
  it('explains every row and every column of the form', () => {
    for (const { key, rowLabels, columnLabels } of placesOf(form).values()) {
      for (const { text, help } of [...rowLabels, ...columnLabels]) expect([key, text, help]).not.toContain('')
      expect(termOfCell(key)).not.toBeNull()
    }
  })

  it('explains a cell by its own row, in table four by its column', () => {
    const title = (key: string) => terms.find(({ id }) => id === termOfCell(key))?.title
    expect(title('applications.denied.stateSecret.natural')).toBe('（三）不予公开 1.属于国家秘密')
    expect(title('applications.otherwise.other.other')).toBe('（六）其他处理 3.其他')
    expect(title('applications.carriedOut.total')).toBe('四、结转下年度继续办理')
    expect(title('applications.disclosed.natural')).toBe('（一）予以公开')
    expect(title('proactive.fees.amount')).toBe('行政事业性收费')
    expect(title('review.reconsideration.upheld')).toBe('结果维持')
    expect(termOfCell('proactive.procurement.items')).toBeNull()
  })

  it('has every term once, with words, and knows the articles it cites', () => {
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length)
    for (const { paragraphs } of terms) for (const paragraph of paragraphs) expect(paragraph).toMatch(/。$/)
    const names = new Set(articles.map(({ name }) => name))
    for (const { paragraphs } of terms) {
      for (const [name] of paragraphs.join('').matchAll(/(?<!法)第[一二三四五六七八九十]+条/g))
        expect(names).toContain(name)
    }
  })

  it('takes the article of another law for none of the 条例', () => {
    expect(articlesIn('立法法第九十三条和第三十六条第四项').map(({ name }) => name)).toEqual(['第三十六条'])
  })
})

describe('the rules', () => {
  /** Every rule that the checks name: where a finding is made, and every literal that looks like the number of a rule. */
  const used = () => {
    const folder = new URL('../../shared/checks/', import.meta.url)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('ruleTexts.ts'))
      .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'))
    const literal = /(?:(?:remark|comparison)\(\s*|rule:\s*)'([^']+)'|'([A-Z]\d{0,2}(?:-[A-Z])?)'/g
    return new Set(sources.flatMap((source) => [...source.matchAll(literal)].map(([, a, b]) => a ?? b ?? '')))
  }

  it('are all explained that a check can give', () => {
    const rules = [...used(), ...form.sums.map(({ rule }) => rule), ...form.balances.map(({ rule }) => rule)]
    expect(rules).toEqual(
      expect.arrayContaining(['X1', 'X4', 'L1', 'HEAD', 'TEXT', 'CONFIRM', 'EMPTY', 'TYPE', 'T3-A']),
    )
    for (const rule of rules) expect([rule, ruleTextOf(rule)?.word]).not.toContain(undefined)
  })

  it('have a word of their own each, and lead to their explanation', () => {
    expect(new Set(ruleTexts.map(({ rule }) => rule)).size).toBe(ruleTexts.length)
    for (const { rule } of ruleTexts) expect(terms.map(({ id }) => id)).toContain(termOfRule(rule))
    expect(termOfRule('W3')).toBe('rule:W3')
    expect(termOfRule('ZZ')).toBeNull()
  })
})

describe('the search', () => {
  it.each([
    ['国家秘密', '（三）不予公开 1.属于国家秘密'],
    ['gjmm', '（三）不予公开 1.属于国家秘密'],
    ['XZXK', '行政许可'],
    ['cfsq', '（五）不予处理 2.重复申请'],
    ['三安全', '（三）不予公开 3.危及“三安全一稳定”'],
    ['x4', '增减'],
    ['T3-C', '勾稽关系'],
    ['第四十九条', '第四十九条'],
    ['jz 下年度', '四、结转下年度继续办理'],
  ])('%s finds %s first', (query, title) => {
    expect(titles(query)[0]).toBe(title)
  })

  it('finds what stands in the explanation only after what is called so', () => {
    const found = titles('撤回')
    expect(found).toContain('（六）其他处理 3.其他')
    const named = titles('规章')
    expect(named[0]).toBe('规章')
    expect(named.length).toBeGreaterThan(3)
  })

  it('is found for its own title, whatever the term', () => {
    for (const { title, id } of terms) expect(findTerms(title).map((found) => found.id)).toContain(id)
  })

  it('gives all without words and none for what stands nowhere', () => {
    expect(findTerms('  ')).toBe(terms)
    expect(findTerms('量子')).toEqual([])
    expect(titles('第36条')).toEqual(titles('第三十六条'))
    expect(titles('50条')[0]).toBe(titles('第五十条')[0])
    expect(findTerms('第999条')).toEqual([])
  })

  it.each([
    ['政府信息公开', 'zfxxgk', true],
    ['（三）不予公开', 'bygk', true],
    ['重复申请', 'cf', true],
    ['行政许可', 'zxk', true],
    ['行政许可', 'xk1', false],
    ['abc', 'abc', false],
    ['', 'a', false],
  ])('%s has the initials %s: %s', (text, initials, has) => {
    expect(hasInitials(text, initials)).toBe(has)
  })
})
