/** word/fontTable.xml: under which other names a font is to be looked for, on a machine that lacks it. */
import { type FontSet, fontNames, otherNames } from '../../shared/document/fonts.ts'
import { escapeXml } from './xmlText.ts'

/**
 * ECMA-376 Part 1, 17.8.3.1 altName: Word takes the first of them that is installed, and only where none is, 宋体. So
 * 仿宋_GB2312 becomes 仿宋 on a new Windows, and every Chinese name its English one on a Windows in another language.
 * 17.8.3.2: character set 134 (86) is GB 2312, which keeps the substitute a Chinese font.
 */
export function fontTable(fonts: FontSet): string {
  const font = (name: string) => {
    const charset = name === fonts.latin ? '00' : '86'
    return `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(otherNames(name).join(','))}"/><w:charset w:val="${charset}"/></w:font>`
  }
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fontNames(fonts).map(font).join('')}</w:fonts>`
}
