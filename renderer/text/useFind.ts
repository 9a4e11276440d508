/** The find bar's state, kept by the report page so that it goes along from text to text. */
import { useMemo, useRef, useState } from 'react'
import type { TextSpan } from '../../shared/narrative/marks.ts'
import type { NarrativeId, Report } from '../../shared/report.ts'
import {
  type Anchor,
  currentHit,
  type FindChoices,
  type Hit,
  hitsOf,
  type Replaced,
  replacedHit,
  replacedTexts,
} from './findSession.ts'
import { longestText } from './useInsertion.ts'

export interface Find {
  /** Null while the bar is closed. */
  readonly choices: FindChoices | null
  readonly hits: readonly Hit[]
  /** The index of the current hit; −1 where there is none. */
  readonly current: number
  /** What the last replacing did, until the next change or undo. */
  readonly done: string
  /** A new number each time the current hit is to be brought into view. */
  readonly moved: number
  open(mode: FindChoices['mode'], words: string, caret: Anchor): void
  change(part: Partial<FindChoices>): void
  /** To the next hit; `in`: whether the bar keeps the focus, or the field gets it with the hit selected. */
  move(by: 1 | -1, focus: 'bar' | 'field'): void
  replace(): void
  replaceAll(): void
  close(): void
  /** True once for each time the bar is to get the focus. */
  takesFocus(): boolean
}

interface FindOf {
  readonly report: Report
  /** The text that is open; null where none is. */
  readonly shown: NarrativeId | null
  /** How a text is called on the screen. */
  nameOf(section: NarrativeId): string
  /** Opens the step of a text. */
  show(section: NarrativeId): void
  /** Gives the field the focus, with the letters selected. */
  select(section: NarrativeId, span: TextSpan): void
  changeText(section: NarrativeId, text: string): void
  /** What was said last, until it is old or taken back. */
  readonly note: string
  say(sentence: string): void
}

const closed: FindChoices = { mode: 'find', words: '', replacement: '', folded: true, everywhere: false }

export function useFind({ report, shown, note, ...does }: FindOf): Find {
  const [open, setOpen] = useState(false)
  const [choices, setChoices] = useState(closed)
  const [anchor, setAnchor] = useState<Anchor>({ section: 'overview', paragraph: 0, from: 0 })
  const [done, setDone] = useState('')
  const [moved, setMoved] = useState(0)
  const focus = useRef(false)
  const { narrative } = report
  const section = shown ?? anchor.section
  const hits = useMemo(() => (open ? hitsOf(narrative, choices, section) : []), [open, narrative, choices, section])
  const current = currentHit(hits, anchor)
  const hit = hits[current]

  function goTo(target: Hit, to: 'bar' | 'field') {
    setAnchor(target)
    if (to === 'field') return does.select(target.section, target)
    focus.current = true
    does.show(target.section)
    setMoved((before) => before + 1)
  }

  function replace() {
    if (!hit) return
    // What is not seen is not replaced: its text is opened first.
    if (hit.section !== shown) return goTo(hit, 'bar')
    const replaced = replacedHit(narrative, hit, choices.replacement)
    if (!replaced || tooLong(replaced.text)) return
    does.changeText(hit.section, replaced.text)
    setAnchor(replaced.anchor)
    setMoved((before) => before + 1)
    focus.current = hits.length === 1
    tell('已替换1处。')
  }

  function replaceAll(): void {
    const texts = replacedTexts(narrative, choices, section)
    if (texts.some(({ text }) => tooLong(text))) return
    for (const { section: changed, text } of texts) does.changeText(changed, text)
    // The button is disabled where nothing is left to be found, and would take the focus with it.
    focus.current = true
    tell(replacedWords(texts, does.nameOf))
  }

  function tooLong(text: string): boolean {
    if (text.length > longestText) tell('替换后会超过40万字，没有替换。')
    return text.length > longestText
  }

  function tell(sentence: string): void {
    setDone(sentence)
    does.say(sentence)
  }

  return {
    choices: open ? choices : null,
    hits,
    current,
    done: done === note ? done : '',
    moved,
    open(mode, words, caret) {
      focus.current = true
      setOpen(true)
      setDone('')
      setAnchor(caret)
      setChoices((before) => ({ ...before, mode, words: words === '' ? before.words : words }))
      setMoved((before) => before + 1)
    },
    change(part) {
      setDone('')
      setChoices((before) => ({ ...before, ...part }))
      setMoved((before) => before + 1)
    },
    move(by, to) {
      setDone('')
      const target = hits[(current + by + hits.length) % hits.length]
      if (target) goTo(target, to)
    },
    replace,
    replaceAll,
    close() {
      setOpen(false)
      if (shown) does.select(shown, hit?.section === shown ? hit : { ...placeIn(anchor, shown), to: anchor.from })
    },
    takesFocus() {
      const takes = focus.current
      focus.current = false
      return takes
    },
  }
}

const placeIn = (anchor: Anchor, shown: NarrativeId): Omit<TextSpan, 'to'> =>
  anchor.section === shown ? anchor : { paragraph: 0, from: 0 }

function replacedWords(texts: readonly Replaced[], nameOf: (section: NarrativeId) => string): string {
  const count = texts.reduce((sum, text) => sum + text.count, 0)
  if (count === 0) return '没有可替换的文字。'
  const parts = texts.map(({ section, count: own }) => `${nameOf(section)}${own}处`)
  const each =
    texts.length > 1 ? `（${parts.join('，')}）。每按一次 Ctrl+Z 撤销其中一个部分` : '。按 Ctrl+Z 可以一次撤销'
  return `已替换${count}处${each}。`
}
