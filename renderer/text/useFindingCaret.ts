/** The finding the caret is in: saying it, going to the next, and mending it. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../shared/checks/finding.ts'
import { mendedText, mendedTextAll, notMended } from '../../shared/narrative/mending.ts'
import type { Placed } from '../../shared/narrative/placing.ts'
import type { Draft } from './draft.ts'
import { type FieldRef, type MirrorRef, showLetters } from './fieldPlace.ts'
import { type FindingPlace, findingPlaces, nextPlace, placeAt, placesWords, type Selected } from './findingPlaces.ts'
import { standingMend, type TextMark } from './textMarks.ts'

export interface FindingCaret {
  readonly at: FindingPlace | null
  /** How many findings the text has, in words. */
  readonly words: string
  /** Whether one click mends the finding at the caret. */
  readonly canMend: boolean
  /** How many of its rule can be mended without a second look. */
  readonly alike: number
  /** The caret was moved, or a letter typed. */
  follow(): void
  go(by: 1 | -1): void
  mend(): void
  mendAlike(): void
}

interface FindingCaretOf {
  readonly draft: Draft
  readonly field: FieldRef
  readonly mirror: MirrorRef
  readonly text: string
  readonly marks: readonly TextMark[]
  put(placed: Placed): void
  onRefused(sentence: string | null): void
  onSay(sentence: string): void
}

/** The checks of a long text and the drawing of what they find, several times over. */
const checkedAfterMilliseconds = 250

export function useFindingCaret({ draft, field, mirror, text, marks, ...does }: FindingCaretOf): FindingCaret {
  const [selected, setSelected] = useState<Selected | null>(null)
  const [chosen, setChosen] = useState<Finding | null>(null)
  const places = useMemo(() => findingPlaces(text, marks), [text, marks])
  const at = selected && placeAt(places, selected, chosen)
  const finding = at?.mark.finding
  const alike = finding ? alikeOf(places, finding) : []

  function follow(): void {
    const element = field.current
    if (!element || draft.composing) return
    const [from, to] = [element.selectionStart, element.selectionEnd]
    setSelected((before) => (before?.from === from && before.to === to ? before : { from, to }))
  }

  const latest = useRef(follow)
  latest.current = follow
  useEffect(() => {
    // Of every way the caret moves, going to a finding of 审核 included, only this event tells.
    const moved = () => {
      if (document.activeElement === field.current) latest.current()
    }
    document.addEventListener('selectionchange', moved)
    return () => document.removeEventListener('selectionchange', moved)
  }, [field])

  /** Where the caret is at this moment: the event that tells of it comes a little later. */
  function caretNow(): Selected | null {
    const element = field.current
    return element && { from: element.selectionStart, to: element.selectionEnd }
  }

  /** What was typed just now has not been checked yet: nothing is said of it before it is. */
  function goOnceChecked(by: 1 | -1) {
    draft.flush()
    setTimeout(() => latestGo.current(by), checkedAfterMilliseconds)
  }

  function go(by: 1 | -1) {
    const element = field.current
    const caret = caretNow()
    if (!element || !caret) return
    const place = nextPlace(places, caret, placeAt(places, caret, chosen), by)
    if (!place && draft.waiting) return goOnceChecked(by)
    if (!place) return does.onSay('这一部分没有需要看的地方。')
    setChosen(place.mark.finding)
    setSelected({ from: place.from, to: place.to })
    element.focus({ preventScroll: true })
    element.setSelectionRange(place.from, place.to)
    showLetters(mirror, place.mark, 'nearest')
  }

  const latestGo = useRef(go)
  latestGo.current = go

  function mend() {
    const caret = caretNow()
    const finding = caret && placeAt(places, caret, chosen)?.mark.finding
    if (!finding?.mend) return
    draft.flush()
    const place = standingMend(marks, finding)
    const mended = place && mendedText(draft.text, place)
    if (!mended) return does.onRefused(notMended)
    does.put(mended)
    does.onSay(`已改正：${finding.mend.label}。按 Ctrl+Z 可以撤销。`)
  }

  function mendAlike() {
    draft.flush()
    const mends = alike.flatMap((other) => standingMend(marks, other) ?? [])
    const { text: mended, done } = mendedTextAll(draft.text, mends)
    if (done === 0) return does.onRefused(notMended)
    const caret = Math.min(field.current?.selectionStart ?? 0, mended.length)
    does.put({ text: mended, from: caret, to: caret })
    does.onSay(`已改正同类的${done}处。按 Ctrl+Z 可以一次撤销。`)
  }

  return {
    at,
    words: placesWords(places),
    canMend: finding !== undefined && standingMend(marks, finding) !== null,
    alike: alike.length,
    follow,
    go,
    mend,
    mendAlike,
  }
}

/** Findings of a rule whose mending leaves nothing to decide, if the finding is one of them. */
function alikeOf(places: readonly FindingPlace[], { rule, mend }: Finding): Finding[] {
  if (!mend?.certain) return []
  return places.map(({ mark }) => mark.finding).filter((other) => other.rule === rule && other.mend?.certain)
}
