/** Text as it may stand in an XML 1.0 file. */

const suspicious = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/**
 * Drops what XML 1.0 does not allow (control characters, lone surrogates, U+FFFE, U+FFFF) and the carriage return,
 * which every XML reader turns into a line feed. Everything else stays, character by character.
 */
export const xmlText = (text: string): string =>
  text.replace(suspicious, (character) => (isAllowedControl(character) ? character : ''))

/** A tab, and the controls U+007F to U+009F, which XML 1.0 discourages but allows. */
const isAllowedControl = (character: string) => character === '\t' || (character >= '\u007f' && character <= '\u009f')

/** Text for an attribute-less element written by hand. */
export const escapeXml = (text: string): string =>
  xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
