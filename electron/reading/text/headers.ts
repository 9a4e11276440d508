/**
 * The columns of a table whose headers are lines of text: several lines, with or without the empty places of merged
 * cells. Which header stands above which is taken from the form, their order from the text.
 */
import type { Form, FormTable } from '../../../shared/forms/form.ts'
import { editions, formOf, placesOf } from '../../../shared/forms/lookup.ts'
import { type Labelled, matchLabel, normaliseLabel, wordingsOf } from '../recognise/labels.ts'

/** A header as it stands in the text. */
export interface HeaderCell {
  readonly text: string
  /** The line it stands on: one beside its group on the same line stands behind all that the group has. */
  readonly line: number
}

/** The headers of one table of the form: each label, and the labels that may stand right above it. */
interface HeaderForm {
  readonly id: string
  readonly labels: readonly Labelled<string>[]
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>
}

let known: readonly HeaderForm[] | undefined

const headerForms = (): readonly HeaderForm[] => {
  known ??= editions.flatMap((edition) => formOf(edition).tables.map((table) => headerFormOf(formOf(edition), table)))
  return known
}

function headerFormOf(form: Form, table: FormTable): HeaderForm {
  const labels = new Map<string, Labelled<string>>()
  const parents = new Map<string, Set<string>>()
  for (const place of placesOf(form).values()) {
    if (place.table !== table.id) continue
    place.columnLabels.forEach((label, depth) => {
      labels.set(label.text, { target: label.text, wordings: wordingsOf(label) })
      const above = place.columnLabels[depth - 1]?.text ?? ''
      parents.set(label.text, (parents.get(label.text) ?? new Set()).add(above))
    })
  }
  return { id: table.id, labels: [...labels.values()], parents }
}

/** Which table's header a text may be of. */
const headerOf = ({ labels }: HeaderForm, text: string): string | undefined => matchLabel(text, labels)?.target

/** Whether a text is a header of columns, in a known or a similar wording. */
export const isHeader = (text: string): boolean => headerForms().some((form) => headerOf(form, text) !== undefined)

/** The labels above each column, the outermost first. */
export interface Columns {
  /** The table of the form the headers are of. */
  readonly table: string
  readonly paths: readonly (readonly string[])[]
  /** Whether every group has as many columns as the others of its kind: where one lacks some, figures would go astray. */
  readonly sure: boolean
}

/** Arranges headers into columns; undefined where they are of no table of the form. */
export function columnsOf(cells: readonly HeaderCell[]): Columns | undefined {
  const scored = headerForms().map((form) => ({
    form,
    score: cells.filter(({ text }) => headerOf(form, text) !== undefined).length,
  }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  if (!best || best.score === 0) return undefined
  const roots = treeOf(best.form, cells)
  return { table: best.form.id, paths: leaves(roots, []), sure: isEven(roots) }
}

interface Node {
  readonly cell: HeaderCell
  readonly name: string | undefined
  readonly children: Node[]
  /** Something that is not below this header stands behind its first child. */
  closed: boolean
}

/** Each header below the first group that may have it and does not have it yet: headers stand level by level. */
function treeOf(form: HeaderForm, cells: readonly HeaderCell[]): Node[] {
  const roots: Node[] = []
  const nodes: Node[] = []
  for (const cell of cells) {
    const name = headerOf(form, cell.text)
    const node: Node = { cell, name, children: [], closed: false }
    const group = nodes.find((candidate) => mayHold(form, candidate, name)) ?? groupOfLast(nodes, name)
    ;(group?.children ?? roots).push(node)
    nodes.push(node)
    for (const other of nodes) other.closed ||= other.children.length > 0 && !isBelow(node, other)
  }
  return roots
}

const isBelow = (node: Node, group: Node): boolean =>
  group === node || group.children.some((child) => isBelow(node, child))

function mayHold({ parents }: HeaderForm, group: Node, name: string | undefined): boolean {
  if (group.closed || name === undefined || group.name === undefined) return false
  return parents.get(name)?.has(group.name) === true && !group.children.some((child) => child.name === name)
}

/** A column that the form does not have stands among those of the header before it. */
function groupOfLast(nodes: readonly Node[], name: string | undefined): Node | undefined {
  const last = nodes.at(-1)
  return name === undefined && last ? nodes.find(({ children }) => children.includes(last)) : undefined
}

/** In table four each group has the same columns. */
function isEven(roots: readonly Node[]): boolean {
  const groups = [...roots]
  const counts = new Map<string, number>()
  for (let group = groups.pop(); group; group = groups.pop()) {
    groups.push(...group.children)
    const names = group.children.filter(({ children }) => children.length === 0).map(({ name }) => name ?? '')
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const repeated = [...counts.values()].some((count) => count > 1)
  return !repeated || new Set(counts.values()).size === 1
}

function leaves(nodes: readonly Node[], above: readonly Node[]): string[][] {
  const parent = above.at(-1)
  const [beside, below] = [
    nodes.filter(({ cell }) => cell.line === parent?.cell.line),
    nodes.filter(({ cell }) => cell.line !== parent?.cell.line),
  ]
  return [...below, ...beside].flatMap((node) => {
    const path = [...above, node]
    return node.children.length > 0 ? leaves(node.children, path) : [path.map(({ cell }) => cell.text)]
  })
}

/** Whether a text is written as the form writes the corner of a table: 信息内容, （本列数据的勾稽关系为…）. */
export const isCorner = (text: string): boolean => {
  const normal = normaliseLabel(text)
  return /^信息内容$/.test(normal) || /勾稽关系/.test(normal)
}
