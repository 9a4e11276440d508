/** What is drawn behind a text: findings, hits, moved years and other marks, and the levels of its paragraphs. */
import type { Finding, Mend, Severity } from '../../shared/checks/finding.ts'
import type { Level } from '../../shared/narrative/levels.ts'
import { spansAfterEdit, type TextSpan } from '../../shared/narrative/marks.ts'
import { type NarrativeId, paragraphsOf, type TextChange } from '../../shared/report.ts'

/**
 * How letters are marked; each kind is drawn in another way, so that several can lie over each other. `carried`: a sentence
 * of last year's; `linked`, `differs`: a number that follows its cell, and one that
 * no longer says what its cell says; `mend`: what one click replaces, which is not drawn.
 */
export type MarkKind = Severity | 'change' | 'carried' | 'linked' | 'differs' | 'hit' | 'currentHit' | 'mend'

export interface TextMark extends TextSpan {
  readonly kind: MarkKind
  /** What a mark of a finding, and that of its mending, is about. */
  readonly finding?: Finding
  readonly change?: TextChange
  /** What it says to who points at it. */
  readonly words?: string
}

/** A mark of a finding. */
export interface FindingMark extends TextMark {
  readonly finding: Finding
  readonly kind: Severity
}

export const isFindingMark = (mark: TextMark): mark is FindingMark => mark.finding !== undefined && mark.kind !== 'mend'

/** The marks of the open findings of one section: the letters each is about, and those one click mends. */
export function findingMarks(section: NarrativeId, findings: readonly Finding[]): TextMark[] {
  return findings.flatMap((finding): TextMark[] => {
    const { rule, where, mend, severity, override } = finding
    // That the text is last year's stands above it already.
    if (where?.section !== section || override || rule === 'CONFIRM') return []
    const mark: TextMark = { ...span(where), kind: severity, finding }
    return mend?.section === section ? [mark, { ...span(mend), kind: 'mend', finding }] : [mark]
  })
}

const span = ({ paragraph, from, to }: TextSpan): TextSpan => ({ paragraph, from, to })

/** The marks of moved years that still stand in a text. */
export function changeMarks(text: string, changes: readonly TextChange[]): TextMark[] {
  const paragraphs = paragraphsOf(text)
  return changes
    .filter(({ paragraph, from, to, after }) => paragraphs[paragraph]?.slice(from, to) === after)
    .map((change) => ({ ...span(change), kind: 'change', change }))
}

/** What a click on a finding would replace in the text as it stands now; null where it was edited away. */
export function standingMend(marks: readonly TextMark[], finding: Finding): Mend | null {
  const place = marks.find((mark) => mark.kind === 'mend' && mark.finding === finding)
  return finding.mend && place ? { ...finding.mend, ...span(place) } : null
}

/** Marks of a text as the page knows it (`base`), and where they are in the text in the field. */
export interface Standing {
  readonly given: readonly TextMark[]
  readonly base: string
  readonly text: string
  readonly marks: readonly TextMark[]
}

/**
 * The marks after a key press. The page finds them anew only after a pause: until then each stays on its letters, key
 * press by key press, so that two edits far apart do not take what stands between them along.
 */
export function standingMarks(before: Standing | null, now: Omit<Standing, 'marks'>): Standing {
  const { given, base, text } = now
  if (text === base) return { ...now, marks: given }
  if (before?.given !== given || before.base !== base) return { ...now, marks: spansAfterEdit(given, base, text) }
  return before.text === text ? before : { ...now, marks: spansAfterEdit(before.marks, before.text, text) }
}

/** The words of the levels, shown beside the paragraph. */
export const levelWords: Readonly<Record<Exclude<Level, 0>, string>> = {
  1: '一级标题',
  2: '二级标题',
  3: '三级标题',
  4: '四级标题',
}

export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' }

const severities: readonly Severity[] = ['error', 'warning', 'hint']

/** The gravest findings of a paragraph and how many there are, for beside it: 错误, 警告3. Null where it has none. */
export function gutterMark(marks: readonly TextMark[]): { readonly severity: Severity; readonly words: string } | null {
  for (const severity of severities) {
    const count = marks.filter(({ kind, from, to }) => kind === severity && from < to).length
    if (count > 0) return { severity, words: `${severityWords[severity]}${count > 1 ? count : ''}` }
  }
  return null
}

/** The marks of each paragraph of a text. */
export function marksByParagraph(marks: readonly TextMark[]): ReadonlyMap<number, readonly TextMark[]> {
  return Map.groupBy(marks, ({ paragraph }) => paragraph)
}

/** Whether two lists of marks of a paragraph are drawn alike. */
export const drawnAlike = (a: readonly TextMark[], b: readonly TextMark[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((mark, index) => {
      const other = b[index]
      return (
        other === mark ||
        (other?.kind === mark.kind && other.from === mark.from && other.to === mark.to && other.words === mark.words)
      )
    }))

/** Where a paragraph begins in the whole text. */
export function paragraphStart(text: string, paragraph: number): number {
  let at = 0
  for (let count = 0; count < paragraph; count += 1) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}

/** How many characters are written: what a person would count, without spaces and line ends. */
export const characterCount = (text: string): number => [...text.replaceAll(/\s/g, '')].length

/** In words which years were moved: 2024→2025（3处）. Empty where no change stands any more. */
export function changeWords(marks: readonly TextMark[]): string {
  const counts = new Map<string, number>()
  for (const { change } of marks) {
    if (!change) continue
    const words = `${change.before}→${change.after}`
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) => `${words}（${count}处）`).join('，')
}
