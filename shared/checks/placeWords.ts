/** Where in the report a finding is, in words: 第一部分第3段第12—14字. */
import { paragraphsOf, type Report } from '../report.ts'
import type { Finding, Part } from './finding.ts'

/** The parts as they are counted on the paper. */
export const partNames: Readonly<Record<Part, string>> = {
  title: '标题',
  preface: '开头的说明',
  overview: '第一部分',
  problems: '第五部分',
  other: '第六部分',
  signer: '署名',
  date: '成文日期',
}

/** The parts in the order of the paper. */
export const partsInOrder: readonly Part[] = ['title', 'preface', 'overview', 'problems', 'other', 'signer', 'date']

const isOneLine = (part: Part): boolean => part === 'title' || part === 'signer' || part === 'date'

/** The part and the paragraph, counted from 1; empty for a finding that is in no text. */
export function paragraphWords({ where }: Finding): string {
  if (!where) return ''
  const { section, paragraph, from, to } = where
  return isOneLine(section) || from === to ? partNames[section] : `${partNames[section]}第${paragraph + 1}段`
}

/** The letters a finding is about; empty where it is about a part as a whole. */
export function wordsAt(report: Report, { where }: Finding): string {
  if (!where) return ''
  return lineOf(report, where).slice(where.from, where.to)
}

/** The place down to the letters, counted from 1 as a person counts them, and the letters themselves. */
export function placeWords(report: Report, finding: Finding): string {
  const { where } = finding
  const words = wordsAt(report, finding)
  if (!where || words === '') return paragraphWords(finding)
  const before = [...lineOf(report, where).slice(0, where.from)].length
  const [first, last] = [before + 1, before + [...words].length]
  const letters = first === last ? `第${first}字` : `第${first}—${last}字`
  const cited = words.replaceAll('“', '‘').replaceAll('”', '’').replaceAll(/\s+/g, ' ')
  return `${paragraphWords(finding)}${letters}“${cited}”`
}

function lineOf(report: Report, { section, paragraph }: NonNullable<Finding['where']>): string {
  if (section === 'title') return report.title
  if (section === 'signer') return report.signature.unit
  if (section === 'date') return report.signature.date
  return paragraphsOf(report.narrative[section])[paragraph] ?? ''
}
