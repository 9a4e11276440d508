/** Large changes, each with room for a note on why. */
import { Input } from 'antd'
import { useEffect, useId, useRef } from 'react'
import type { ComparedCell } from '../../../../shared/compareFigures.ts'
import type { CellKey, Form } from '../../../../shared/forms/form.ts'
import { cellName } from '../../../../shared/forms/lookup.ts'
import { useSettled } from '../useSettled.ts'
import { differenceText, namesOf, stateText } from './figureWords.ts'

interface JumpListProps {
  readonly form: Form
  readonly jumps: readonly ComparedCell[]
  readonly lastYear: number
  readonly year: number
  readonly readOnly: boolean
  /** The cell whose note is to be written; a new `at` goes there again. */
  readonly goTo: { readonly key: CellKey; readonly at: number } | null
  readonly onGo: (key: CellKey) => void
  readonly onNote: (key: CellKey, note: string) => void
}

export function JumpList({ jumps, goTo, ...rest }: JumpListProps) {
  if (jumps.length === 0) return <p className="step-note">没有变化很大的数字。</p>
  return (
    <ul className="jump-list">
      {jumps.map((cell) => (
        <Jump key={cell.place.key} cell={cell} {...rest} goTo={goTo?.key === cell.place.key ? goTo : null} />
      ))}
    </ul>
  )
}

function Jump({
  cell,
  form,
  lastYear,
  year,
  readOnly,
  goTo,
  onGo,
  onNote,
}: Omit<JumpListProps, 'jumps'> & { readonly cell: ComparedCell }) {
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const { place, before, after, note = '', jump } = cell
  const { row, column } = namesOf(form, place)
  const field = useSettled(note, (text) => onNote(place.key, text))
  useEffect(() => {
    if (goTo) item.current?.querySelector('textarea')?.focus()
  }, [goTo])
  return (
    <li className="jump" ref={item}>
      <button
        type="button"
        className="compare-go jump-name"
        aria-label={`转到${cellName(form, place.key)}`}
        onClick={() => onGo(place.key)}
      >
        {row}
        {column !== '' && <span className="jump-column">{column}</span>}
      </button>
      <span className="jump-numbers">
        <span>
          {lastYear}年 <b>{stateText(place.kind, before)}</b>
        </span>
        <span>
          {year}年 <b>{stateText(place.kind, after)}</b>
        </span>
        <span>
          增减 <b>{differenceText(cell)}</b>
        </span>
      </span>
      <span className={`jump-state ${note === '' ? 'step-warning' : 'step-done'}`}>
        {note === '' ? '未说明' : jump ? '已说明' : '已说明（现在变化不大）'}
      </span>
      <label className="jump-label" htmlFor={id}>
        变化原因
      </label>
      <Input.TextArea
        id={id}
        readOnly={readOnly}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={1000}
        placeholder={readOnly ? '' : '如：本年起承接市级下放事项'}
        aria-label={`${cellName(form, place.key)}的变化原因`}
        {...field}
      />
    </li>
  )
}
