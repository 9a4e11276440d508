/** 使用手册 as one page that needs nothing but itself: to be read in any browser, and printed. */
import type { ManualChapter, ManualPart } from '../../shared/manual/manual.ts'

/** A picture by its name in the manual: the bytes of a PNG; undefined where it was not taken. */
export type PictureOf = (screen: string) => Buffer | undefined

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Old browsers know no `gap` and no variables: what is used here, those of 2012 know. */
const style = `
body { margin: 0 auto; padding: 24px; max-width: 820px; color: #1f2329; background: #fff;
  font: 16px/1.8 "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
h1 { margin: 0 0 4px; font-size: 26px; }
h2 { margin: 32px 0 8px; padding-bottom: 4px; font-size: 20px; border-bottom: 1px solid #c9ced6; }
p { margin: 8px 0; }
ol { margin: 8px 0; padding-left: 28px; }
li { margin: 4px 0; }
a { color: #1f5fa6; }
nav ul { margin: 12px 0; padding: 0; list-style: none; }
.soft, figcaption { color: #5c6370; font-size: 14px; }
figure { margin: 16px 0; }
img { display: block; width: 100%; height: auto; border: 1px solid #c9ced6; }
@media print {
  @page { size: A4; margin: 20mm 18mm; }
  body { padding: 0; max-width: none; font-size: 11pt; line-height: 1.6; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; page-break-after: avoid; }
  figure, li { break-inside: avoid; page-break-inside: avoid; }
  img { width: 88%; margin: 0 auto; }
  figcaption { text-align: center; }
}`

function partHtml(part: ManualPart, pictureOf: PictureOf): string {
  if (part.kind === 'text') return `<p>${escaped(part.text)}</p>`
  if (part.kind === 'steps') return `<ol>\n${part.steps.map((step) => `<li>${escaped(step)}</li>`).join('\n')}\n</ol>`
  const png = pictureOf(part.screen)
  const caption = escaped(part.caption)
  const image =
    png === undefined ? '' : `<img alt="${caption}的界面" src="data:image/png;base64,${png.toString('base64')}">\n`
  return `<figure>\n${image}<figcaption>${caption}</figcaption>\n</figure>`
}

const chapterHtml = ({ id, title, parts }: ManualChapter, pictureOf: PictureOf): string =>
  `<section>\n<h2 id="${id}">${escaped(title)}</h2>\n${parts.map((part) => partHtml(part, pictureOf)).join('\n')}\n</section>`

/** The whole page, for a version of the program. */
export function manualPage(chapters: readonly ManualChapter[], version: string, pictureOf: PictureOf): string {
  const contents = chapters.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>公开年报使用手册</title>
<style>${style}
</style>
</head>
<body>
<header>
<h1>公开年报使用手册</h1>
<p class="soft">版本 ${escaped(version)}。图中的单位和数字取自已公布的年报，只作示例。</p>
</header>
<nav aria-label="目录">
<ul>
${contents}
</ul>
</nav>
<main>
${chapters.map((chapter) => chapterHtml(chapter, pictureOf)).join('\n')}
</main>
</body>
</html>
`
}
