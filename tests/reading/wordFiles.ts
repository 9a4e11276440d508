/** Makes .docx files for reading tests: just enough of the format, with the body given as XML. */
import { strToU8, zipSync } from 'fflate'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Our reader looks for none of them; other programs open no file without. */
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
]
  .map(
    ([part, type]) =>
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  )
  .join('')}</Types>`

interface Parts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly extra?: Readonly<Record<string, Uint8Array>>
}

/** A whole .docx. */
export function wordFile({ body, styles = '', numbering = '', extra = {} }: Parts): Buffer {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': xml(contentTypes),
      '_rels/.rels': xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${types}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/_rels/document.xml.rels': xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${types}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${types}/numbering" Target="numbering.xml"/></Relationships>`,
      ),
      'word/styles.xml': xml(`<w:styles ${w}>${styles}</w:styles>`),
      'word/numbering.xml': xml(`<w:numbering ${w}>${numbering}</w:numbering>`),
      'word/document.xml': xml(
        `<w:document ${w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
      ),
      ...extra,
    }),
  )
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A run of text, its line breaks as Word writes them. */
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr>${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`

/** A paragraph of runs, or of a text. */
export const paragraph = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`

/** A cell with a text, or with blocks of its own. */
export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content)}</w:tc>`

export const row = (cells: readonly string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`

/** Twentieths of a point. */
export const columnWidth = 600

/** A table; its columns have a width where there is a number of them. Programs that lay out need one. */
export const table = (rows: readonly string[], columns = 0) =>
  `<w:tbl><w:tblPr/><w:tblGrid>${`<w:gridCol w:w="${columnWidth}"/>`.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`
