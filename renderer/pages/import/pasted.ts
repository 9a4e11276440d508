/** What is handed over: text, or the page it was copied from. */
export type Pasted = { readonly text: string } | { readonly html: string }

/** The contract takes no longer page. Pictures that Word puts into the text of a page can be larger than any report. */
const longestPage = 8_000_000

/** A copied page that is worth reading as one: with a table in it. Null for any other. */
export const pastedPage = (html: string): string | null =>
  /<table\b/i.test(html) && html.length <= longestPage ? html : null
