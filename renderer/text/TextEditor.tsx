import { Button } from 'antd'
import { type ClipboardEvent, type Ref, useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { Placed } from '../../shared/narrative/placing.ts'
import type { PlacedSentence } from '../../shared/narrative/sentences.ts'
import type { NarrativeId, TextChange } from '../../shared/report.ts'
import { type Draft, endOfChange } from './draft.ts'
import { pasteInto } from './pastedText.ts'
import { wordsAt } from './pointedWords.ts'
import { type SelectionStore, useToldSelection } from './selection.ts'
import type { ShownLink } from './spans.ts'
import { TextMirror } from './TextMirror.tsx'
import './text.css'
import { changeWords, characterCount, paragraphStart } from './textMarks.ts'
import { useDraft } from './useDraft.ts'

/** A place in the text to go to; a new `at` goes there again. */
export interface TextPlace {
  paragraph: number
  from: number
  to: number
  at: number
}

/** What the page can do with the text in the field. */
export interface TextEditorHandle {
  /**
   * Puts a sentence into the text as it stands in the field, typed letters included; one step of undo. `place` is given
   * the text and where the caret was when the field was last used, null where it was not used yet.
   */
  insert(place: (text: string, caret: number | null) => Placed): void
}

export interface TextEditorProps {
  readonly id: NarrativeId
  readonly label: string
  readonly hint?: string
  readonly text: string
  /** Whether the text is still last year's. */
  readonly unconfirmed: boolean
  readonly changes: readonly TextChange[]
  /** Sentences that still bear last year's facts. */
  readonly carried?: readonly PlacedSentence[]
  /** Numbers that are linked to cells. */
  readonly links?: readonly ShownLink[]
  /** Is told where the caret is. */
  readonly selection?: SelectionStore
  readonly goTo?: TextPlace | null
  readonly ref?: Ref<TextEditorHandle>
  /** `inserted`: the sentence that was put in by `insert`; absent for what the clerk typed. */
  onChange(text: string, inserted?: string): void
  onConfirm(): void
}

/** The contract's limit of a text. */
const longestText = 400_000

const noSentences: readonly PlacedSentence[] = []
const noLinks: readonly ShownLink[] = []

/**
 * A section's text as plain paragraphs. What is typed is handed over after a pause and when the field is left; see
 * `flushTexts` for handing it over at once.
 */
export function TextEditor(props: TextEditorProps) {
  const { id, label, hint, changes, unconfirmed, goTo, carried = noSentences, links = noLinks } = props
  const carriedWords = useMemo(() => new Set(carried.map(({ text }) => text)), [carried])
  const own = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const { value, draft } = useDraft(props.text, {
    onChange: props.onChange,
    onOutside: (before, after) => setCaret(field.current, endOfChange(before, after)),
  })
  const insertion = useInsertion({ draft, field, mirror, ref: props.ref, onRefused: setRefused })
  useNoHistoryOfItsOwn(field)
  useToldSelection(field, props.selection)
  useGoTo(goTo, field, mirror)
  const moved = changeWords(value, changes)

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    const selected = { text: draft.text, from: selectionStart, to: selectionEnd }
    const { text, caret } = pasteInto(selected, event.clipboardData.getData('text/plain'))
    if (text.length > longestText) return setRefused('粘贴后会超过40万字，没有粘贴，请分开粘贴需要的部分。')
    setRefused(null)
    if (text === draft.text) return
    // The browser's own way of setting the value keeps the caret; React then finds the field as it would draw it.
    event.currentTarget.value = text
    event.currentTarget.setSelectionRange(caret, caret)
    draft.type(text)
  }

  return (
    <section className={`text-editor${unconfirmed ? ' text-unconfirmed' : ''}`} data-section={id}>
      <TextHead
        own={own}
        label={label}
        unconfirmed={unconfirmed}
        count={characterCount(value)}
        onConfirm={() => {
          draft.flush()
          props.onConfirm()
        }}
      />
      {hint && (
        <p className="text-hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      {moved !== '' && (
        <p className="text-moved" id={`${own}-moved`}>
          年份已改：{moved}，<span className="run-change">底色</span>标出，请核对。
        </p>
      )}
      <div className="text-field">
        <TextMirror text={value} changes={changes} carried={carriedWords} links={links} ref={mirror} />
        <textarea
          id={`${own}-field`}
          ref={field}
          value={value}
          spellCheck={false}
          maxLength={longestText}
          aria-describedby={`${own}-status ${own}-hint ${own}-moved`}
          onChange={({ target }) => draft.type(target.value)}
          onFocus={insertion.onUse}
          onBlur={() => draft.flush()}
          onPaste={paste}
          onMouseMove={({ currentTarget, clientX, clientY }) => {
            const words = links.length === 0 ? '' : wordsAt(clientX, clientY)
            if (currentTarget.title !== words) currentTarget.title = words
          }}
          onCompositionStart={() => draft.compose(true)}
          onCompositionEnd={() => draft.compose(false)}
        />
      </div>
      {refused && (
        <p className="text-refused" role="alert">
          {refused}
        </p>
      )}
    </section>
  )
}

