/** Every cell of the form as it was read: right, doubtful, missing, or wrong. */

import type { Recognised } from '../../electron/reading/recognise/recognise.ts'
import type { SourceDocument } from '../../electron/reading/source.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import type { Figures } from '../../shared/report.ts'
import { readCellText } from '../../shared/values.ts'

export interface Assessment {
  readonly right: number
  readonly doubtful: number
  readonly missing: number
  readonly wrong: readonly string[]
}

/** Compares what was read with the figures that stand in the file. */
export function assess({ report, doubtful, notFound }: Recognised, figures: Figures): Assessment {
  const unsure = new Set(doubtful.map(({ key }) => key))
  const absent = new Set(notFound)
  const keys = [...placesOf(formOf(report.form)).keys()]
  const sure = keys.filter((key) => !unsure.has(key) && !absent.has(key))
  const wrong = sure.filter((key) => report.figures[key] !== (figures[key] ?? null))
  // A doubtful cell has its number or none, never another one.
  const guessed = keys.filter((key) => unsure.has(key) && ![null, figures[key] ?? null].includes(report.figures[key]!))
  const named = [...wrong, ...guessed].map((key) => `${key}: ${report.figures[key]}, not ${figures[key]}`)
  return { right: sure.length - wrong.length, doubtful: unsure.size, missing: absent.size, wrong: named }
}

/** Keys of figures that are given as certain and stand in no cell of the document as it was parsed. */
export function fromNowhere({ blocks }: SourceDocument, { report, doubtful }: Recognised): string[] {
  const unsure = new Set(doubtful.map(({ key }) => key))
  const texts = new Set(blocks.flatMap((block) => (block.type === 'table' ? block.cells.map(({ text }) => text) : [])))
  return [...placesOf(formOf(report.form)).values()].flatMap(({ key, kind }) => {
    const value = report.figures[key] ?? null
    if (value === null || unsure.has(key)) return []
    return [...texts].some((text) => readCellText(kind, text).value === value) ? [] : [key]
  })
}
