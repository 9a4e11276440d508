import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react'
import type { NarrativeId, TextChange } from '../../shared/report.ts'
import { noDesk, type TextDesk } from './desk.ts'
import { endOfChange } from './draft.ts'
import { FindBar } from './FindBar.tsx'
import { type MirrorRef, setCaret, showLetters, type TextPlace, useGoTo, useNoHistoryOfItsOwn } from './fieldPlace.ts'
import { wordsAt } from './pointedWords.ts'
import { type SelectionStore, useToldSelection } from './selection.ts'
import { TextFoot } from './TextFoot.tsx'
import { TextHead } from './TextHead.tsx'
import { TextMirror } from './TextMirror.tsx'
import { TextNotes } from './TextNotes.tsx'
import './text.css'
import { textCommand } from './textKeys.ts'
import { changeWords, characterCount, type TextMark } from './textMarks.ts'
import { useDraft } from './useDraft.ts'
import type { Find } from './useFind.ts'
import { useFindingCaret } from './useFindingCaret.ts'
import { openFind } from './useFindKeys.ts'
import { longestText, type TextEditorHandle, useInsertion } from './useInsertion.ts'
import { useMarks } from './useMarks.ts'
import { usePasting } from './usePasting.ts'

export type { TextPlace } from './fieldPlace.ts'
export type { TextEditorHandle } from './useInsertion.ts'

export interface TextEditorProps {
  readonly id: NarrativeId
  readonly label: string
  readonly hint?: string
  readonly text: string
  /** Whether the text is still last year's. */
  readonly unconfirmed: boolean
  readonly changes: readonly TextChange[]
  /** More marks to draw, at their places in `text`. A new list is drawn anew: keep it while nothing changed. */
  readonly marks?: readonly TextMark[]
  /** The report around the text; absent where there is none to be checked. */
  readonly desk?: TextDesk
  /** Is told where the caret is. */
  readonly selection?: SelectionStore
  readonly goTo?: TextPlace | null
  readonly ref?: Ref<TextEditorHandle>
  /** `inserted`: what the program put in (a sentence, a mended number); absent for what the clerk typed. */
  onChange(text: string, inserted?: string): void
  onConfirm(): void
}

const noMarks: readonly TextMark[] = []

/**
 * A section's text as plain paragraphs. What is typed is handed over after a pause and when the field is left; see
 * `flushTexts` for handing it over at once.
 */
export function TextEditor(props: TextEditorProps) {
  const { id, label, hint, changes, unconfirmed, goTo, desk = noDesk, marks: more = noMarks } = props
  const own = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const { value, draft } = useDraft(props.text, {
    onChange: props.onChange,
    onOutside: (before, after) => setCaret(field.current, endOfChange(before, after)),
  })
  const { findings, find } = desk
  const marks = useMarks({ id, base: props.text, text: value, changes, findings, more, find })
  const insertion = useInsertion({ draft, field, mirror, ref: props.ref, onRefused: setRefused })
  const pasting = usePasting({ draft, field, text: value, onRefused: setRefused })
  const caret = useFindingCaret({
    draft,
    field,
    mirror,
    text: value,
    marks,
    put: insertion.put,
    onRefused: setRefused,
    onSay: desk.say,
  })
  useNoHistoryOfItsOwn(field)
  useToldSelection(field, props.selection)
  useGoTo(goTo, field, mirror)
  useShownHit(find, mirror, marks)
  const moved = changeWords(marks)

  function keys(event: KeyboardEvent) {
    const command = textCommand(event.nativeEvent)
    if (command?.does === 'nextFinding') caret.go(command.by)
    else if (command?.does === 'mend') caret.mend()
    else if (command?.does === 'closeFind' && find?.choices) find.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className={`text-editor${unconfirmed ? ' text-unconfirmed' : ''}`} data-section={id}>
      {find?.choices && <FindBar find={find} choices={find.choices} />}
      <TextHead
        {...{ own, label, unconfirmed }}
        onFind={find && !find.choices ? () => openFind(find, id, 'replace') : null}
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
        <TextMirror text={value} marks={marks} ref={mirror} />
        <textarea
          id={`${own}-field`}
          ref={field}
          value={value}
          spellCheck={false}
          maxLength={longestText}
          aria-describedby={`${own}-status ${own}-hint ${own}-moved ${own}-finding`}
          onChange={({ target }) => {
            draft.type(target.value)
            caret.follow()
          }}
          onKeyDown={keys}
          onFocus={insertion.onUse}
          onBlur={() => draft.flush()}
          onPaste={pasting.onPaste}
          onMouseMove={({ currentTarget, clientX, clientY }) => {
            const words = marks.some((mark) => mark.words) ? wordsAt(clientX, clientY) : ''
            if (currentTarget.title !== words) currentTarget.title = words
          }}
          onCompositionStart={() => draft.compose(true)}
          onCompositionEnd={() => {
            draft.compose(false)
            caret.follow()
          }}
        />
      </div>
      <TextFoot {...{ id, own, caret, desk }} count={characterCount(value)}>
        <TextNotes refused={refused} paste={pasting.note} onUndo={desk.undo} onDismiss={pasting.dismiss} />
      </TextFoot>
    </section>
  )
}

/** The hit that was gone to in the bar comes into view, and the bar keeps the focus. */
function useShownHit(find: Find | null, mirror: MirrorRef, marks: readonly TextMark[]): void {
  const shown = useRef(0)
  const moved = find?.moved ?? 0
  useEffect(() => {
    const hit = marks.find(({ kind }) => kind === 'currentHit')
    if (!hit || shown.current === moved) return
    shown.current = moved
    showLetters(mirror, hit, 'nearest')
  }, [moved, mirror, marks])
}
