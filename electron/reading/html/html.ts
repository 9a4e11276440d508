/** A web page as paragraphs and tables. Nothing is fetched, no script runs. */
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import type { SourceDocument } from '../source.ts'
import { articleOf } from './article.ts'
import { newContext, readPage } from './blocks.ts'
import { decodePage } from './encoding.ts'
import { ownBlocks, ownMain } from './ownPage.ts'
import { parsePage } from './parse.ts'
import { readStyleSheet, type StyleSheets } from './styleSheet.ts'

/** Reads a page that was saved as .html. Throws `Refused` for what is too large, too deep or in no known encoding. */
export const readHtml = (bytes: Buffer): SourceDocument => readPageBytes(bytes, 'html')

/** What an .mht says of its page: the charset of its part, and the style sheets beside it. */
export interface Envelope {
  readonly charset?: string
  readonly sheets?: StyleSheets
}

/** Reads a page, alone or out of an envelope. */
export function readPageBytes(bytes: Buffer, kind: 'html' | 'mht', envelope: Envelope = {}): SourceDocument {
  if (bytes.length > limits.htmlBytes) throw new Refused('tooLarge')
  const root = parsePage(decodePage(bytes, envelope.charset))
  const context = newContext(readStyleSheet(root, envelope.sheets ?? new Map()))
  const blocks = readPage(root, context)
  const main = ownMain(root)
  if (main) return { kind, blocks: ownBlocks(main, blocks), notes: [] }
  const article = articleOf(root, blocks)
  const { struck } = context.met
  return {
    kind,
    blocks: article.blocks,
    notes: [
      ...(article.cut ? ['网页上报告以外的文字（菜单、页脚等）没有带入。'] : []),
      ...(struck > 0 ? [`文件中有${struck}处带删除线的文字，请核对是否应当保留。`] : []),
    ],
  }
}
