/**
 * A field for one number outside of the tables. It takes and refuses what a cell of a table does: full-width digits are
 * digits, what is no number stays in the field with a word why and is not saved, input methods are left alone while they
 * compose (MEASURED, Page).
 */
import { type ReactElement, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { registerPending } from '../text/pendingTexts.ts'
import { checkTyped, isFigure, readTyped, type TypedKind } from './draft.ts'
import './numberField.css'

interface NumberFieldProps {
  /** What the field is called where its words are not seen beside it: 信息处理费：发出收费通知（件）. */
  readonly name: string
  readonly kind: TypedKind
  readonly value: number | null
  /** Every number on the way, which is not saved yet; null while it is none, undefined when it stays as it was. */
  onTyping(value: number | null | undefined): void
  /** After a pause, and when the field is left: to be saved. */
  onChange(value: number | null): void
}

/** The pause after which a number is given on, as in a table. */
const pause = 800

export function NumberField(props: NumberFieldProps): ReactElement {
  const { name, kind, value } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const typing = useTyping(props, setRefused)
  useHalfWidth(input, kind)
  return (
    <span className="number-field">
      <input
        ref={input}
        className="number"
        type="text"
        inputMode={kind === 'yuan' ? 'decimal' : 'numeric'}
        autoComplete="off"
        spellCheck={false}
        aria-label={name}
        aria-invalid={refused !== null || undefined}
        aria-describedby={`${id}-refused`}
        value={typing.draft ?? (value === null ? '' : String(value))}
        onFocus={(event) => {
          typing.enter()
          event.currentTarget.select()
        }}
        onBlur={typing.leave}
        onChange={({ target, nativeEvent }) =>
          typing.take(target.value, nativeEvent instanceof InputEvent && nativeEvent.isComposing)
        }
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') typing.settle()
          if (event.key === 'Escape') typing.restore()
        }}
        onCompositionStart={(event) => typing.composeFrom(event.currentTarget.value)}
        onCompositionEnd={(event) => typing.composed(event.currentTarget.value, event.data)}
      />
      <span className="number-refused" id={`${id}-refused`} role="alert">
        {refused}
      </span>
    </span>
  )
}

/** The number a text means, null for none, or why it is no number. */
function readField(kind: TypedKind, text: string): ReturnType<typeof readTyped> {
  const { refused } = checkTyped(kind, text)
  return refused === null ? readTyped(kind, text) : { refused }
}

/** What is typed until it is given on. */
function useTyping(props: NumberFieldProps, onRefused: (words: string | null) => void) {
  const [draft, setDraft] = useState<string | null>(null)
  const composing = useRef<string | null>(null)
  const before = useRef<number | null>(props.value)
  const latest = useRef({ draft, props })
  latest.current = { draft, props }

  function hold(text: string | null): void {
    latest.current = { ...latest.current, draft: text }
    setDraft(text)
  }

  function settle(): void {
    const { draft: typed, props: now } = latest.current
    if (typed === null || composing.current !== null) return
    const reading = readField(now.kind, typed)
    // What is no number stays in the field, in sight, until it becomes one.
    if (!isFigure(reading)) {
      onRefused(reading.refused)
      return
    }
    hold(null)
    if (reading !== now.value) now.onChange(reading)
    else now.onTyping(undefined)
  }

  function take(raw: string, unfinished = false): void {
    if (unfinished || composing.current !== null) {
      hold(raw)
      return
    }
    const { text, refused } = checkTyped(props.kind, raw)
    hold(text)
    onRefused(refused)
    const reading = readField(props.kind, text)
    props.onTyping(isFigure(reading) ? reading : null)
  }

  const settleNow = useRef(settle)
  useLayoutEffect(() => {
    settleNow.current = settle
  })
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => settleNow.current(), pause)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => {
    const leave = registerPending(() => settleNow.current())
    return () => {
      leave()
      settleNow.current()
    }
  }, [])

  return {
    draft,
    take,
    settle,
    enter() {
      before.current = props.value
    },
    leave() {
      composing.current = null
      settle()
      if (latest.current.draft === null) onRefused(null)
    },
    /** Escape: what stood in the field when it was entered, also where a pause has saved another number since. */
    restore() {
      hold(null)
      onRefused(null)
      if (props.value !== before.current) props.onChange(before.current)
      else props.onTyping(undefined)
    },
    composeFrom(text: string) {
      composing.current = text
    },
    /** What a composition left is typed text like any other; one that was given up leaves what stood there. */
    composed(raw: string, data: string) {
      const from = composing.current ?? ''
      composing.current = null
      take(data === '' ? from : raw)
    },
  }
}

/** Separators and measures that come along when a sum is pasted. */
const pastedAlong = /[\s,，]|[元件]$/g

/** Full-width digits are digits at once, so that the caret stays. The browser's own event: React's does not stop it. */
function useHalfWidth(input: { readonly current: HTMLInputElement | null }, kind: TypedKind): void {
  useEffect(() => {
    const field = input.current
    const put = (event: InputEvent) => {
      // Undo is the report's, not the field's own.
      if (event.inputType.startsWith('history')) event.preventDefault()
      if (!field || event.isComposing || event.inputType === 'insertCompositionText' || event.data === null) return
      event.preventDefault()
      const pasted = event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop'
      const { text } = checkTyped(kind, pasted ? event.data.trim().replace(pastedAlong, '') : event.data)
      field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, 'end')
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
    }
    field?.addEventListener('beforeinput', put)
    return () => field?.removeEventListener('beforeinput', put)
  }, [input, kind])
}
