/** The ruling lines of a page: strokes joined to whole lines, and lines that touch gathered to the nets of tables. */
import type { Stroke } from './drawing.ts'

/** An upright or level line: `at` across its direction, `from` and `to` along it. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The lines of one table. */
export interface Net {
  readonly level: readonly Rule[]
  readonly upright: readonly Rule[]
}

/** Points: pieces of one line lie this near to each other, across and along. */
const sameLine = 1.2
const gap = 3
/** Points: lines end this far from the ones they touch. */
const touching = 3

const middle = (a: number, b: number) => (a + b) / 2

/** Strokes as whole lines. A stroke as wide as high is a dot of a dotted line and is joined in both directions. */
export function rulesOf(strokes: readonly Stroke[]): Net {
  const level: Rule[] = []
  const upright: Rule[] = []
  for (const { left, right, top, bottom } of strokes) {
    const [width, height] = [right - left, bottom - top]
    if (width >= height) level.push({ at: middle(top, bottom), from: left, to: right })
    if (height >= width) upright.push({ at: middle(left, right), from: top, to: bottom })
  }
  return { level: joined(level), upright: joined(upright) }
}

function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[][] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && rule.at - last.at <= sameLine) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap(joinedAlong)
}

function joinedAlong(line: readonly Rule[]): Rule[] {
  const at = middle(line[0]?.at ?? 0, line.at(-1)?.at ?? 0)
  const result: Rule[] = []
  for (const { from, to } of [...line].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from <= last.to + gap) result[result.length - 1] = { ...last, to: Math.max(last.to, to) }
    else result.push({ at, from, to })
  }
  // What is left of dots and of letters drawn by lines rules nothing.
  return result.filter(({ from, to }) => to - from >= 4)
}

const touch = (level: Rule, upright: Rule): boolean =>
  upright.at >= level.from - touching &&
  upright.at <= level.to + touching &&
  level.at >= upright.from - touching &&
  level.at <= upright.to + touching

/** Lines that touch each other, table by table; and those that touch none. */
export function netsOf({ level, upright }: Net): { nets: Net[]; loose: Net } {
  const parent = new Map<Rule, Rule>()
  const root = (rule: Rule): Rule => {
    let top = rule
    for (let above = parent.get(top); above; above = parent.get(top)) top = above
    if (top !== rule) parent.set(rule, top)
    return top
  }
  for (const line of level) {
    for (const column of upright) {
      if (!touch(line, column)) continue
      const [a, b] = [root(line), root(column)]
      if (a !== b) parent.set(a, b)
    }
  }
  const groups = new Map<Rule, { level: Rule[]; upright: Rule[] }>()
  const group = (rule: Rule) => {
    const top = root(rule)
    const known = groups.get(top) ?? { level: [], upright: [] }
    groups.set(top, known)
    return known
  }
  for (const rule of level) group(rule).level.push(rule)
  for (const rule of upright) group(rule).upright.push(rule)
  const all = [...groups.values()]
  const isNet = (net: Net) => net.level.length > 0 && net.upright.length > 0
  const alone = all.filter((net) => !isNet(net))
  return {
    nets: all.filter(isNet),
    loose: { level: alone.flatMap((net) => net.level), upright: alone.flatMap((net) => net.upright) },
  }
}
