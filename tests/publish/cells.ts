/** Tables in HTML that this program wrote, taken apart into the cells of a grid. */
import { type Placed, placeCells } from '../../shared/forms/grid.ts'

export interface HtmlCell {
  readonly name: 'td' | 'th'
  readonly id: string | undefined
  readonly scope: string | undefined
  readonly headers: readonly string[]
  readonly rowspan: number
  readonly colspan: number
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The text that a browser shows for a piece of HTML without elements. */
export const textOf = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)

/** The tables of a page, each with its cells in the order of the page, spans resolved as HTML does. */
export const tablesOf = (html: string): Placed<HtmlCell>[][] =>
  [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) =>
    placeCells(
      [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
        [...row!.matchAll(/<(td|th)([^>]*)>([^<]*)<\/\1>/g)].map(([, name, attributes, text]) =>
          cellOf(name as 'td' | 'th', attributes!, text!),
        ),
      ),
    ),
  )

function cellOf(name: 'td' | 'th', attributes: string, text: string): HtmlCell {
  const attribute = (wanted: string) => new RegExp(` ${wanted}="([^"]*)"`).exec(attributes)?.[1]
  return {
    name,
    id: attribute('id'),
    scope: attribute('scope'),
    headers: (attribute('headers') ?? '').split(' ').filter((id) => id !== ''),
    rowspan: Number(attribute('rowspan') ?? 1),
    colspan: Number(attribute('colspan') ?? 1),
    text: textOf(text),
  }
}
