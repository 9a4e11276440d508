/** What holds on from one clause of a text to the next: the time, whose work it is, what is spoken of. */
import { has, type Label, mergedTopic, reviewGroups, topicsOf } from './label.ts'
import { leave, type State } from './subjects.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An office, a place or a kind: what is counted behind it is its own. */
const namesAnother =
  /[局委办厅院镇乡村区县市所站科股室]$|街道|部门|单位|中心|公司|企业|类|方面|领域|系统|网|渠道|银行|学校|医院|其中/

/** The time a label speaks of; what it does not say holds from before. */
export function periodOf({ terms }: Label, state: State): 'own' | 'other' {
  const standing = terms.some((term) => term.kind === 'stock' && term.column === 'inForce')
  const periods = terms.flatMap((term) =>
    term.kind === 'period' ? [term.own] : term.kind === 'now' && !standing ? [false] : [],
  )
  if (periods.includes(false)) return 'other'
  return periods.includes(true) ? 'own' : state.period
}

/** What a clause leaves behind for the next. */
export function carryOver(state: State, label: Label): void {
  state.period = has(label, 'compare') ? state.period : periodOf(label, state)
  const own = has(label, 'office') || (has(label, 'self') && state.area)
  if (own || has(label, 'area')) {
    state.area = has(label, 'area')
    state.office = own
  }
  const topics = topicsOf(label)
  const last = topics.at(-1)
  if (last) state.topic = topics.length > 1 ? mergedTopic(topics) : last
  state.groups = [...state.groups, ...reviewGroups(topics)]
}

/** Behind an unknown statement, bare verbs may go on speaking of the unknown. */
export function forget(state: State, label: Label): void {
  const verb = label.terms.some(({ kind }) => kind === 'role' || kind === 'stock' || kind === 'feePart')
  if (verb || topicsOf(label).length > 0 || label.unknown.some((word) => namesAnother.test(word))) {
    leave(state, label)
  }
}

/** Whether the office or area a label names is that of the tables. Beside 全县 the unit's own name is its office. */
export function scopeAllows(label: Label, state: State, { isGovernment, scope }: Vocabulary): boolean {
  if (has(label, 'area')) return isGovernment && scope !== 'own'
  if (has(label, 'office') || (has(label, 'self') && state.area)) return scope !== 'area'
  if (state.office) return scope !== 'area'
  return !state.area || (isGovernment && scope !== 'own')
}
