/** The figures of a report from the cells that were found for them: what is certain, what is doubtful, what is no number. */
import type { CellKey } from '../../../shared/forms/form.ts'
import { placesOf } from '../../../shared/forms/lookup.ts'
import type { CellSource } from '../../../shared/reading.ts'
import type { Figures } from '../../../shared/report.ts'
import { readCellText } from '../../../shared/values.ts'
import type { FormMatch, Sourced } from './matching.ts'

export interface Doubt {
  readonly key: CellKey
  readonly text: string
  readonly why: string
}

export interface Cells {
  readonly figures: Figures
  readonly marks: Readonly<Record<CellKey, string>>
  readonly sources: Readonly<Record<CellKey, CellSource>>
  readonly doubtful: readonly Doubt[]
}

/** Reads the figures of all cells that were found. */
export function readCells({ form, candidates }: FormMatch): Cells {
  const figures: Record<CellKey, number | null> = {}
  const marks: Record<CellKey, string> = {}
  const sources: Record<CellKey, CellSource> = {}
  const doubtful: Doubt[] = []
  const byKey = Map.groupBy(withoutTemplates(candidates), ({ key }) => key)
  for (const { key, kind } of placesOf(form).values()) {
    const found = byKey.get(key)
    if (!found) continue
    const { text, value, mark, why, from } = decide(found, (source) => readCellText(kind, source))
    figures[key] = value
    if (from) sources[key] = sourceOf(from)
    if (mark !== undefined) marks[key] = mark
    if (why !== undefined) doubtful.push({ key, text, why })
  }
  return { figures, marks, sources, doubtful }
}

const sourceOf = ({ source, text, cell: { row, column } }: Sourced): CellSource => ({
  table: source,
  row,
  column,
  text,
})

/** An empty form before the filled one says nothing: its blanks are no blanks of the report. */
function withoutTemplates(candidates: readonly Sourced[]): readonly Sourced[] {
  const filled = new Set(candidates.filter(({ text }) => text.trim() !== '').map(({ source }) => source))
  const elsewhere = new Set(candidates.filter(({ source }) => filled.has(source)).map(({ key }) => key))
  return candidates.filter(({ source, key }) => filled.has(source) || !elsewhere.has(key))
}

interface Decision {
  readonly text: string
  readonly value: number | null
  readonly mark?: string
  readonly why?: string
  /** The cell that has the text: of several that have it the first. */
  readonly from: Sourced | undefined
}

/** What a figure is, from all the cells that were found for it. Two different texts are no number, nor is a blank beside one. */
function decide(found: readonly Sourced[], read: (text: string) => ReturnType<typeof readCellText>): Decision {
  const sure = found.filter(({ certainty }) => certainty === 2)
  const candidates = sure.length > 0 ? sure : found
  const texts = [...new Set(candidates.map(({ text }) => text.trim()).filter((text) => text !== ''))]
  const text = texts.join(' / ')
  const from = candidates.find((candidate) => candidate.text.trim() !== '') ?? candidates[0]
  if (text !== '') {
    const why = contradiction(candidates, texts)
    if (why !== undefined) return { text, value: null, mark: text, why, from }
  }
  const { value, mark, doubt } = read(text)
  const why = doubt ?? unsureOf(candidates)
  return { text, value, ...(mark !== undefined && { mark }), ...(why !== undefined && { why }), from }
}

/** Why a number should be looked at although its text is clear. */
function unsureOf(candidates: readonly Sourced[]): string | undefined {
  const unsure = candidates.find(({ cell }) => cell.doubt !== undefined)?.cell.doubt
  if (unsure !== undefined) return unsure
  if (candidates.some(({ misfit }) => misfit === 'uneven')) return '这一行的格数与表头不一样多，数字可能错了列'
  const wording = candidates.find(({ certainty }) => certainty === 1)?.wording?.replace(/\s+/g, '')
  return wording === undefined ? undefined : `行名或列名写作“${wording}”，与规定的不同`
}

/** Why no number can be taken from these cells. */
function contradiction(candidates: readonly Sourced[], texts: readonly string[]): string | undefined {
  if (candidates.some(({ merged }) => merged)) return '这一格在文件中与其他格合并了'
  if (candidates.some(({ misfit }) => misfit === 'shifted')) return '这一行的各格没有对齐表头，不能断定属于哪一列'
  if (texts.length > 1) return '文件中有两处，数字不同'
  const unit = candidates.find(({ otherUnit }) => otherUnit !== undefined)?.otherUnit
  if (unit !== undefined) return `表中写的单位是“${unit}”，不是万元`
  // Within one table a figure's place may be split into several cells, of which one is filled.
  const filled = new Set(candidates.filter(({ text }) => text.trim() !== '').map(({ source }) => source))
  return candidates.some(({ source }) => !filled.has(source)) ? '文件中有两处，其中一处是空白' : undefined
}
