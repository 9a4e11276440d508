/** 填报说明: every section, row, column, rule and article with its explanation, derived from the form and the rules. */
import { type RuleText, ruleTextOf, ruleTexts } from '../checks/ruleTexts.ts'
import type { CellKey, LabelCell, TableId } from '../forms/form.ts'
import { type CellPlace, currentEdition, formOf, placeOf, placesOf, sectionOf } from '../forms/lookup.ts'
import { chineseValue } from '../narrative/numerals.ts'
import { type Article, articles, articlesIn } from './articles.ts'
import { hasInitials } from './initials.ts'

export type TermKind = 'section' | 'row' | 'column' | 'rule' | 'article'

export interface Term {
  /** Stands for the term in links; the same for every cell of the same row. */
  readonly id: string
  readonly kind: TermKind
  readonly title: string
  /** Where it belongs: the heading of its section, the number of its rule. */
  readonly where: string
  readonly paragraphs: readonly string[]
  /** The articles it cites. */
  readonly articles: readonly Article[]
  /** A cell in which the row or column is seen. */
  readonly cell: CellKey | null
}

const form = formOf(currentEdition)

const term = (parts: Omit<Term, 'articles'>): Term => ({
  ...parts,
  articles: parts.kind === 'article' ? [] : articlesIn([parts.title, ...parts.paragraphs].join('')),
})

const sections = (): Term[] =>
  form.sections.map(({ id, heading, help }) =>
    term({ id: `section:${id}`, kind: 'section', title: heading, where: '', paragraphs: [help], cell: null }),
  )

/** A label of a row or column, with the labels it stands under. */
interface Named {
  readonly kind: 'row' | 'column'
  readonly path: readonly LabelCell[]
}

/** All labels of a cell's row and column, each with those around it. */
const namedIn = ({ rowLabels, columnLabels }: CellPlace): Named[] => [
  ...rowLabels.map((_, index): Named => ({ kind: 'row', path: rowLabels.slice(0, index + 1) })),
  ...columnLabels.map((_, index): Named => ({ kind: 'column', path: columnLabels.slice(0, index + 1) })),
]

/** Columns of the same name and meaning, as 结果维持 of three groups, are one term. */
function idOf(table: TableId, { kind, path }: Named): string {
  const last = path.at(-1)
  const outer = kind === 'row' ? path.map(({ text }) => text).join('/') : `${last?.text}/${last?.help}`
  return `${kind}:${table}:${outer}`
}

/** 三、本年度办理结果 is no part of the names of the rows in it. */
const titleOf = ({ path }: Named): string =>
  (path.length > 1 && path[0]?.rowspan !== 1 ? path.slice(path.length > 2 ? 1 : -1) : path.slice(-1))
    .map(({ text }) => text)
    .join(' ')

function rowsAndColumns(): Term[] {
  const terms = new Map<string, Term>()
  for (const place of placesOf(form).values()) {
    for (const named of namedIn(place)) {
      const id = idOf(place.table, named)
      const help = named.path.at(-1)?.help ?? ''
      if (terms.has(id) || help === '') continue
      const where = sectionOf(form, place.table).heading
      terms.set(id, term({ id, kind: named.kind, title: titleOf(named), where, paragraphs: [help], cell: place.key }))
    }
  }
  return [...terms.values()]
}

const ruleTerm = ({ rule, word, compares, why, todo }: RuleText): Term =>
  term({
    id: `rule:${rule}`,
    kind: 'rule',
    title: word,
    where: rule,
    paragraphs: [compares, why, `怎么办：${todo}`],
    cell: null,
  })

const articleTerm = ({ name, text }: Article): Term =>
  term({ id: articleId(name), kind: 'article', title: name, where: '', paragraphs: [text], cell: null })

/** The term of an article. */
export const articleId = (name: string): string => `article:${name}`

/** All terms: sections, rows and columns in the order of the paper, then the rules, then the articles. */
export const terms: readonly Term[] = [
  ...sections(),
  ...rowsAndColumns(),
  ...ruleTexts.map(ruleTerm),
  ...articles.map(articleTerm),
]

/** The term that explains a cell: its row's, or its column's where the row has no name. Null for a cell of another form. */
export function termOfCell(key: CellKey): string | null {
  const place = placeOf(form, key)
  if (!place) return null
  const known = new Set(terms.map(({ id }) => id))
  const ids = namedIn(place)
    .toReversed()
    .toSorted((a, b) => Number(a.kind === 'column') - Number(b.kind === 'column'))
    .map((named) => idOf(place.table, named))
  return ids.find((id) => known.has(id)) ?? null
}

/** The term that explains a rule; null where there is none. */
export function termOfRule(rule: string): string | null {
  const found = ruleTextOf(rule)
  return found ? `rule:${found.rule}` : null
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”‘’"'（）()、，。：；]/g, '')

/**
 * Terms that hold every word of the query, by characters or by the initials of their title in pinyin (xzxk → 行政许可).
 * Those with all words in their title come first; without a query all of them.
 */
export function findTerms(query: string): readonly Term[] {
  const words = query
    .split(/\s+/)
    .map((word) => articleNamed(plain(word)))
    .filter((word) => word !== '')
  if (words.length === 0) return terms
  const named = terms.filter(({ title, where, kind }) =>
    words.every((word) => inName(kind === 'rule' ? `${title} ${where}` : title, word)),
  )
  const others = terms.filter(
    (candidate) =>
      !named.includes(candidate) && words.every((word) => inName(candidate.title, word) || inText(candidate, word)),
  )
  return [...named, ...others]
}

/** 第36条 is 第三十六条: the article as its name is written. */
const articleNamed = (word: string): string =>
  word.replace(/^第?(\d+)条$/, (whole, digits: string) => {
    const named = articles.find(({ name }) => chineseValue(/^第(.+)条$/.exec(name)?.[1] ?? '') === Number(digits))
    return named?.name ?? whole
  })

const inName = (name: string, word: string): boolean =>
  plain(name).includes(word) || (/^[a-z]+$/.test(word) && hasInitials(name, word))

const inText = ({ where, paragraphs }: Term, word: string): boolean =>
  plain([where, ...paragraphs].join(' ')).includes(word)
