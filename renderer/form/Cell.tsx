/** One cell for a figure: a real input, so that input methods and screen readers find what they know. */
import { type ChangeEvent, type CSSProperties, memo, type ReactElement } from 'react'
import type { EntryPlace } from './geometry.ts'
import type { CellView } from './view.ts'

export interface CellProps extends CellView {
  readonly place: EntryPlace
  readonly id: string
  readonly readOnly: boolean
  readonly selected: boolean
  /** Drawn in two lines: the figure below what stands beside it. */
  readonly crowded: boolean
  /** Why something was refused. */
  readonly note: string
  onType(event: ChangeEvent<HTMLInputElement>): void
}

function CellOnce(props: CellProps): ReactElement {
  const { place, id, text, ghost, description, note } = props
  const classes = ['form-cell', props.tone, props.selected && 'form-selected', props.crowded && 'form-crowded']
  return (
    <td
      className={classes.filter(Boolean).join(' ')}
      colSpan={place.colspan}
      data-cell={place.key}
      title={description}
      style={digitsOf(text || ghost)}
    >
      <input
        type="text"
        inputMode={place.kind === 'amount' ? 'decimal' : 'numeric'}
        autoComplete="off"
        spellCheck={false}
        data-key={place.key}
        aria-label={place.name}
        aria-describedby={description === '' ? undefined : id}
        aria-invalid={props.invalid || note !== '' || undefined}
        readOnly={props.readOnly}
        tabIndex={place.kind === 'total' && props.readOnly ? -1 : 0}
        value={text}
        placeholder={ghost}
        onChange={props.onType}
      />
      <Aside {...props} />
      {description !== '' && (
        <span id={id} hidden>
          {description}
        </span>
      )}
      {note !== '' && <span className="form-note">{note}</span>}
    </td>
  )
}

/** How much room the figure takes, for what stands beside it. */
const digitsOf = (text: string): CSSProperties & Record<`--${string}`, number> => ({ '--form-digits': text.length })

/**
 * What stands small at the left: a word of state, and last year's figure. The word comes first: where it is a button it
 * stays clear of the middle of the cell, which is clicked to type.
 */
function Aside(props: CellProps): ReactElement | null {
  const { lastYear, word } = props
  if (lastYear === '' && word === '') return null
  return (
    <span className="form-aside">
      <span className="form-aside-start" />
      {word !== '' && <Word {...props} />}
      {lastYear !== '' && <span className="form-last-year">{lastYear}</span>}
    </span>
  )
}

function Word({ word, act, actName, place }: CellProps): ReactElement {
  if (act === '') return <span className="form-word">{word}</span>
  return (
    <button
      type="button"
      className="form-word"
      tabIndex={-1}
      data-act={act}
      data-for={place.key}
      title={actName}
      aria-label={actName}
    >
      {word}
    </button>
  )
}

export const Cell = memo(CellOnce)