interface InsertionOf {
  readonly draft: Draft
  readonly field: { readonly current: HTMLTextAreaElement | null }
  readonly mirror: { readonly current: HTMLDivElement | null }
  readonly ref: Ref<TextEditorHandle> | undefined
  onRefused(sentence: string | null): void
}

/** Putting in sentences: the field then has the focus, with the caret behind the sentence and the sentence in view. */
function useInsertion({ draft, field, mirror, ref, onRefused }: InsertionOf): { onUse: () => void } {
  const used = useRef(false)
  const [shown, setShown] = useState<{ readonly paragraph: number } | null>(null)
  useImperativeHandle(ref, () => ({
    insert(place) {
      const element = field.current
      if (!element) return
      const { text, from, to } = place(draft.text, used.current ? element.selectionStart : null)
      if (text.length > longestText) return onRefused('写入后会超过40万字，没有写入，请先删去不需要的文字。')
      onRefused(null)
      // As in pasting: React finds the field as it would draw it, and the caret stays where it is put.
      element.value = text
      draft.put(text, text.slice(from, to))
      element.focus({ preventScroll: true })
      element.setSelectionRange(to, to)
      setShown({ paragraph: text.slice(0, from).split('\n').length - 1 })
    },
  }))
  useEffect(() => {
    if (shown) mirror.current?.children[shown.paragraph]?.scrollIntoView({ block: 'nearest' })
  }, [shown, mirror])
  return {
    onUse() {
      used.current = true
    },
  }
}

interface TextHeadProps extends Pick<TextEditorProps, 'label' | 'unconfirmed' | 'onConfirm'> {
  /** The beginning of the ids of this editor. */
  readonly own: string
  readonly count: number
}

function TextHead({ own, label, unconfirmed, count, onConfirm }: TextHeadProps) {
  return (
    <header className="text-head">
      <label htmlFor={`${own}-field`}>{label}</label>
      {unconfirmed && (
        <span className="text-status" id={`${own}-status`}>
          <span className="text-tag">沿用上年，待修改或确认</span>
          <Button size="small" onClick={onConfirm} aria-label={`确认${label}沿用上年的文字`}>
            确认沿用
          </Button>
        </span>
      )}
      <span className="text-count">{count}字</span>
    </header>
  )
}

/** Only a field in use has its caret moved: undoing in a table must not jump into the text. */
function setCaret(field: HTMLTextAreaElement | null, at: number): void {
  if (field && document.activeElement === field) field.setSelectionRange(at, at)
}

/** The page undoes over tables and texts alike; the field's own history would undo beside it. */
function useNoHistoryOfItsOwn(field: { readonly current: HTMLTextAreaElement | null }): void {
  useEffect(() => {
    const element = field.current
    const refuse = (event: InputEvent) => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') event.preventDefault()
    }
    element?.addEventListener('beforeinput', refuse)
    return () => element?.removeEventListener('beforeinput', refuse)
  }, [field])
}

function useGoTo(
  goTo: TextPlace | null | undefined,
  field: { readonly current: HTMLTextAreaElement | null },
  mirror: { readonly current: HTMLDivElement | null },
): void {
  const gone = useRef<number | null>(null)
  useEffect(() => {
    const element = field.current
    if (!goTo || !element || gone.current === goTo.at) return
    gone.current = goTo.at
    const start = paragraphStart(element.value, goTo.paragraph)
    element.focus({ preventScroll: true })
    element.setSelectionRange(start + goTo.from, start + goTo.to)
    // The field is as high as its text, so the page scrolls, and the mirror knows where a paragraph is.
    mirror.current?.children[goTo.paragraph]?.scrollIntoView({ block: 'center' })
  }, [goTo, field, mirror])
}
