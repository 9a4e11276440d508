/** Every variant of the Word file: what an office chooses, times what its report may hold. */
import {
  type DocumentChoices,
  defaultChoices,
  fontSetIds,
  numeralFonts,
  pageNumberPlaces,
  sealings,
  signOffPlaces,
  tableOrientations,
} from '../../shared/document/choices.ts'
import type { Report } from '../../shared/report.ts'
import { eightDigits, filledWith, shortText, signed, twentyPages } from './reports.ts'

const figures = {
  zero: () => filledWith(0, 0).figures,
  typical: () => signed().figures,
  eightDigits: () => eightDigits().figures,
}

const texts = { short: shortText, twentyPages }

/** Each dimension with its values; the note needs the escapes of XML. */
export const dimensions = {
  fonts: fontSetIds,
  pageNumber: pageNumberPlaces,
  seal: sealings,
  applicationsTable: tableOrientations,
  figures: ['zero', 'typical', 'eightDigits'],
  text: ['short', 'twentyPages'],
  numerals: numeralFonts,
  note: ['', '此件<公开>&发布'],
  signOff: signOffPlaces,
} as const

type Dimension = keyof typeof dimensions
export type Variant = { readonly [D in Dimension]: (typeof dimensions)[D][number] }

const names = Object.keys(dimensions) as Dimension[]

/** All variants, the last dimension counting fastest. */
export function allVariants(): Variant[] {
  const partial = names.reduce<Partial<Variant>[]>(
    (rows, name) => rows.flatMap((row) => dimensions[name].map((value) => ({ ...row, [name]: value }))),
    [{}],
  )
  return partial as Variant[]
}

/**
 * All variants in four layers, one after the other: each holds every variant of the other choices once, with numerals and
 * note in turn, so that a run that is stopped after a layer has seen them all.
 */
export function inLayers(): Variant[] {
  const groups = Map.groupBy(allVariants(), ({ numerals: _, note: __, ...others }) => Object.values(others).join(' '))
  const layers = dimensions.numerals.length * dimensions.note.length
  return Array.from({ length: layers }, (_, layer) =>
    [...groups.values()].map((group, index) => group[(index + layer) % layers]!),
  ).flat()
}

export const nameOf = (variant: Variant): string => names.map((name) => variant[name] || '–').join(' ')

/** Every two values of a variant. */
export const pairsOf = (variant: Variant): string[] =>
  names.flatMap((first, index) =>
    names.slice(index + 1).map((second) => `${first}=${variant[first]} ${second}=${variant[second]}`),
  )

/** A few variants in which every two values of two dimensions meet: each time the one with most pairs that are new. */
export function pairwiseVariants(): Variant[] {
  const candidates = allVariants().map((variant) => ({ variant, pairs: pairsOf(variant) }))
  const left = new Set(candidates.flatMap(({ pairs }) => pairs))
  const chosen: Variant[] = []
  while (left.size > 0) {
    let [best, most] = [candidates[0]!, 0]
    for (const candidate of candidates) {
      const fresh = candidate.pairs.filter((pair) => left.has(pair)).length
      if (fresh > most) [best, most] = [candidate, fresh]
    }
    for (const pair of best.pairs) left.delete(pair)
    chosen.push(best.variant)
  }
  return chosen
}

export const reportOf = ({ figures: held, text }: Variant): Report => ({ ...texts[text](), figures: figures[held]() })

export const choicesOf = ({ signOff: place, figures: _, text: __, ...choices }: Variant): DocumentChoices => ({
  ...choices,
  signOff: { ...defaultChoices.signOff, place, ...(place !== 'none' && { preparer: '张三', phone: '0517-83605210' }) },
})
