/** Makes .docx files for reading tests: just enough of the format, with the body given as XML. */
import { strToU8, zipSync } from 'fflate'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** Says what the parts are: LibreOffice opens nothing without it. */
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordprocessing}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordprocessing}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${wordprocessing}.numbering+xml"/></Types>`

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

/** A run of text. */
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** A paragraph of runs, or of a text. */
export const paragraph = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`

/** A cell with a text, or with blocks of its own. */
export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content)}</w:tc>`

export const row = (cells: readonly string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`

export const table = (rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
