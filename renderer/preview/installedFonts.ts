/** Which of the documents' fonts this machine has. */
import { fontsToFind } from '../../shared/document/fontAdvice.ts'

/** Whether the machine has a font under one of its names. */
export type HasFont = (names: readonly string[]) => Promise<boolean>

/**
 * Asks the browser for the font itself. `local()` matches full and PostScript names and nothing near them, so that it
 * tells an absent font from its substitute; it fetches nothing and needs no permission (measured under the page's
 * policy in Chromium 156).
 */
const hasLocalFont: HasFont = async (names) => {
  const sources = names.map((name) => `local("${name}")`).join(', ')
  try {
    await new FontFace('nianbao-probe', sources).load()
    return true
  } catch {
    return false
  }
}

/** The Chinese names of the fonts that are there. */
export async function installedFonts(has: HasFont = hasLocalFont): Promise<ReadonlySet<string>> {
  const fonts = fontsToFind()
  const found = await Promise.all(fonts.map(({ own }) => has(own)))
  return new Set(fonts.filter((_, index) => found[index]).map(({ name }) => name))
}
