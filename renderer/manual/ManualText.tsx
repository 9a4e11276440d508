/** 使用手册: the chapters at the left, the one that is read at the right. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { manual } from '../../shared/manual/chapters.ts'
import type { ManualPart } from '../../shared/manual/manual.ts'
import { ManualPicture } from './ManualPicture.tsx'
import './manual.css'

interface ManualTextProps {
  /** The chapter that is read: by its id. */
  readonly chapter: string
  /** Whether the window is there: its text takes the focus once while it opens. */
  readonly ready: boolean
  onChapter(id: string): void
}

export function ManualText({ chapter, ready, onChapter }: ManualTextProps): ReactElement {
  const text = useRef<HTMLElement>(null)
  const [read, setRead] = useState(chapter)
  const shown = manual.find(({ id }) => id === chapter) ?? manual[0]

  useEffect(() => {
    if (ready) text.current?.focus()
  }, [ready])
  if (read !== chapter) {
    setRead(chapter)
    text.current?.scrollTo(0, 0)
  }

  return (
    <div className="manual">
      <nav className="manual-chapters" aria-label="手册的各章">
        {manual.map(({ id, title }) => (
          <button key={id} type="button" aria-current={id === shown?.id} onClick={() => onChapter(id)}>
            {title}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls is scrolled by the keyboard too. */}
      <section ref={text} className="manual-text" aria-label={shown?.title ?? ''} tabIndex={0}>
        <h3>{shown?.title}</h3>
        {shown?.parts.map((part) => (
          <Part key={keyOf(part)} part={part} />
        ))}
      </section>
    </div>
  )
}

const keyOf = (part: ManualPart): string =>
  part.kind === 'text' ? part.text : part.kind === 'steps' ? part.steps.join() : part.screen

function Part({ part }: { readonly part: ManualPart }): ReactElement {
  if (part.kind === 'text') return <p>{part.text}</p>
  if (part.kind === 'picture') return <ManualPicture screen={part.screen} caption={part.caption} />
  return (
    <ol>
      {part.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
