/** Reports of every kind for property tests. */
import fc from 'fast-check'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { type NarrativeId, narrativeIds, type Report, scopes, unitKinds, unitLevels } from '../../shared/report.ts'

/** Any text that UTF-8 can hold, NUL and rare characters included. */
const text = fc.string({ unit: 'binary', maxLength: 60 })

const formKeys = [...placesOf(formOf('2021')).keys()]

/** Keys of the form, and others: a file of a later edition may have them. */
const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...formKeys) }, text)

/** The sign of −0 is not kept; the program makes 0 of it where it reads numbers. */
const number = fc
  .oneof(fc.nat(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => (value === 0 ? 0 : value))
const figure = fc.option(number, { nil: null })
const figures = fc.dictionary(key, figure, { maxKeys: 40, noNullPrototype: true })

const place = fc.record({
  section: fc.constantFrom<NarrativeId | 'title'>(...narrativeIds, 'title'),
  paragraph: fc.nat(),
  from: fc.nat(),
  to: fc.nat(),
  before: text,
  after: text,
})

const section = fc.constantFrom(...narrativeIds)
const link = fc.record({
  section,
  paragraph: fc.nat(),
  from: fc.nat(),
  to: fc.nat(),
  cells: fc.array(key, { maxLength: 3 }),
})

const override = fc.record(
  { rule: text, cells: fc.array(key, { maxLength: 4 }), reason: text, at: text, left: figure, right: figure },
  { requiredKeys: ['rule', 'cells', 'reason', 'at'] },
)

const unit = fc.record(
  { name: text, shortName: text, kind: fc.constantFrom(...unitKinds), level: fc.constantFrom(...unitLevels) },
  { requiredKeys: ['name'] },
)

const lastYear = fc.record({
  year: fc.integer({ min: 2008, max: 2030 }),
  form: fc.constantFrom('2021' as const, '2019' as const),
  figures: fc.dictionary(fc.constantFrom(...formKeys), figure, { noNullPrototype: true }),
})

/** As it comes from a file. */
const jsonValue = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))

const extra = fc.dictionary(text, jsonValue, { noNullPrototype: true })

/** Null: not filled in yet. */
const maybe = fc.option(number, { nil: null })

/** Every field of a report: one that is added to Report and not here does not compile, and is then tried with the store. */
const fields: { readonly [Field in keyof Required<Report>]: fc.Arbitrary<Required<Report>[Field]> } = {
  form: fc.constantFrom('2021' as const, '2019' as const),
  year: fc.integer({ min: 2008, max: 2030 }),
  title: text,
  unit,
  scope: fc.constantFrom(...scopes),
  figures,
  marks: fc.dictionary(key, text, { maxKeys: 10, noNullPrototype: true }),
  narrative: fc.record({ preface: text, overview: text, problems: text, other: text }),
  processingFee: fc.record({ notices: maybe, noticedYuan: maybe, receivedYuan: maybe }),
  signature: fc.record({ unit: text, date: text }),
  unconfirmed: fc.uniqueArray(key, { maxLength: 20 }),
  textUnconfirmed: fc.uniqueArray(fc.constantFrom(...narrativeIds)),
  textChanges: fc.array(place, { maxLength: 5 }),
  textLinks: fc.array(link, { maxLength: 5 }),
  confirmedSentences: fc.array(fc.record({ section, text }), { maxLength: 5 }),
  overrides: fc.array(override, { maxLength: 5 }),
  jumpNotes: fc.dictionary(key, text, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  lastYear,
  extra,
}

export const anyReport: fc.Arbitrary<Report> = fc.record(
  { ...fields },
  {
    requiredKeys: [
      'form',
      'year',
      'title',
      'unit',
      'figures',
      'marks',
      'narrative',
      'signature',
      'unconfirmed',
      'textUnconfirmed',
      'textChanges',
      'textLinks',
      'confirmedSentences',
      'overrides',
    ],
  },
)
