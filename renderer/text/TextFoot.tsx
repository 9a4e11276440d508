import type { ReactNode } from 'react'
import type { NarrativeId } from '../../shared/report.ts'
import type { TextDesk } from './desk.ts'
import { FindingLine } from './FindingLine.tsx'
import { TextExtent } from './TextExtent.tsx'
import type { FindingCaret } from './useFindingCaret.ts'

interface TextFootProps {
  readonly id: NarrativeId
  /** The beginning of the ids of this editor. */
  readonly own: string
  readonly count: number
  readonly caret: FindingCaret
  readonly desk: TextDesk
  /** What is said about the last thing done in the field. */
  readonly children: ReactNode
}

/** The quiet lines under the text: the finding at the caret, and how long the text is. They stay in view. */
export function TextFoot({ id, own, count, caret, desk, children }: TextFootProps) {
  return (
    <footer className="text-foot">
      {children}
      <FindingLine id={`${own}-finding`} caret={caret} onGoToCell={desk.goToCell} />
      <TextExtent id={id} count={count} paper={desk.paper} />
    </footer>
  )
}
