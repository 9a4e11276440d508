/** What follows the text: 署名 and 成文日期 (7.3.5), 附注 (7.3.6), and how much of the text goes with them. */
import type { Signature } from '../report.ts'
import type { Block, NoteBlock, ParagraphBlock, SpacerBlock } from './blocks.ts'
import type { DocumentChoices } from './choices.ts'
import {
  character,
  characterSpacing,
  firstLineCharacters,
  linesAboveSealed,
  linesAboveUnsealed,
  sizes,
  textWidth,
} from './measures.ts'
import { signatureBlock } from './signature.ts'
import { widthOf } from './textWidth.ts'

/** The text with its closing; the text alone where there is nothing to close it with. */
export function withClosing(
  text: readonly Block[],
  signature: Signature,
  { seal, note }: Pick<DocumentChoices, 'seal' | 'note'>,
): Block[] {
  const signed = signatureBlock(signature, seal)
  const noted = noteBlock(note)
  if (!signed && !noted) return [...text]
  const lines = seal === 'sealed' && signed ? linesAboveSealed : linesAboveUnsealed
  const spacer: SpacerBlock = { type: 'spacer', lines, keepNext: true }
  return [
    ...withLastTextKept(text),
    spacer,
    ...(signed ? [{ ...signed, keepNext: noted !== null }] : []),
    ...(noted ? [noted] : []),
  ]
}

/** 7.3.6: 居左空二字加圆括号编排在成文日期下一行. The office may have written the brackets itself. */
function noteBlock(note: string): NoteBlock | null {
  const text = note.trim().replace(/^[（(](.*)[）)]$/, '$1')
  return text === '' ? null : { type: 'note', text: `（${text}）` }
}

/**
 * 7.3.5.5: a signature never stands on a page without text: the last paragraph that holds text goes with it. One of a
 * few lines goes whole: a single line of it above the signature looks lost, and there programs differ (Word would take
 * the last line only, LibreOffice always all). Of a longer one Word takes the last line, so that no page is half empty.
 */
function withLastTextKept(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.type === 'paragraph' && block.text.trim() !== '')
  return blocks.map((block, index) => {
    if (index < last || block.type !== 'paragraph') return block
    return { ...block, keepNext: true, ...(isShort(block) && { keepLines: true }) }
  })
}

const shortLines = 4

const isShort = ({ text }: ParagraphBlock): boolean =>
  firstLineCharacters * character + widthOf(text, sizes.body, characterSpacing) <= shortLines * textWidth
