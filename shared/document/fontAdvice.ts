/** Which of a document's fonts a machine lacks, what Word shows in their place, and which set of fonts to choose. */
import { type DocumentChoices, defaultChoices, fontSetIds } from './choices.ts'
import { type FontSet, fontSetOf, otherNames } from './fonts.ts'

export type FontSetId = DocumentChoices['fonts']

/** A font under its Chinese name, and all names it goes by itself, that one first. */
export interface FontNames {
  readonly name: string
  readonly own: readonly string[]
}

export interface MissingFont {
  readonly name: string
  /** What Word takes instead; null: none of those that are near is there either. */
  readonly replacement: string | null
}

export interface SetAdvice {
  readonly id: FontSetId
  /** Its Chinese fonts, each once, in the order of the document. */
  readonly names: readonly string[]
  readonly missing: readonly MissingFont[]
}

export interface FontAdvice {
  readonly sets: readonly SetAdvice[]
  readonly recommended: FontSetId
}

/** The Chinese fonts: digits and Latin letters have the same font in every set. */
const roles = ['title', 'body', 'heading', 'subheading', 'table', 'pageNumber'] as const satisfies (keyof FontSet)[]

/** The Chinese fonts of a set, each once. */
export function fontsOfSet(id: FontSetId): string[] {
  const fonts = fontSetOf({ ...defaultChoices, fonts: id })
  return [...new Set(roles.map((role) => fonts[role]))]
}

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name)

/**
 * A font and those that may stand for it, the nearest first. `otherNames` lists the English and older names of a font
 * behind its Chinese one: a Chinese name begins the next font.
 */
export function namesAround(name: string): FontNames[] {
  const fonts: { name: string; own: string[] }[] = [{ name, own: [name] }]
  for (const other of otherNames(name)) {
    if (isChinese(other)) fonts.push({ name: other, own: [other] })
    else fonts.at(-1)?.own.push(other)
  }
  return fonts
}

/** Every font to look for, under all its own names: those of the sets, and those that may stand for them. */
export function fontsToFind(): FontNames[] {
  const own = new Map<string, Set<string>>()
  for (const name of fontSetIds.flatMap(fontsOfSet)) {
    for (const font of namesAround(name)) {
      const names = own.get(font.name) ?? new Set()
      for (const one of font.own) names.add(one)
      own.set(font.name, names)
    }
  }
  return [...own].map(([name, names]) => ({ name, own: [...names] }))
}

/** Whether a machine has a font under one of its names. */
export type HasFont = (names: readonly string[]) => Promise<boolean>

/** The Chinese names of the fonts that a machine has. */
export async function installedFonts(has: HasFont): Promise<ReadonlySet<string>> {
  const fonts = fontsToFind()
  const found = await Promise.all(fonts.map(({ own }) => has(own)))
  return new Set(fonts.filter((_, index) => found[index]).map(({ name }) => name))
}

/** Where two sets are as complete: what the standard's own readers expect, then what needs nothing bought. */
const preference: readonly FontSetId[] = ['gb2312', 'system', 'founder']

/** Sets of which something is missing: what Windows brings is there on the machine that prints, too. */
const incompletePreference: readonly FontSetId[] = ['system', 'gb2312', 'founder']

/** Decides by the Chinese names of the fonts that are installed. */
export function fontAdvice(installed: ReadonlySet<string>): FontAdvice {
  const sets = fontSetIds.map((id) => setAdvice(id, installed))
  const lacking = (id: FontSetId) => sets.find((set) => set.id === id)?.missing.length ?? 0
  const complete = preference.find((id) => lacking(id) === 0)
  const best = incompletePreference.reduce((least, id) => (lacking(id) < lacking(least) ? id : least))
  return { sets, recommended: complete ?? best }
}

function setAdvice(id: FontSetId, installed: ReadonlySet<string>): SetAdvice {
  const names = fontsOfSet(id)
  const missing = names
    .filter((name) => !installed.has(name))
    .map((name) => ({
      name,
      replacement: namesAround(name).find((font) => installed.has(font.name))?.name ?? null,
    }))
  return { id, names, missing }
}

/** One sentence on what Word will do where fonts are missing; null where none is. */
export function replacementSentence({ missing }: SetAdvice): string | null {
  if (missing.length === 0) return null
  const replacements = [...new Set(missing.map(({ replacement }) => replacement))]
  const parts = replacements.map((replacement) => {
    const names = missing.filter((font) => font.replacement === replacement).map(({ name }) => name)
    return `${names.join('、')}，Word 会用${replacement ?? '别的字体'}代替`
  })
  return `这台电脑没有 ${parts.join('；没有 ')}。`
}
