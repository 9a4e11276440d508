/** The steps of a report, each with how far it is, in words. */
import type { Finding } from '../../../shared/checks/finding.ts'
import type { Form, SectionId, TableId } from '../../../shared/forms/form.ts'
import { placesOf } from '../../../shared/forms/lookup.ts'
import { carriedSentences } from '../../../shared/narrative/carried.ts'
import { type NarrativeId, narrativeIds, type Report } from '../../../shared/report.ts'

export type StepId = 'head' | SectionId | 'compare' | 'check' | 'export'

/** How a step is shown: the words say it, the tone colours it. */
export interface StepState {
  readonly words: string
  readonly tone: 'open' | 'warning' | 'error' | 'done'
}

export interface Step {
  readonly id: StepId
  readonly name: string
  readonly state: StepState
}

export const isTable = (form: Form, id: StepId): id is TableId => form.tables.some((table) => table.id === id)
/** Whether a step is one of the texts; the preface is written in the step of the title. */
export const isText = (id: string): id is Extract<NarrativeId, StepId> =>
  id !== 'preface' && (narrativeIds as readonly string[]).includes(id)

/** A place in a text, or one of the fields of the title and the signature, to go to once more with each new `at`. */
export type PlaceInText = NonNullable<Finding['where']> & { readonly at: number }

/** All steps of a report in the order of the paper. */
export function stepsOf(form: Form, report: Report, findings: readonly Finding[]): Step[] {
  const sections = form.sections.map(
    ({ id, heading }): Step => ({
      id,
      name: heading,
      state: isTable(form, id)
        ? tableState(form, report, findings, id)
        : textState(report, findings, id as NarrativeId),
    }),
  )
  return [
    { id: 'head', name: '标题、说明和署名', state: headState(report) },
    ...sections,
    { id: 'compare', name: '与上年比较', state: compareState(report, findings) },
    { id: 'check', name: '审核', state: checkState(findings) },
    { id: 'export', name: '预览和导出', state: { words: '', tone: 'open' } },
  ]
}

function tableState(form: Form, report: Report, findings: readonly Finding[], table: TableId): StepState {
  const places = [...placesOf(form).values()].filter((place) => place.table === table && place.kind !== 'total')
  const keys = new Set([...placesOf(form).values()].filter((place) => place.table === table).map(({ key }) => key))
  const errors = findings.filter(
    ({ severity, override, cells }) => severity === 'error' && !override && cells.some((key) => keys.has(key)),
  ).length
  if (errors > 0) return { words: `${errors}个错误`, tone: 'error' }
  const blank = places.filter(({ key }) => typeof report.figures[key] !== 'number').length
  if (blank > 0) return { words: `还有${blank}格空白`, tone: 'open' }
  const unconfirmed = report.unconfirmed.filter((key) => keys.has(key)).length
  return unconfirmed > 0 ? { words: `${unconfirmed}格待确认`, tone: 'warning' } : { words: '已填完', tone: 'done' }
}

function textState(report: Report, findings: readonly Finding[], id: NarrativeId): StepState {
  if (report.narrative[id].trim() === '') return { words: '空白', tone: 'open' }
  if (report.textUnconfirmed.includes(id)) {
    const left = carriedSentences(report, id).length
    return { words: left > 0 ? `${left}句上年的待确认` : '沿用上年，待确认', tone: 'warning' }
  }
  const open = findings.filter(({ where, override }) => where?.section === id && !override)
  const errors = open.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return { words: `${errors}个错误`, tone: 'error' }
  const warnings = open.filter(({ severity }) => severity === 'warning').length
  if (warnings > 0) return { words: `${warnings}条警告`, tone: 'warning' }
  return { words: `${[...report.narrative[id].replace(/\s/g, '')].length}字`, tone: 'done' }
}

function headState(report: Report): StepState {
  if (report.textUnconfirmed.includes('preface')) return { words: '沿用上年，待确认', tone: 'warning' }
  return report.signature.date === '' ? { words: '未填日期', tone: 'open' } : { words: '已填', tone: 'done' }
}

/** How many large changes (X4) nobody has explained yet. */
function compareState(report: Report, findings: readonly Finding[]): StepState {
  if (!report.lastYear) return { words: '没有上年的报告', tone: 'open' }
  const jumps = findings.filter(({ rule }) => rule === 'X4')
  const open = jumps.filter(({ note }) => note === undefined).length
  if (open > 0) return { words: `${open}格变化很大`, tone: 'warning' }
  return jumps.length > 0 ? { words: '变化已说明', tone: 'done' } : { words: '', tone: 'open' }
}

function checkState(findings: readonly Finding[]): StepState {
  const errors = findings.filter(({ severity, override }) => severity === 'error' && !override).length
  if (errors > 0) return { words: `${errors}个错误`, tone: 'error' }
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  return warnings > 0 ? { words: `${warnings}条警告`, tone: 'warning' } : { words: '没有问题', tone: 'done' }
}

/** The step in which a finding is mended. */
export function stepOfFinding(form: Form, { cells, where }: Finding): StepId {
  if (where) return isText(where.section) ? where.section : 'head'
  const place = placesOf(form).get(cells[0] ?? '')
  return place?.table ?? 'check'
}
