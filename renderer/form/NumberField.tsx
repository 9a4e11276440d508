/**
 * A field for one number outside of the tables. It takes and refuses what a cell of a table does: digits only, full-width
 * ones too, a refusal in words at the field, input methods left alone while they compose (MEASURED, Page).
 */
import { type ReactElement, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { registerPending } from '../text/pendingTexts.ts'
import { cleanTyped, isFigure, readTyped, type TypedKind } from './draft.ts'
import './numberField.css'

interface NumberFieldProps {
  /** What the field is called where its words are not seen beside it: 信息处理费：发出收费通知（件）. */
  readonly name: string
  readonly kind: TypedKind
  readonly value: number | null
  /** Every number on the way, which is not saved yet; undefined when it stays as it was. */
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
  useRefusal(input, kind, setRefused)
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
    const reading = readTyped(now.kind, typed)
    // A lone decimal point is no number yet: it stays in the field, in sight, until it becomes one.
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
    const { text, refused } = cleanTyped(props.kind, raw)
    hold(text)
    onRefused(refused)
    const reading = readTyped(props.kind, text)
    if (isFigure(reading)) props.onTyping(reading)
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
    /** Digits are taken, the rest is refused by a word; a composition that left nothing to take changes nothing. */
    composed(raw: string, data: string) {
      const from = composing.current ?? ''
      composing.current = null
      const own = cleanTyped(props.kind, data)
      take(own.text === '' ? from : raw)
      onRefused(own.refused ?? cleanTyped(props.kind, raw).refused)
    },
  }
}

/** Separators and measures that come along when a sum is pasted. */
const pastedAlong = /[\s,，]|[元件]$/g

/**
 * Refuses what may not stand in the field before it gets there, so that the caret and the other digits stay. The
 * browser's own event: React's does not stop it.
 */
function useRefusal(
  input: { readonly current: HTMLInputElement | null },
  kind: TypedKind,
  onRefused: (words: string | null) => void,
): void {
  useEffect(() => {
    const field = input.current
    const refuse = (event: InputEvent) => {
      // Undo is the report's, not the field's own.
      if (event.inputType.startsWith('history')) event.preventDefault()
      if (!field || event.isComposing || event.inputType === 'insertCompositionText' || event.data === null) return
      event.preventDefault()
      const pasted = event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop'
      const own = cleanTyped(kind, pasted ? event.data.trim().replace(pastedAlong, '') : event.data)
      const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? field.value.length]
      const whole = cleanTyped(kind, field.value.slice(0, from) + own.text + field.value.slice(to))
      const refused = own.refused ?? whole.refused
      if (refused !== null) return onRefused(refused)
      field.setRangeText(own.text, from, to, 'end')
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: own.text }))
    }
    field?.addEventListener('beforeinput', refuse)
    return () => field?.removeEventListener('beforeinput', refuse)
  }, [input, kind, onRefused])
}
