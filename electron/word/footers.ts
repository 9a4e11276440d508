/** Page numbers, GB/T 9704-2012 7.5: 数字左右各放一条一字线；单页码居右空一字，双页码居左空一字. */
import { AlignmentType, BuilderElement, Paragraph, StringContainer, TextRun } from 'docx'
import type { PageRules } from '../../shared/document/blocks.ts'
import { styleIds } from '../../shared/document/styleIds.ts'
import { chineseMarks } from './runs.ts'

/** The page number of odd pages: at the right, one character free. */
export const oddPageNumber = ({ pageNumberIndent }: PageRules): Paragraph =>
  new Paragraph({
    style: styleIds.pageNumber,
    alignment: AlignmentType.RIGHT,
    indent: { right: pageNumberIndent },
    children: pageNumber('1'),
  })

/** The page number of even pages: at the left, one character free. */
export const evenPageNumber = ({ pageNumberIndent }: PageRules): Paragraph =>
  new Paragraph({
    style: styleIds.pageNumber,
    alignment: AlignmentType.LEFT,
    indent: { left: pageNumberIndent },
    children: pageNumber('2'),
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
