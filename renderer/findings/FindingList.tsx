import { useState } from 'react'
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
  return (
    <>
      <FindingGroups
        {...{ form, findings, onGo, onRemoveOverride, onMend, ...(onNote && { onNote }) }}
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
    </>
  )
}
