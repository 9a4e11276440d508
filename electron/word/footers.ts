/** Page numbers, GB/T 9704-2012 7.5: 数字左右各放一条一字线；单页码居右空一字，双页码居左空一字. */
import { AlignmentType, BuilderElement, Paragraph, StringContainer, TextRun } from 'docx'
import type { PageRules } from '../../shared/document/blocks.ts'
import { pageNumberSide, type Side } from '../../shared/document/pageNumber.ts'
import { styleIds } from '../../shared/document/styleIds.ts'
import { chineseMarks } from './runs.ts'

/** The page numbers of a section: one for all pages, or one for odd and one for even pages, where their sides differ. */
export function pageNumbersOf(page: PageRules): { readonly odd: Paragraph; readonly even?: Paragraph } {
  const [odd, even] = [pageNumberSide(1, page), pageNumberSide(2, page)]
  return { odd: paragraphAt(odd, '1', page), ...(even !== odd && { even: paragraphAt(even, '2', page) }) }
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

const paragraphAt = (side: Side, result: string, { pageNumberIndent }: PageRules): Paragraph =>
  new Paragraph({
    style: styleIds.pageNumber,
    alignment: alignments[side],
    ...(side !== 'center' && { indent: { [side]: pageNumberIndent } }),
    children: pageNumber(result),
  })

/**
 * A PAGE field between two 一字线, as a complex field with a result, which programs that do not lay out pages show.
 * The package's own PAGE has none.
 */
function pageNumber(result: string): TextRun[] {
  return [
    new TextRun({ ...chineseMarks, text: '— ' }),
    new TextRun({ children: [fieldCharacter('begin')] }),
    new TextRun({ children: [new StringContainer('w:instrText', ' PAGE ')] }),
    new TextRun({ children: [fieldCharacter('separate')] }),
    new TextRun({ text: result }),
    new TextRun({ children: [fieldCharacter('end')] }),
    new TextRun({ ...chineseMarks, text: ' —' }),
  ]
}

const fieldCharacter = (type: 'begin' | 'separate' | 'end') =>
  new BuilderElement<{ readonly type: string }>({
    name: 'w:fldChar',
    attributes: { type: { key: 'w:fldCharType', value: type } },
  })
