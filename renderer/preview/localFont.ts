/** Asks this machine for a font. */
import type { HasFont } from '../../shared/document/fontAdvice.ts'

/**
 * Asks the browser for the font itself. `local()` matches full and PostScript names and nothing near them, so that it
 * tells an absent font from its substitute; it fetches nothing and needs no permission (measured under the page's
 * policy in Chromium 156).
 */
export const hasLocalFont: HasFont = async (names) => {
  const sources = names.map((name) => `local("${name}")`).join(', ')
  try {
    await new FontFace('nianbao-probe', sources).load()
    return true
  } catch {
    return false
  }
}
