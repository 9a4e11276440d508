/** Text as HTML: whatever stands in a report is text there too. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that no HTML may hold, such as NUL; a lone surrogate cannot be written as UTF-8. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Cs}/gu

/** Escapes a text for an element or a quoted attribute; control characters are left out. */
export const escapeHtml = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"']/g, (character) => entities[character] ?? character)
