/** What each cell shows: its figure, the word beside it, and what it says of itself to who cannot see colours. */
import type { Finding, Severity } from '../../shared/checks/finding.ts'
import type { CellKey, Form } from '../../shared/forms/form.ts'
import { formOf, placeOf } from '../../shared/forms/lookup.ts'
import type { Figures, LastYear } from '../../shared/report.ts'
import { effectiveValue, hasPrintedTotals, isComplete, type Total, totalsOf } from '../../shared/totals.ts'
import { formatFigure } from '../../shared/values.ts'
import { type Gap, gapsOf } from './balance.ts'
import type { EntryPlace } from './geometry.ts'
import { type CellMark, offersWriting, type ReadMark, type TableEditorProps } from './props.ts'

/** Plain values, so that a cell is drawn again only when one of them changes. */
export interface CellView {
  readonly text: string
  /** Grey, where there is no figure: a proposal, or the text that stands in the cell instead of one. */
  readonly ghost: string
  /** Classes, one for each state. */
  readonly tone: string
  readonly word: string
  /** What a click on the word does. */
  readonly act: '' | 'take' | 'balance'
  readonly actName: string
  readonly lastYear: string
  readonly description: string
  readonly invalid: boolean
}

export const markNames: Readonly<Record<CellMark, string>> = {
  found: '读到',
  blank: '空白',
  doubtful: '存疑',
  missing: '未找到',
}

/** What the findings say of a cell: the worst severity, and whether the cell is the one to look at. */
export interface CellFindings {
  readonly severity: Severity | 'excused'
  readonly leads: boolean
  readonly messages: readonly string[]
  /** Against last year, for a figure that jumped. */
  readonly jump: 'up' | 'down' | null
}

const weights: Readonly<Record<CellFindings['severity'], number>> = {
  error: 3,
  warning: 2,
  hint: 1,
  excused: 0,
}

/** The findings by cell, but for blanks: a cell says itself that it is blank, until a digit is typed. */
export function findingsByCell(findings: readonly Finding[]): ReadonlyMap<CellKey, CellFindings> {
  const cells = new Map<CellKey, CellFindings>()
  for (const finding of findings) {
    if (finding.rule === 'EMPTY') continue
    const own = severityOf(finding)
    finding.cells.forEach((key, index) => {
      const known = cells.get(key)
      const worse = !known || weights[own] > weights[known.severity]
      cells.set(key, {
        severity: worse ? own : known.severity,
        leads: (known?.leads ?? false) || index === 0,
        messages: [...(known?.messages ?? []), messageOf(finding)],
        jump: finding.rule === 'X4' ? jumpOf(finding) : (known?.jump ?? null),
      })
    })
  }
  return cells
}

const severityOf = ({ severity, override }: Finding): CellFindings['severity'] => (override ? 'excused' : severity)

const messageOf = ({ message, override }: Finding): string =>
  override ? `${message}（已说明理由：${override.reason}）` : message

const jumpOf = ({ left, right }: Finding): 'up' | 'down' => ((left ?? 0) > (right ?? 0) ? 'up' : 'down')

/** What is known of the whole table while its cells are drawn. */
export interface Scene {
  readonly props: TableEditorProps
  /** With what is being typed. */
  readonly figures: Figures
  readonly totals: ReadonlyMap<CellKey, Total>
  readonly gaps: ReadonlyMap<CellKey, Gap>
  readonly findings: ReadonlyMap<CellKey, CellFindings>
  readonly unconfirmed: ReadonlySet<CellKey>
}

/** Gathers it; findings and the unconfirmed cells do not change while one types and come ready. */
export function sceneOf(
  props: TableEditorProps,
  withDraft: Figures,
  findings: ReadonlyMap<CellKey, CellFindings>,
  unconfirmed: ReadonlySet<CellKey>,
): Scene {
  const { form } = props
  const figures = props.totals === 'derived' ? withoutTotals(form, withDraft) : withDraft
  return {
    props,
    figures,
    totals: totalsOf(form, figures),
    gaps: props.table === tableOfBalances(form) ? gapsOf(form, figures) : new Map(),
    findings,
    unconfirmed,
  }
}

/** A report that is being written has no totals of its own; one that was read may have been opened to be written. */
function withoutTotals(form: Form, figures: Figures): Figures {
  if (!hasPrintedTotals(form, figures)) return figures
  return Object.fromEntries(Object.entries(figures).filter(([key]) => placeOf(form, key)?.kind !== 'total'))
}

const tableOfBalances = (form: Form) => placeOf(form, form.balances[0]?.left[0] ?? '')?.table

/** The total that is shown in a cell because nobody types it; none for cells that are filled in. */
const derived = ({ props, totals }: Scene, { key, kind }: EntryPlace): Total | undefined =>
  kind === 'total' && props.totals === 'derived' ? totals.get(key) : undefined

/** The figure of a cell as text. */
export function textOf(scene: Scene, place: EntryPlace): string {
  const total = derived(scene, place)
  if (total) return total.filled === 0 ? '' : formatFigure('total', total.sum)
  return formatFigure(place.kind, scene.figures[place.key])
}

