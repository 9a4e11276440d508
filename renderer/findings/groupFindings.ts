/** Findings in the order in which they are shown: by severity, many of a kind as one summary instead of a wall. */
import type { Finding, Severity } from '../../shared/checks/finding.ts'
import { partNames, partsInOrder } from '../../shared/checks/placeWords.ts'
import type { Form } from '../../shared/forms/form.ts'
import { placeOf, sectionOf } from '../../shared/forms/lookup.ts'
import { ruleWord } from './ruleWords.ts'

/** Findings of one rule in one table, of which there are too many to read one by one. */
export interface Bundle {
  readonly kind: 'bundle'
  readonly key: string
  readonly rule: string
  readonly findings: readonly Finding[]
  readonly title: string
  readonly advice: string
}

export interface Single {
  readonly kind: 'single'
  readonly key: string
  readonly finding: Finding
}

export type FindingItem = Bundle | Single

/** `overridden`: errors for which a reason was written; they are no longer open. */
export type GroupId = Severity | 'overridden'

export interface FindingGroup {
  readonly id: GroupId
  readonly title: string
  readonly count: number
  readonly items: readonly FindingItem[]
}

/** From this many findings of one rule in one table on they are shown as one. Errors never are: each is to be mended. */
const bundleFrom = 4

const titles: Readonly<Record<GroupId, string>> = {
  error: '错误',
  warning: '警告',
  hint: '提示',
  overridden: '已说明理由',
}

const order: readonly GroupId[] = ['error', 'warning', 'hint', 'overridden']

const groupOf = (finding: Finding): GroupId => (finding.override ? 'overridden' : finding.severity)

/** What tells a finding from every other of the same report. */
export const findingKey = ({ rule, cells, where }: Finding): string =>
  [rule, ...cells, ...(where ? [where.section, where.paragraph, where.from] : [])].join('|')

/** The section a finding is in, as its heading; for what is in no section, the name of the part: 开头的说明, 署名. */
export function headingOf(form: Form, { cells, where }: Finding): string {
  const place = cells[0] === undefined ? undefined : placeOf(form, cells[0])
  if (place) return sectionOf(form, place.table).heading
  if (!where) return ''
  return form.sections.find(({ id }) => id === where.section)?.heading ?? partNames[where.section]
}

/** Findings in texts behind the others, in the order of the paper: so a section is read through once. */
const inOrderOfPaper = (findings: readonly Finding[]): Finding[] => [
  ...findings.filter(({ where, cells }) => !where || cells.length > 0),
  ...partsInOrder.flatMap((part) =>
    findings
      .filter(({ where, cells }) => where?.section === part && cells.length === 0)
      .sort((a, b) => position(a) - position(b)),
  ),
]

/** Longer than any paragraph. */
const paragraphSpan = 1_000_000
const position = ({ where }: Finding): number => (where ? where.paragraph * paragraphSpan + where.from : 0)

/** Groups of findings that are not empty. */
export function groupFindings(form: Form, findings: readonly Finding[]): FindingGroup[] {
  return order.flatMap((id) => {
    const own = inOrderOfPaper(findings.filter((finding) => groupOf(finding) === id))
    if (own.length === 0) return []
    const items = id === 'warning' || id === 'hint' ? bundled(form, own) : own.map(single)
    return [{ id, title: titles[id], count: own.length, items }]
  })
}

const single = (finding: Finding): Single => ({ kind: 'single', key: findingKey(finding), finding })

function bundled(form: Form, findings: readonly Finding[]): FindingItem[] {
  const families = new Map<string, Finding[]>()
  for (const finding of findings) {
    const family = [finding.rule, headingOf(form, finding), finding.where?.section].join('/')
    families.set(family, [...(families.get(family) ?? []), finding])
  }
  return [...families].flatMap(([key, members]): FindingItem[] => {
    const [first] = members
    if (!first || members.length < bundleFrom) return members.map(single)
    const title = bundleTitle(form, first, members)
    return [{ kind: 'bundle', key, rule: first.rule, findings: members, title, advice: bundleAdvice(members) }]
  })
}

/** What all of them advise; 改为“，” of one is no advice for the 。。 beside it. */
function bundleAdvice(members: readonly Finding[]): string {
  const [first = '', ...others] = new Set(members.map(({ advice }) => advice))
  return others.length === 0 ? first : '请逐条核对、改正。'
}

function bundleTitle(form: Form, first: Finding, members: readonly Finding[]): string {
  const heading = headingOf(form, first)
  const where = heading === '' ? '' : `“${heading}”`
  const noted = members.filter(({ note }) => note !== undefined).length
  const explained = noted === 0 ? '' : `，${noted === members.length ? '都' : `其中${noted}处`}已说明`
  if (first.where) return `${where}有${members.length}处${ruleWord(first.rule)}。`
  if (first.rule !== 'EMPTY') return `${where}有${members.length}处同类${titles[first.severity]}${explained}。`
  const cells = members.reduce((count, { cells }) => count + cells.length, 0)
  return `${where}还有${members.length}行、共${cells}格没有数字。`
}

/**
 * Findings of the same rule in the same text that can all be mended without a second look, if this is the first of them;
 * empty for the others, and where there is only one.
 */
export function mendedTogether(findings: readonly Finding[], first: Finding): Finding[] {
  const alike = findings.filter(
    ({ rule, mend }) => rule === first.rule && mend?.certain && mend.section === first.mend?.section,
  )
  return alike.length > 1 && alike[0] === first ? alike : []
}

/** One line of how many there are of each: 错误1条，警告2条. */
export const countWords = (groups: readonly FindingGroup[]): string =>
  groups.map(({ title, count }) => `${title}${count}条`).join('，')
