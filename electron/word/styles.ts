/** styles.xml: fonts, sizes and indents of the paragraph styles. The document itself names only what varies. */
import {
  AlignmentType,
  DocumentAttributes,
  DocumentDefaults,
  type IParagraphPropertiesOptions,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  StyleForParagraph,
} from 'docx'
import type { FontSet } from '../../shared/document/fonts.ts'
import {
  character,
  characterSpacing,
  firstLineCharacters,
  linePitch,
  sectionEndHeight,
  sizes,
} from '../../shared/document/measures.ts'
import { styleIds } from '../../shared/document/styleIds.ts'
import { fontsOf } from './runs.ts'

/** The styles of a document, and no others: none of the package's own headings, links and lists. */
export function styleSheet(fonts: FontSet): IStylesOptions {
  return {
    initialStyles: new DocumentAttributes(['w']),
    importedStyles: [
      new DocumentDefaults({
        run: { font: fontsOf(fonts.body, fonts), size: sizes.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      }),
      new StyleForParagraph({ id: 'Normal', name: 'Normal', quickFormat: true, paragraph: plainParagraph }),
    ],
    paragraphStyles: [...textStyles(fonts), ...layoutStyles(fonts)].map(basedOnNormal),
  }
}

/** Widow control would leave a page at 21 lines; the grid would stretch lines in programs that add one. */
const plainParagraph: IParagraphPropertiesOptions = { widowControl: false }

const exactLines = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

const firstLine = {
  firstLine: firstLineCharacters * character,
  firstLineChars: firstLineCharacters * 100,
}

const basedOnNormal = (style: IParagraphStyleOptions): IParagraphStyleOptions => ({
  basedOn: 'Normal',
  quickFormat: true,
  ...style,
})

function textStyles(fonts: FontSet): IParagraphStyleOptions[] {
  const body: IRunStylePropertiesOptions = {
    font: fontsOf(fonts.body, fonts),
    size: sizes.body,
    characterSpacing,
  }
  const text = { alignment: AlignmentType.BOTH, indent: firstLine, spacing: exactLines }
  const line = { alignment: AlignmentType.RIGHT, spacing: exactLines, keepLines: true }
  return [
    {
      id: styleIds.title,
      name: '年报标题',
      next: styleIds.preface,
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactLines, keepNext: true, keepLines: true },
      run: { font: fontsOf(fonts.title, fonts), size: sizes.title },
    },
    { id: styleIds.preface, name: '年报前言', paragraph: text, run: body },
    {
      id: styleIds.heading,
      name: '年报一级标题',
      next: styleIds.body,
      paragraph: { ...text, keepNext: true, outlineLevel: 0 },
      run: { ...body, font: fontsOf(fonts.heading, fonts) },
    },
    { id: styleIds.body, name: '年报正文', paragraph: text, run: body },
    { id: styleIds.unit, name: '年报署名', next: styleIds.date, paragraph: { ...line, keepNext: true }, run: body },
    { id: styleIds.date, name: '年报成文日期', paragraph: line, run: body },
    { id: styleIds.note, name: '年报附注', paragraph: { ...text, keepLines: true }, run: body },
  ]
}

function layoutStyles(fonts: FontSet): IParagraphStyleOptions[] {
  return [
    {
      id: styleIds.cell,
      name: '年报表格',
      // No exact lines: they clip what is larger than the line, and a table is not on the grid of the text.
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } },
      run: { font: fontsOf(fonts.table, fonts) },
    },
    { id: styleIds.spacer, name: '年报空行', paragraph: { spacing: exactLines }, run: { size: sizes.body } },
    {
      id: styleIds.sectionEnd,
      name: '年报分节',
      paragraph: { spacing: { ...exactLines, line: sectionEndHeight } },
      run: { size: 2 },
    },
    {
      id: styleIds.signOffTitle,
      name: '审签单标题',
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactLines, keepNext: true, keepLines: true },
      run: { font: fontsOf(fonts.title, fonts), size: sizes.title },
    },
    {
      id: styleIds.signOffCell,
      name: '审签单表格',
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } },
      run: { font: fontsOf(fonts.table, fonts) },
    },
    {
      id: styleIds.pageNumber,
      name: '年报页码',
      paragraph: { spacing: { before: 0, after: 0 } },
      // 7.5: 四号半角宋体阿拉伯数字, so the digits too.
      run: { font: fontsOf(fonts.pageNumber, { latin: null }), size: sizes.pageNumber },
    },
  ]
}
