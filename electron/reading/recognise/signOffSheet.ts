/** The sign-off sheet of a file that this program wrote: it goes with the report and is no part of it. */
import { styleIds } from '../../../shared/document/styleIds.ts'
import type { SourceBlock } from '../source.ts'

/** The blocks without those of the sheet, which are known by their styles. */
export const withoutSignOffSheet = (blocks: readonly SourceBlock[]): SourceBlock[] =>
  blocks.filter((block) =>
    block.type === 'table'
      ? !block.cells.every(({ style }) => style === styleIds.signOffCell)
      : block.style !== styleIds.signOffTitle,
  )