/** What a cell shows. */
export function viewOf(scene: Scene, place: EntryPlace): CellView {
  const { props, figures } = scene
  const { key } = place
  const total = derived(scene, place)
  const text = textOf(scene, place)
  const blank = !total && typeof figures[key] !== 'number'
  const found = scene.findings.get(key)
  const word = wordOf(scene, place, blank)
  const lastYear = props.showLastYear ? lastYearOf(props.lastYear, place) : ''
  const proposal = props.proposals.get(key)
  return {
    text,
    ghost: blank ? (proposal === undefined ? (props.marks[key] ?? '') : formatFigure(place.kind, proposal)) : '',
    tone: [
      ...(total ? ['form-total', isComplete(total) ? '' : 'form-partial'] : []),
      ...(blank && !props.readOnly ? ['form-blank'] : []),
      ...(blank && proposal !== undefined ? ['form-proposed'] : []),
      ...(!blank && scene.unconfirmed.has(key) ? ['form-unconfirmed'] : []),
      ...toneOfFindings(found),
      ...(lastYear !== '' && found?.jump ? ['form-jump'] : []),
      ...toneOfMark(props.cellMarks?.get(key)),
      ...(props.pointed === key ? ['form-pointed'] : []),
    ]
      .filter((name) => name !== '')
      .join(' '),
    ...word,
    lastYear: lastYear === '' ? '' : `${found?.jump === 'up' ? '↑' : found?.jump === 'down' ? '↓' : ''}${lastYear}`,
    description: describe(scene, place, { total, blank, lastYear, found }),
    invalid: found?.severity === 'error',
  }
}

const toneOfFindings = (found: CellFindings | undefined): string[] =>
  found ? [`form-${found.severity}`, found.leads ? 'form-leads' : ''] : []

const toneOfMark = (read: ReadMark | undefined): string[] => (read ? [`form-read-${read.mark}`] : [])

type Word = Pick<CellView, 'word' | 'act' | 'actName'>

const noWord: Word = { word: '', act: '', actName: '' }

/** The word beside the figure; of several the one that asks for something. */
function wordOf(scene: Scene, place: EntryPlace, blank: boolean): Word {
  const { props } = scene
  const editable = offersWriting(props)
  const gap = scene.gaps.get(place.key)
  if (gap && (gap.difference !== null || gap.fill !== null)) return gapWord(gap, editable)
  const read = props.cellMarks?.get(place.key)
  if (read && read.mark !== 'found') return { ...noWord, word: markNames[read.mark] }
  if (!blank && scene.unconfirmed.has(place.key)) {
    return { word: '待确认', act: editable ? 'take' : '', actName: `确认${place.name}` }
  }
  if (blank && props.proposals.has(place.key)) {
    return { word: '建议', act: editable ? 'take' : '', actName: `采用建议：${place.name}` }
  }
  const total = derived(scene, place)
  return total && total.filled > 0 && !isComplete(total) ? { ...noWord, word: '未填完' } : noWord
}

function gapWord({ difference, fill }: Gap, editable: boolean): Word {
  const word = difference === null ? `填${fill}` : `差${Math.abs(difference)}`
  const fillable = fill !== null && editable
  if (!fillable) return difference === null ? noWord : { ...noWord, word }
  return { word, act: 'balance', actName: `按勾稽关系填入${fill}（一＋二－（七））` }
}

/** Last year's figure of the same cell, where the cell means the same in last year's form. */
function lastYearOf(last: LastYear | null, { key, kind }: EntryPlace): string {
  if (!last) return ''
  const form: Form = formOf(last.form)
  if (placeOf(form, key)?.kind !== kind) return ''
  return formatFigure(kind, kind === 'total' ? effectiveValue(form, last.figures, key) : last.figures[key])
}

interface Known {
  readonly total: Total | undefined
  readonly blank: boolean
  readonly lastYear: string
  readonly found: CellFindings | undefined
}

/** All that colours and small words say, as sentences: the tooltip, and what a screen reader adds to the cell's name. */
function describe(scene: Scene, { key, kind }: EntryPlace, { total, blank, lastYear, found }: Known): string {
  const { props } = scene
  const gap = scene.gaps.get(key)
  const read = props.cellMarks?.get(key)
  const mark = props.marks[key]
  const proposal = props.proposals.get(key)
  const parts = [
    total && !isComplete(total) ? `未填完：已填${total.filled}格，共${total.of}格` : '',
    !blank && scene.unconfirmed.has(key) ? '从上年带入，待确认' : '',
    blank && proposal !== undefined ? `建议填${formatFigure(kind, proposal)}，按回车采用` : '',
    read
      ? [`${markNames[read.mark]}${read.text === '' ? '' : `：原文“${read.text}”`}`, read.where ?? '', read.why ?? '']
          .filter(Boolean)
          .join('，')
      : '',
    mark !== undefined && !read ? `原文“${mark}”` : '',
    blank && !read && proposal === undefined && !props.readOnly ? '没有数字' : '',
    gap?.message ?? '',
    gap && gap.fill !== null ? `按一＋二－（七）应为${gap.fill}` : '',
    ...(found?.messages ?? []).filter((message) => message !== gap?.message),
    lastYear === '' ? '' : `上年${lastYear}`,
  ]
  return parts
    .map((part) => part.replace(/[，。]$/, ''))
    .filter((part) => part !== '')
    .join('；')
}
