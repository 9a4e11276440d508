/**
 * LINK: a sentence from the tables that lists the parts of a number, when a part it does not list is no longer 0. Made
 * complete, it would now hide what was added since: 行政复议3件，其中结果维持1件, with two 结果纠正 in the table.
 */
import type { CellKey, Form } from '../forms/form.ts'
import { formOf } from '../forms/lookup.ts'
import { linkedNumber } from '../narrative/links.ts'
import { type NamedPart, wholesOf } from '../narrative/parts.ts'
import type { Report, TextLink } from '../report.ts'
import { hasPrintedTotals } from '../totals.ts'
import type { CheckContext, Finding } from './finding.ts'
import { atPlace, replace } from './inText.ts'

const sameCells = (one: readonly CellKey[], other: readonly CellKey[]): boolean =>
  one.length === other.length && one.every((key) => other.includes(key))

/** LINK */
export function checkLinkedParts(report: Report, { form }: CheckContext): Finding[] {
  if (report.textLinks.length < 2 || hasPrintedTotals(form, report.figures)) return []
  const wholes = wholesOf(formOf(report.form))
  return report.textLinks.flatMap((link) => {
    const whole = wholes.find(({ cells }) => sameCells(cells, link.cells))
    if (!whole) return []
    const behind = linksBehind(report, link, (cells) => wholes.some((other) => sameCells(other.cells, cells)))
    return whole.ways.flatMap((way) => {
      const listed = behind.filter(({ cells }) => way.some((part) => sameCells(part.cells, cells)))
      const left = way.filter(({ cells }) => !listed.some((other) => sameCells(other.cells, cells)))
      const [last, missing] = [listed.at(-1), numbered(form, report, left)]
      return last && missing.length > 0 ? [told(report, link, last, missing)] : []
    })
  })
}

/** The linked numbers behind one in its sentence, up to the next whole. */
function linksBehind(report: Report, link: TextLink, isWhole: (cells: readonly CellKey[]) => boolean): TextLink[] {
  const { section, paragraph, to } = link
  const line = lineOf(report, link)
  const end = line.indexOf('。', to)
  const behind = report.textLinks
    .filter((other) => other.section === section && other.paragraph === paragraph && other.from >= to)
    .filter(({ from }) => end < 0 || from < end)
    .toSorted((a, b) => a.from - b.from)
  const next = behind.findIndex(({ cells }) => isWhole(cells))
  return next < 0 ? behind : behind.slice(0, next)
}

/** 结果纠正2件: parts that are not 0; none of a part with a blank cell. */
const numbered = (form: Form, { figures }: Report, parts: readonly NamedPart[]) =>
  parts.flatMap(({ name, cells }) => {
    const number = linkedNumber(form, figures, cells)
    return number === null || number === '0' ? [] : [{ cells, words: `${name}${number}件` }]
  })

const lineOf = ({ narrative }: Report, { section, paragraph }: TextLink): string =>
  narrative[section].split('\n')[paragraph] ?? ''

function told(
  report: Report,
  link: TextLink,
  last: TextLink,
  missing: readonly { readonly cells: readonly CellKey[]; readonly words: string }[],
): Finding {
  const { section, paragraph, from, to } = link
  const line = lineOf(report, link)
  const words = missing.map((part) => part.words).join('，')
  const measured = line.charAt(last.to) === '件'
  const mend = measured ? replace(line, last.to, last.to + 1, `件，${words}`, `补写“${words}”`) : undefined
  const finding = atPlace(
    'LINK',
    'warning',
    { section, paragraph, from, to },
    [`这句话逐项列出时漏了表中的${words}。`, '请补写漏掉的项，或者重新插入这句话。'],
    mend,
  )
  return { ...finding, cells: missing.flatMap(({ cells }) => cells) }
}
