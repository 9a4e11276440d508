/** The options of `export` that choose how the document looks: the same choices as in the window. */
import {
  type DocumentChoices,
  defaultChoices,
  documentChoicesSchema,
  fontSetIds,
  numeralFonts,
  pageNumberPlaces,
  sealings,
  signOffPlaces,
  tableOrientations,
} from '../shared/document/choices.ts'

type SignOffText = 'preparer' | 'reviewer' | 'phone'

/** Options that take one of a few words, each with its words. */
const words = {
  fonts: fontSetIds,
  numerals: numeralFonts,
  'page-number': pageNumberPlaces,
  seal: sealings,
  table: tableOrientations,
  'sign-off': signOffPlaces,
} as const

type WordOption = keyof typeof words

/** Options that take a text. The texts of the sign-off sheet need the sheet. */
const texts = ['note', 'preparer', 'reviewer', 'phone'] as const satisfies readonly ('note' | SignOffText)[]

export const choiceOptions: readonly string[] = [...Object.keys(words), ...texts]

/** What was given on the command line, by option. */
export type GivenChoices = Readonly<Partial<Record<WordOption | (typeof texts)[number], string>>>

type Chosen = { readonly choices: DocumentChoices } | { readonly message: string }

/** The choices that were given, the others as they are by default; or one sentence that says what is wrong. */
export function choicesFrom(given: GivenChoices): Chosen {
  const unknown = wrongWord(given) ?? strayText(given)
  if (unknown !== undefined) return { message: unknown }
  const { signOff } = defaultChoices
  const parsed = documentChoicesSchema.safeParse({
    fonts: given.fonts ?? defaultChoices.fonts,
    numerals: given.numerals ?? defaultChoices.numerals,
    pageNumber: given['page-number'] ?? defaultChoices.pageNumber,
    seal: given.seal ?? defaultChoices.seal,
    note: given.note ?? defaultChoices.note,
    applicationsTable: given.table ?? defaultChoices.applicationsTable,
    signOff: {
      place: given['sign-off'] ?? signOff.place,
      preparer: given.preparer ?? signOff.preparer,
      reviewer: given.reviewer ?? signOff.reviewer,
      phone: given.phone ?? signOff.phone,
    },
  })
  if (parsed.success) return { choices: parsed.data }
  // The words were looked at: what is left is a text that is too long.
  const option = String(parsed.error.issues[0]?.path.at(-1))
  return { message: `--${option} 的内容太长，没有写入，请缩短后重试。` }
}

function wrongWord(given: GivenChoices): string | undefined {
  for (const option of Object.keys(words) as WordOption[]) {
    const value = given[option]
    const right: readonly string[] = words[option]
    if (value !== undefined && !right.includes(value)) {
      return `--${option} 不能是“${value}”，没有写入，可以写 ${right.join('、')}。`
    }
  }
  return undefined
}

function strayText(given: GivenChoices): string | undefined {
  if ((given['sign-off'] ?? 'none') !== 'none') return undefined
  const stray = (['preparer', 'reviewer', 'phone'] as const).find((option) => given[option] !== undefined)
  return stray && `--${stray} 印在审签单上，没有写入，请同时写明 --sign-off first 或 --sign-off last。`
}
