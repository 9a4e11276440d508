/** The words of one report: those of its form, its year and its unit; looked up letter by letter. */
import type { Form } from '../forms/form.ts'
import type { Report } from '../report.ts'
import { standsWithin } from '../unitName.ts'
import { commonTerms, type Term } from './terms.ts'

interface Meaning {
  readonly word: string
  readonly terms: readonly Term[]
}

export interface Vocabulary {
  /** Words by their first letter, the longer first. */
  readonly words: ReadonlyMap<string, readonly Meaning[]>
  /** The unit's name, for abbreviations of it. */
  readonly unitName: string
  readonly isGovernment: boolean
  readonly scope: Report['scope']
}

const commonByForm = new Map<Form, readonly (readonly [string, Term])[]>()

/** The vocabulary of a report: the form's words, the report's year and the unit's names. */
export function vocabularyOf(form: Form, { year, unit, scope }: Pick<Report, 'year' | 'unit' | 'scope'>): Vocabulary {
  const common = commonByForm.get(form) ?? commonTerms(form)
  commonByForm.set(form, common)
  const isGovernment =
    unit.kind === 'government' ||
    (unit.kind === undefined && /(?:政府|管委会|管理委员会)$/.test(unit.name) && !isTownship(unit))
  return {
    words: byFirstLetter([...common, ...ofYear(year), ...ofUnit(unit), ...(isGovernment ? ofItsOffice : [])]),
    unitName: unit.name,
    isGovernment,
    scope,
  }
}

/** In a government's report, which may be that of its whole area, these are its own office alone. */
const ofItsOffice = ['本机关', '本单位', '我办', '本办'].map((word): [string, Term] => [word, { kind: 'office' }])

/** Texts write a word with 、 also without it. A word with a meaning is no filler. */
function byFirstLetter(list: readonly (readonly [string, Term])[]): Map<string, Meaning[]> {
  const meanings = new Map<string, Term[]>()
  for (const [word, term] of list) {
    for (const spelt of new Set([word, word.replaceAll('、', '')])) {
      const known = (meanings.get(spelt) ?? []).filter(({ kind }) => kind !== 'filler')
      meanings.set(spelt, term.kind === 'filler' && known.length > 0 ? known : [...known, term])
    }
  }
  const letters = new Map<string, Meaning[]>()
  for (const [word, terms] of [...meanings].sort(([a], [b]) => b.length - a.length)) {
    const letter = word[0] ?? ''
    letters.set(letter, [...(letters.get(letter) ?? []), { word, terms }])
  }
  return letters
}

/** Another year, several years, or a month: what is counted in it is not the report's. */
const otherTime =
  /(?:19|20)\d\d[ \u3000]*年?(?:度)?[ \u3000]*(?:[-—–~～]+|[至到])[ \u3000]*(?:19|20)\d\d[ \u3000]*年(?:度)?(?!\d|[一二三四五六七八九十]?月)|(?:19|20)\d\d[ \u3000]*年(?:度)?(?:\d{1,2}月(?:份)?(?:\d{1,2}日)?)?|\d{1,2}月(?:份|底|末)?(?:\d{1,2}日)?/y
const other: readonly Term[] = [{ kind: 'period', own: false }]

/** The longest word that begins at a place of a text; undefined where none does. */
export function wordAt({ words }: Vocabulary, line: string, from: number): Meaning | undefined {
  const letter = line[from] ?? ''
  const known = words.get(letter)?.find(({ word }) => line.startsWith(word, from))
  if (known || letter < '0' || letter > '9') return known
  otherTime.lastIndex = from
  const word = otherTime.exec(line)?.[0]
  return word === undefined ? undefined : { word, terms: other }
}

const isTownship = ({ kind, level, name }: Report['unit']): boolean =>
  kind === 'township' || level === 'township' || /(?:[镇乡]人民政府|[镇乡]|街道|街道办事处)$/.test(name)

function ofYear(year: number): [string, Term][] {
  const own: Term = { kind: 'period', own: true }
  const [last, next] = [year - 1, year + 1]
  const spans = [`${year}年`, `${year} 年`].flatMap((name) => [
    name,
    `${name}度`,
    `${name}1月1日至12月31日`,
    `${name}1月1日至${name}12月31日`,
    `自${name}1月1日至12月31日`,
    `自${name}1月1日至${name}12月31日`,
    `${name}1月至12月`,
    `${name}1-12月`,
    `${name}1—12月`,
    `${name}1～12月`,
    `${name}以来`,
    `截至${name}12月31日`,
    `截止${name}12月31日`,
    `截至${name}12月底`,
    `截止${name}12月底`,
    `截至${name}底`,
    `截至${name}年底`,
    `截至${name}末`,
  ])
  const carriedIn = ['', '度'].flatMap((degree) => [
    `${last}年${degree}结转`,
    `由${last}年${degree}结转`,
    `${last}年${degree}结转至${year}年`,
    `${last}年${degree}转入`,
    `结转${last}年${degree}`,
  ])
  const carriedOut = ['', '至', '到'].flatMap((to) =>
    ['', '度'].flatMap((degree) => [
      `结转${to}${next}年${degree}`,
      `结转${to}${next}年${degree}继续办理`,
      `结转${to}${next}年${degree}办理`,
      `顺延${to}${next}年${degree}`,
      `顺延${to}${next}年${degree}答复`,
      `转入${next}年${degree}`,
    ]),
  )
  return [
    ...spans.map((word): [string, Term] => [word, own]),
    ...['截至12月31日', '截止12月31日', '1月1日至12月31日', '1至12月', '1-12月', '1—12月', '1～12月', '1月至12月'].map(
      (word): [string, Term] => [word, own],
    ),
    ...carriedIn.map((word): [string, Term] => [word, { kind: 'role', role: 'carriedIn' }]),
    ...carriedOut.map((word): [string, Term] => [word, { kind: 'role', role: 'carriedOut' }]),
  ]
}

/** The unit's names, also without the place they begin with: 沭阳县发展和改革局, 县发展和改革局. */
function ofUnit(unit: Report['unit']): [string, Term][] {
  const { name, shortName = '' } = unit
  const local = /^.{1,10}?((?:县|市|区|旗|州).{2,})$/.exec(name)?.[1] ?? ''
  const names = [name, shortName, local, local.slice(1)]
  // A township's 全镇 is its own work.
  const whole = isTownship(unit) ? ['全镇', '全乡', '全街道', '全街', '镇政府', '乡政府', '街道办'] : []
  return [...names.filter((word) => word.length >= 2), ...whole].map((word) => [word, { kind: 'self' }])
}

/** Whether a word abbreviates the unit's name: 县发改局 of 沭阳县发展和改革局. */
export const abbreviates = (word: string, unitName: string): boolean =>
  word.length >= 2 && word.at(-1) === unitName.at(-1) && standsWithin(word, unitName)
