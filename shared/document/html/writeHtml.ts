/** A report as one web page for publishing: nothing external, no script, no markup but that of its meaning. */
import type { Report } from '../../report.ts'
import type { Block, ParagraphBlock, SignatureBlock, TableBlock, TitleBlock } from '../blocks.ts'
import { type DocumentChoices, defaultChoices } from '../choices.ts'
import { documentOf } from '../document.ts'
import { pageCss } from './css.ts'
import { escapeHtml } from './escape.ts'
import { tableHtml } from './table.ts'

/** Draws a report as a page, from the blocks of its .docx. The same report and choices give the same text. */
export function writeHtml(report: Report, choices: DocumentChoices = defaultChoices): string {
  const model = documentOf(report, published(choices))
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(model.title)}</title>
<meta name="author" content="${escapeHtml(model.author)}">
<style>${pageCss(model)}</style>
</head>
<body>
<main>
${bodyLines(model.blocks).join('\n')}
</main>
</body>
</html>
`
}

/** What is published is the report: the sign-off sheet stays in the office, and a web page is never turned. */
const published = (choices: DocumentChoices): DocumentChoices => ({
  ...choices,
  applicationsTable: 'portrait',
  signOff: { ...choices.signOff, place: 'none' },
})

/** The heading of the section a block stands in, and the headings around it within that section. */
interface Outline {
  section: string
  levels: number[]
}

function bodyLines(blocks: readonly Block[]): string[] {
  const outline: Outline = { section: '', levels: [] }
  return blocks.flatMap((block) => drawBlock(block, outline))
}

function drawBlock(block: Block, outline: Outline): string[] {
  switch (block.type) {
    case 'title':
      return [titleHtml(block)]
    case 'paragraph':
      return paragraphHtml(block, outline)
    case 'table':
      return tableBox(block, outline.section)
    case 'signature':
      return [signatureHtml(block)]
    case 'note':
      return [`<p>${escapeHtml(block.text)}</p>`]
    // The distances of the page are those of its style sheet; a sign-off sheet and sections are paper's.
    case 'spacer':
    case 'section':
    case 'sheetTitle':
      return []
  }
}

/** The lines may be set beside each other where there is room. */
const titleHtml = ({ lines }: TitleBlock): string =>
  `<h1>${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</h1>`

/** Blank lines are layout; a page has none. */
function paragraphHtml(block: ParagraphBlock, outline: Outline): string[] {
  const text = block.text.trim()
  if (text === '') return []
  if (block.role === 'heading') {
    outline.section = text
    outline.levels = []
    return [`<h2>${escapeHtml(text)}</h2>`]
  }
  const heading = block.text.slice(0, block.headingLength)
  if (heading.trim() === text) return [subheading(text, block.level, outline)]
  return [`<p>${runInHeading(heading, block.level)}${escapeHtml(block.text.slice(heading.length).trimEnd())}</p>`]
}

/** No level is left out on the way down: the first heading within a section is an h3, whatever its number. */
function subheading(text: string, level: number, outline: Outline): string {
  outline.levels = [...outline.levels.filter((outer) => outer < level), level]
  const name = `h${Math.min(6, 2 + outline.levels.length)}`
  return `<${name}>${escapeHtml(text)}</${name}>`
}

/** GB/T 9704-2012 7.3.3 sets the first two levels apart by their font, the others not. */
const runInHeading = (heading: string, level: number): string =>
  heading !== '' && level <= 2 ? `<strong>${escapeHtml(heading)}</strong>` : escapeHtml(heading)

/** What scrolls must be reachable by keyboard and have a name. */
const tableBox = (block: TableBlock, section: string): string[] => [
  `<div class="table" role="region" aria-labelledby="${block.id}-caption" tabindex="0">`,
  tableHtml(block, captionOf(section)),
  '</div>',
]

/** The heading without its number: 二、主动公开政府信息情况 → 主动公开政府信息情况. */
const captionOf = (heading: string): string => heading.replace(/^[一二三四五六七八九十]+、/, '')

const signatureHtml = ({ unit, date }: SignatureBlock): string =>
  [
    '<footer class="signature">',
    ...[unit, date].flatMap((line) => (line ? [`<p>${escapeHtml(line.lines.join(''))}</p>`] : [])),
    '</footer>',
  ].join('\n')
