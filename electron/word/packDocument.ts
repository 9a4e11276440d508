/** The document model as the bytes of a .docx, drawn with the package `docx`. */
import { Document, type FileChild, Packer } from 'docx'
import type { DocumentModel, TextBlock } from '../../shared/document/blocks.ts'
import { sectionsOf } from '../../shared/document/sections.ts'
import { fixZipTimes } from '../zipTimes.ts'
import { coreProperties } from './coreProperties.ts'
import { fontTable } from './fontTable.ts'
import {
  noteParagraph,
  sectionEndParagraph,
  sheetTitleParagraph,
  signatureParagraphs,
  spacerParagraphs,
  textParagraph,
  titleParagraph,
} from './paragraphs.ts'
import { footersOf, sectionProperties } from './sections.ts'
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
  const sections = sectionsOf(model)
  return new Document({
    styles: styleSheet(model.fonts),
    evenAndOddHeaderAndFooters: model.page.pageNumberPlace === 'outside',
    sections: sections.map((section, index) => ({
      properties: sectionProperties(section, index === 0),
      footers: footersOf(section),
      children: [
        ...section.blocks.flatMap((block) => draw(block, model)),
        ...(section.blocks.at(-1)?.type === 'table' ? [sectionEndParagraph()] : []),
      ],
    })),
  })
}

function draw(block: TextBlock, model: DocumentModel): FileChild[] {
  switch (block.type) {
    case 'title':
      return [titleParagraph(block)]
    case 'sheetTitle':
      return [sheetTitleParagraph(block)]
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
