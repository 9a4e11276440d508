import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Finding } from '../../shared/checks/finding.ts'
import type { Form } from '../../shared/forms/form.ts'
import { FindingGroups } from './FindingGroups.tsx'
import { OverrideDialog } from './OverrideDialog.tsx'

export interface FindingListProps {
  readonly form: Form
  readonly findings: readonly Finding[]
  /** Goes to the very cell, or the very place in a text. */
  onGo(finding: Finding): void
  onOverride(finding: Finding, reason: string): void
  onRemoveOverride(finding: Finding): void
  /** Replaces in the texts what the findings offer to; those of one text are one step of undo. */
  onMend(findings: readonly Finding[]): void
  /** Goes to where the note on a jump is written. */
  onNote?(finding: Finding): void
}

/** 审核: all findings in one list, grouped by severity; an error may be given a reason. */
export function FindingList(props: FindingListProps) {
  const { form, findings, onGo, onOverride, onRemoveOverride, onMend, onNote } = props
  const [explaining, setExplaining] = useState<Finding | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const keepPlace = usePlaceKept(list, findings)
  const mend = (mended: readonly Finding[]) => {
    keepPlace()
    onMend(mended)
  }
  return (
    <div ref={list}>
      <FindingGroups
        {...{ form, findings, onGo, onRemoveOverride, onMend: mend, ...(onNote && { onNote }) }}
        onExplain={setExplaining}
      />
      {explaining && (
        <OverrideDialog
          finding={explaining}
          onClose={() => setExplaining(null)}
          onDone={(reason) => {
            onOverride(explaining, reason)
            setExplaining(null)
          }}
        />
      )}
    </div>
  )
}

/**
 * What is mended goes from the list, and its button with it: the focus then stands at the finding that took its place.
 * Gives what is to be called before.
 */
function usePlaceKept(list: RefObject<HTMLDivElement | null>, findings: readonly Finding[]): () => void {
  const kept = useRef<number | null>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('.finding-go') ?? [])]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is looked after when the findings are others.
  useEffect(() => {
    const place = kept.current
    kept.current = null
    if (place === null || document.activeElement !== document.body) return
    const now = items()
    now[Math.min(place, now.length - 1)]?.focus()
  }, [findings])
  return () => {
    const place = items().findIndex((item) => item.closest('.finding')?.contains(document.activeElement))
    kept.current = place < 0 ? null : place
  }
}
