import { Button, Checkbox, type GetRef, Input } from 'antd'
import { type CompositionEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { longestSearch } from '../../shared/narrative/searching.ts'
import './findBar.css'
import type { FindChoices } from './findSession.ts'
import type { Find } from './useFind.ts'

interface FindBarProps {
  readonly find: Find
  readonly choices: FindChoices
}

/** Find and replace, above the text and not over it. */
export function FindBar({ find, choices }: FindBarProps) {
  const words = useRef<GetRef<typeof Input>>(null)
  useEffect(() => {
    if (!find.takesFocus()) return
    words.current?.focus({ cursor: 'all' })
  })

  function keys(event: KeyboardEvent) {
    // Enter and Escape end a word of an input method first.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    find.close()
  }

  return (
    <search className="find-bar" aria-label="查找和替换" onKeyDown={keys}>
      <div className="find-row">
        <Words
          label="查找"
          value={choices.words}
          onSettled={(typed) => find.change({ words: typed })}
          onEnter={(back) => find.move(back ? -1 : 1, 'bar')}
          ref={words}
        />
        <span className="find-count" role="status">
          {countWords(find, choices)}
        </span>
        <Button size="small" title="Shift+F3" disabled={find.hits.length === 0} onClick={() => find.move(-1, 'bar')}>
          上一个
        </Button>
        <Button size="small" title="F3" disabled={find.hits.length === 0} onClick={() => find.move(1, 'bar')}>
          下一个
        </Button>
        <Checkbox checked={choices.folded} onChange={({ target }) => find.change({ folded: target.checked })}>
          全半角、大小写不分
        </Checkbox>
        <Checkbox checked={choices.everywhere} onChange={({ target }) => find.change({ everywhere: target.checked })}>
          所有文字部分
        </Checkbox>
        <Button size="small" type="text" className="find-close" title="Esc" onClick={find.close}>
          关闭
        </Button>
      </div>
      {choices.mode === 'replace' ? (
        <div className="find-row">
          <Words
            label="替换为"
            value={choices.replacement}
            onSettled={(typed) => find.change({ replacement: typed })}
            onEnter={() => find.replace()}
          />
          <Button size="small" disabled={find.hits.length === 0} onClick={find.replace}>
            替换
          </Button>
          <Button size="small" disabled={find.hits.length === 0} onClick={find.replaceAll}>
            全部替换
          </Button>
          <span className="find-done" role="status">
            {find.done}
          </span>
        </div>
      ) : null}
    </search>
  )
}

function countWords({ hits, current }: Find, { words }: FindChoices): string {
  if (words === '') return ''
  return hits.length === 0 ? '没有找到' : `第${current + 1}处，共${hits.length}处`
}

interface WordsProps {
  readonly label: string
  readonly value: string
  onSettled(typed: string): void
  onEnter(back: boolean): void
  readonly ref?: { current: GetRef<typeof Input> | null }
}

/** A field of words; while an input method composes, nothing is searched for. */
function Words({ label, value, onSettled, onEnter, ref }: WordsProps) {
  const id = useId()
  const [composed, setComposed] = useState<string | null>(null)
  return (
    <span className="find-words">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        size="small"
        value={composed ?? value}
        maxLength={longestSearch}
        ref={ref ?? null}
        onChange={({ target, nativeEvent }) => {
          const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing
          if (composing) setComposed(target.value)
          else {
            setComposed(null)
            onSettled(target.value)
          }
        }}
        onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => {
          setComposed(null)
          onSettled(event.currentTarget.value)
        }}
        onPressEnter={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          event.preventDefault()
          onEnter(event.shiftKey)
        }}
      />
    </span>
  )
}
