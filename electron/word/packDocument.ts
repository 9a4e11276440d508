/** The document model as the bytes of a .docx, drawn with the package `docx`. */
import { Document, type FileChild, Packer } from 'docx'
import type { Block, DocumentModel } from '../../shared/document/blocks.ts'
import { fixZipTimes } from '../zipTimes.ts'
import { coreProperties } from './coreProperties.ts'
import { fontTable } from './fontTable.ts'
import { footersOf } from './footers.ts'
import { noteParagraph, signatureParagraphs, spacerParagraphs, textParagraph, titleParagraph } from './paragraphs.ts'
import { styleSheet } from './styles.ts'
import { table } from './tables.ts'

/** Draws a document and packs it. */
export async function packDocument(model: DocumentModel): Promise<Uint8Array> {
  const overrides = [
    { path: 'docProps/core.xml', data: coreProperties(model) },
    { path: 'word/fontTable.xml', data: fontTable(model.fonts) },
  ]
  return fixZipTimes(await Packer.pack(drawDocument(model), 'uint8array', undefined, overrides))
}

/** The document as the package `docx` holds it, before it is packed. */
export function drawDocument(model: DocumentModel): Document {
  const { page } = model
  return new Document({
    styles: styleSheet(model.fonts),
    evenAndOddHeaderAndFooters: page.pageNumberPlace === 'outside',
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { ...page.margins, header: page.margins.top / 2, footer: page.footerDistance, gutter: 0 },
          },
        },
        footers: footersOf(page),
        children: model.blocks.flatMap((block) => draw(block, model)),
      },
    ],
  })
}

function draw(block: Block, model: DocumentModel): FileChild[] {
  switch (block.type) {
    case 'title':
      return [titleParagraph(block)]
    case 'paragraph':
      return [textParagraph(block, model.fonts)]
    case 'spacer':
      return spacerParagraphs(block)
    case 'table':
      return [table(block)]
    case 'signature':
      return signatureParagraphs(block)
    case 'note':
      return [noteParagraph(block)]
  }
}
