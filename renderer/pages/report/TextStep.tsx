/** A section that is text: one, five or six. */
import { type ReactElement, useRef } from 'react'
import { phrasesFor } from '../../../shared/narrative/phrases.ts'
import { placeLast, placeNear } from '../../../shared/narrative/placing.ts'
import { writeFeeSentence } from '../../../shared/narrative/processingFee.ts'
import type { NarrativeId } from '../../../shared/report.ts'
import type { ReportEditing } from '../../app/useReport.ts'
import type { TextDesk } from '../../text/desk.ts'
import { TextEditor, type TextEditorHandle, type TextPlace } from '../../text/TextEditor.tsx'
import { FeeStrip } from './FeeStrip.tsx'
import { PhraseList } from './PhraseList.tsx'
import './textStep.css'

interface TextStepProps {
  readonly section: NarrativeId
  readonly heading: string
  readonly editing: ReportEditing
  readonly desk: TextDesk
  /** Where a finding has sent the clerk. */
  readonly goTo: TextPlace | null
}

export function TextStep({ section, heading, editing, desk, goTo }: TextStepProps): ReactElement {
  const { report } = editing
  const editor = useRef<TextEditorHandle>(null)
  const text = report.narrative[section]
  return (
    <div className="text-step">
      <div className="text-scroll">
        {section === 'other' && (
          <FeeStrip
            report={report}
            onChange={(processingFee) => editing.changeDetails({ processingFee })}
            onWrite={(sentence) =>
              editor.current?.insert((now, caret) => writeFeeSentence(now, sentence, report, caret))
            }
          />
        )}
        <TextEditor
          ref={editor}
          id={section}
          label={heading}
          text={text}
          unconfirmed={report.textUnconfirmed.includes(section)}
          changes={report.textChanges.filter((change) => change.section === section)}
          desk={desk}
          goTo={goTo}
          onChange={(now, inserted) => editing.changeText(section, now, holdsMore(now, inserted))}
          onConfirm={() => editing.confirmText(section)}
        />
      </div>
      <PhraseList
        phrases={phrasesFor(section, report)}
        text={text}
        onInsert={(sentence) =>
          editor.current?.insert((now, caret) =>
            caret === null ? placeLast(now, sentence) : placeNear(now, sentence, caret),
          )
        }
      />
    </div>
  )
}

/** Beside a sentence the program put in there is text it did not touch: if that was last year's, it still is. */
export const holdsMore = (text: string, inserted: string | undefined): boolean =>
  inserted !== undefined && text.replaceAll(inserted, '').trim() !== ''
