/** 使用手册, chapter by chapter. */
import type { ReactElement } from 'react'
import { manual } from '../../shared/manual/chapters.ts'
import type { ManualPart } from '../../shared/manual/manual.ts'
import './manual.css'

export function Manual(): ReactElement {
  return (
    <div className="manual">
      <nav className="manual-chapters" aria-label="手册的各章">
        {manual.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className="term-link"
            onClick={() => document.getElementById(`manual-${id}`)?.scrollIntoView({ block: 'start' })}
          >
            {title}
          </button>
        ))}
      </nav>
      {/* A region that scrolls is reached by the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls. */}
      <section className="manual-text" aria-label="使用手册" tabIndex={0}>
        {manual.map(({ id, title, parts }) => (
          <article key={id} id={`manual-${id}`}>
            <h3>{title}</h3>
            {parts.map((part) => (
              <Part key={keyOf(part)} part={part} />
            ))}
          </article>
        ))}
      </section>
    </div>
  )
}

const keyOf = (part: ManualPart): string =>
  part.kind === 'text' ? part.text : part.kind === 'steps' ? part.steps.join() : part.screen

/** Pictures stand in the printed manual only: here the window itself is beside the text. */
function Part({ part }: { readonly part: ManualPart }): ReactElement | null {
  if (part.kind === 'text') return <p>{part.text}</p>
  if (part.kind === 'picture') return null
  return (
    <ol>
      {part.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
