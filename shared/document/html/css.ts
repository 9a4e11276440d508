/** The look of the published page: readable on a phone, and on paper near to the printed document. */
import type { DocumentModel } from '../blocks.ts'
import type { Dxa } from '../measures.ts'

/** A name of a font as CSS takes it; what could end the string or the style is left out. */
const fontName = (name: string): string => `"${name.replace(/["\\<>\n]/g, '')}"`

/** A length as millimetres: 1 mm = 56.69 dxa. */
const millimetres = (length: Dxa): string => `${Number((length / (1440 / 25.4)).toFixed(1))}mm`

/**
 * The style sheet of the page. On a narrow screen a wide table scrolls in its own box; table three is then so narrow
 * that the names of its rows are still in sight when it is scrolled to its end. On paper the page has the margins and the
 * fonts of the document.
 */
export function pageCss({ page, fonts }: DocumentModel): string {
  const { top, right, bottom, left } = page.margins
  const margins = [top, right, bottom, left].map(millimetres).join(' ')
  return `
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 18px/1.9 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 900px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 28px; line-height: 1.5; text-align: center; text-wrap: balance; margin: 0 0 32px; }
h1 span { display: inline-block; }
h2, h3, h4, h5, h6 { font-size: 18px; line-height: 1.6; margin: 24px 0 8px; }
h2 { font-size: 21px; margin-top: 36px; text-wrap: balance; }
p { margin: 0 0 8px; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.signature { width: fit-content; max-width: 100%; margin: 48px 0 0 auto; padding-right: 4em; }
.signature p { text-indent: 0; text-align: center; margin: 0; }
.table { overflow-x: auto; margin: 12px 0; }
table { width: 100%; border-collapse: collapse; font-size: 15px; line-height: 1.5; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #555; padding: 6px 8px; text-align: center; vertical-align: middle; }
th { background: #f4f6f8; font-weight: normal; text-wrap: balance; }
tbody th { text-align: left; text-wrap: wrap; }
tbody th[scope="col"], tbody th[scope="colgroup"] { text-align: center; }
#applications, #review { font-size: 14px; }
#applications th, #applications td, #review th, #review td { padding: 5px; }
#applications { min-width: 700px; }
#review { min-width: 680px; }
@media (max-width: 640px) {
  body { font-size: 17px; }
  main { padding: 20px 16px 48px; }
  h1 { font-size: 23px; }
  .signature { padding-right: 0; }
  table { font-size: 14px; }
  #applications, #review { font-size: 12px; min-width: 420px; }
  #applications th, #applications td, #review th, #review td { padding: 5px 1px; }
}
@media print {
  @page { size: A4; margin: ${margins}; }
  body { font: 16pt/29pt ${fontName(fonts.body)}, serif; color: #000; }
  main { max-width: none; padding: 0; }
  h1 { font: 22pt/1.4 ${fontName(fonts.title)}, serif; }
  h2, h3, h4, h5, h6 { font: 16pt/29pt ${fontName(fonts.body)}, serif; margin: 0; text-indent: 2em; break-after: avoid; }
  h2 { font-family: ${fontName(fonts.heading)}, sans-serif; }
  h3 { font-family: ${fontName(fonts.subheading)}, serif; }
  p { margin: 0; orphans: 1; widows: 1; }
  .signature { break-inside: avoid; }
  .table { overflow: visible; margin: 0 0 14pt; break-inside: avoid; }
  table, #applications, #review { width: 100%; min-width: 0; font: 12pt/1.3 ${fontName(fonts.table)}, serif; }
  #applications { font-size: 9pt; }
  #review { font-size: 9.5pt; }
  #applications th, #applications td, #review th, #review td { padding: 2pt; }
  th { background: none; }
  tr { break-inside: avoid; }
}
`
}
