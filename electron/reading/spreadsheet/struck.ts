/** Cells of an .xlsx that are struck out as a whole: the package that reads spreadsheets does not tell. */
import { child, childrenOf, toggle, type XmlElement } from '../xml.ts'

/** The numbers of the cell formats whose font is struck through. */
export function struckFormats(styles: XmlElement): ReadonlySet<string> {
  const fonts = childrenOf(child(styles, 'fonts'), 'font')
  const formats = childrenOf(child(styles, 'cellXfs'), 'xf')
  const struck = (format: XmlElement) => toggle(fonts[Number(format.attributes.fontId)], 'strike') === true
  return new Set(formats.flatMap((format, index) => (struck(format) ? [String(index)] : [])))
}

/** The addresses of the cells of a sheet that have one of these formats. */
export function struckCells(sheet: XmlElement, formats: ReadonlySet<string>): string[] {
  if (formats.size === 0) return []
  return childrenOf(child(sheet, 'sheetData'), 'row').flatMap((row) =>
    childrenOf(row, 'c').flatMap(({ attributes: { r, s } }) =>
      r !== undefined && s !== undefined && formats.has(s) ? [r.toUpperCase()] : [],
    ),
  )
}
