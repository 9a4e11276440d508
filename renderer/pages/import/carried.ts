/** What this year's report will take over from last year's, for showing before it is done. */
import { carryForward } from '../../../shared/carryForward.ts'
import type { CellKey } from '../../../shared/forms/form.ts'
import { columnName, currentEdition, formOf, placeOf, rowName, sectionOf } from '../../../shared/forms/lookup.ts'
import { type NarrativeId, narrativeIds, type Report, type Unit } from '../../../shared/report.ts'

export interface CarriedText {
  readonly id: NarrativeId
  readonly name: string
  /** How many years in it are moved on. */
  readonly moved: number
}

export interface Carried {
  readonly title: string
  /** The names of the row that is filled and of last year's row it comes from. */
  readonly rows: { readonly into: string; readonly from: string } | null
  /** 上年结转 by applicant; null stays blank. */
  readonly figures: readonly { readonly key: CellKey; readonly name: string; readonly value: number | null }[]
  readonly texts: readonly CarriedText[]
}

/** The names of the texts: a section's heading; the preface has none on paper. */
export function textName(id: NarrativeId): string {
  return id === 'preface' ? '前言' : sectionOf(formOf(currentEdition), id).heading
}

/** Previews the carry-forward. `unit`: the unit it will belong to, where that is another name. */
export function previewCarried(last: Report, toYear: number, unit?: Unit): Carried {
  const next = carryForward(last, toYear, unit)
  const form = formOf(currentEdition)
  const figures = form.carries.flatMap(({ into }) => {
    const place = placeOf(form, into)
    if (!place || place.kind === 'total') return []
    return [{ key: into, name: columnName(place), value: next.figures[into] ?? null }]
  })
  const [rule] = form.carries
  const [into, from] = rule ? [placeOf(form, rule.into), placeOf(formOf(last.form), rule.from)] : []
  const rows = into && from ? { into: rowName(form, into), from: rowName(formOf(last.form), from) } : null
  const texts = narrativeIds
    .filter((id) => next.narrative[id].trim() !== '')
    .map((id) => ({ id, name: textName(id), moved: next.textChanges.filter(({ section }) => section === id).length }))
  return { title: next.title, rows, figures, texts }
}
