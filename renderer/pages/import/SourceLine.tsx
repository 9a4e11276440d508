import { type RefObject, useEffect, useState } from 'react'
import type { ImportReview } from '../../../shared/answers.ts'
import { cellName, formOf } from '../../../shared/forms/lookup.ts'
import { sourceWords } from './sources.ts'

interface SourceLineProps {
  readonly review: ImportReview
  /** What holds the table of the form. */
  readonly within: RefObject<HTMLElement | null>
}

const keyOf = (event: Event): string | null =>
  (event.target instanceof Element && event.target.closest('[data-cell]')?.getAttribute('data-cell')) || null

/** What the file says of the figure that is pointed at, or else of the one the person is at. */
export function SourceLine({ review, within }: SourceLineProps) {
  const [hovered, setHovered] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  useEffect(() => {
    const element = within.current
    if (!element) return
    const over = (event: Event) => setHovered(keyOf(event))
    const out = () => setHovered(null)
    const focus = (event: Event) => setFocused(keyOf(event))
    element.addEventListener('pointerover', over)
    element.addEventListener('pointerleave', out)
    element.addEventListener('focusin', focus)
    return () => {
      element.removeEventListener('pointerover', over)
      element.removeEventListener('pointerleave', out)
      element.removeEventListener('focusin', focus)
    }
  }, [within])
  const key = hovered ?? focused
  const words = key === null ? '' : sourceWords(review, key)
  return (
    <p className="source-line" title={words}>
      {key !== null && words !== '' ? `${cellName(formOf(review.report.form), key)}：${words}` : ''}
    </p>
  )
}
