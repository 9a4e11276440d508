/** A section that is text: one, five or six. */
import { type ReactElement, type RefObject, useMemo, useRef, useState } from 'react'
import type { Client } from '../../../shared/api.ts'
import { carriedSentences } from '../../../shared/narrative/carried.ts'
import { numbersUnlinked, placedLinks } from '../../../shared/narrative/links.ts'
import { nextHeading, outlineFor, outlineText } from '../../../shared/narrative/outline.ts'
import { phrasesFor } from '../../../shared/narrative/phrases.ts'
import { type Placed, placeLast, placeNear } from '../../../shared/narrative/placing.ts'
import { writeFeeSentence } from '../../../shared/narrative/processingFee.ts'
import { type TableSentence, tableSentencesFor } from '../../../shared/narrative/tableSentences.ts'
import type { NarrativeId, TextLink } from '../../../shared/report.ts'
import type { WritingSettings } from '../../../shared/writing.ts'
import type { Choosing } from '../../app/useChoices.ts'
import type { ReportEditing } from '../../app/useReport.ts'
import type { TextDesk } from '../../text/desk.ts'
import { createSelection, type SelectionStore } from '../../text/selection.ts'
import { TextEditor, type TextEditorHandle, type TextPlace } from '../../text/TextEditor.tsx'
import { FeeStrip } from './FeeStrip.tsx'
import { originMarks } from './originMarks.ts'
import { LastYearPanel } from './side/LastYearPanel.tsx'
import { OutlinePanel } from './side/OutlinePanel.tsx'
import { PhrasePanel } from './side/PhrasePanel.tsx'
import { TablePanel } from './side/TablePanel.tsx'
import { type SideTab, TextSide } from './side/TextSide.tsx'
import { useOwnPhrases } from './side/useOwnPhrases.ts'
import './textStep.css'

interface TextStepProps {
  readonly client: Client
  readonly section: NarrativeId
  readonly heading: string
  readonly editing: ReportEditing
  readonly desk: TextDesk
  readonly writing: Choosing<WritingSettings>
  /** Where a finding has sent the clerk. */
  readonly goTo: TextPlace | null
}

export function TextStep(props: TextStepProps): ReactElement {
  const { section, heading, editing, desk, goTo } = props
  const { report } = editing
  const editor = useRef<TextEditorHandle>(null)
  const [selection] = useState(createSelection)
  const [ownGoTo, setOwnGoTo] = useState<TextPlace | null>(null)
  /** Links of the sentence that is being put in. */
  const putting = useRef<readonly TextLink[]>([])
  const carried = useMemo(() => carriedSentences(report, section), [report, section])
  const marks = useMemo(() => originMarks(report, section, carried), [report, section, carried])
  const go = (place: Omit<TextPlace, 'at'>) => setOwnGoTo({ ...place, at: Date.now() })
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
          text={report.narrative[section]}
          unconfirmed={report.textUnconfirmed.includes(section)}
          changes={report.textChanges.filter((change) => change.section === section)}
          desk={desk}
          marks={marks}
          selection={selection}
          goTo={latest(goTo, ownGoTo)}
          onChange={(now, inserted) => {
            // What was typed before is handed over first; the links belong to what is put in after it.
            const put = inserted === undefined ? [] : putting.current
            const loose = inserted === undefined ? numbersUnlinked(report, section, now) : []
            if (loose.length > 0) desk.say(`手工改过的${loose.map((one) => `“${one}”`).join('、')}不再随表格变动。`)
            editing.changeText(section, now, holdsMore(now, inserted), put)
            if (inserted !== undefined) putting.current = []
          }}
          onConfirm={() => editing.confirmText(section)}
        />
      </div>
      <Side {...{ ...props, editor, selection, carried, putting, go }} />
    </div>
  )
}

const latest = (a: TextPlace | null, b: TextPlace | null): TextPlace | null => (!a || (b && b.at > a.at) ? b : a)

interface SideProps extends TextStepProps {
  readonly editor: RefObject<TextEditorHandle | null>
  readonly selection: SelectionStore
  readonly carried: ReturnType<typeof carriedSentences>
  readonly putting: { current: readonly TextLink[] }
  go(place: Omit<TextPlace, 'at'>): void
}

function Side({ client, section, editing, writing, editor, selection, carried, putting, go }: SideProps) {
  const { report } = editing
  const text = report.narrative[section]
  const own = useOwnPhrases(client)
  const states = outlineFor(section, report, writing.choices.subheadings)
  const sentences = useMemo(() => tableSentencesFor(section, report), [section, report])
  const hasLinks = report.textLinks.some((link) => link.section === section)
  const insert = (sentence: string) => editor.current?.insert((now, caret) => near(now, sentence, caret))
  const insertLinked = ({ text: sentence, numbers }: TableSentence) =>
    editor.current?.insert((now, caret) => {
      const placed = near(now, sentence, caret)
      const put = numbers.map(({ from, to, cells }) => ({ at: placed.from + from, length: to - from, cells }))
      putting.current = placedLinks(section, placed.text, put)
      return placed
    })
  const panels = [
    {
      key: 'outline' as const,
      label: '提纲',
      panel: (
        <OutlinePanel
          {...{ section, states, selection, writing }}
          blank={text.trim() === ''}
          lastYear={report.lastYear}
          onBegin={() => editor.current?.insert(() => beginning(outlineText(states.map(({ item }) => item))))}
          onAdd={({ item }) => editor.current?.insert((now) => placeLast(now, nextHeading(now, item)))}
          onGo={({ paragraph, last }) => last !== null && go(endOf(text, paragraph ?? 0, last))}
        />
      ),
    },
    ...(section === 'overview' || hasLinks
      ? [
          {
            key: 'tables' as const,
            label: '表中句子',
            panel: (
              <TablePanel
                {...{ section, report, sentences, selection, writing }}
                onInsert={insertLinked}
                onGo={go}
                onSettle={editing.settleLinks}
              />
            ),
          },
        ]
      : []),
    {
      key: 'phrases' as const,
      label: '常用语',
      panel: (
        <PhrasePanel {...{ section, own, text, selection }} phrases={phrasesFor(section, report)} onInsert={insert} />
      ),
    },
    ...(report.lastYear
      ? [
          {
            key: 'lastYear' as const,
            label: carried.length > 0 ? `上年句子 ${carried.length}` : '上年句子',
            panel: (
              <LastYearPanel
                sentences={carried}
                unconfirmed={report.textUnconfirmed.includes(section)}
                selection={selection}
                onGo={go}
                onConfirm={(sentence) => editing.confirmSentences(section, [sentence.text])}
                onConfirmAll={() => editing.confirmText(section)}
              />
            ),
          },
        ]
      : []),
  ]
  const first: SideTab = carried.length > 0 ? 'lastYear' : 'outline'
  return <TextSide first={first} panels={panels} />
}

const near = (text: string, sentence: string, caret: number | null): Placed =>
  caret === null ? placeLast(text, sentence) : placeNear(text, sentence, caret)

/** An outline in an empty text, with the caret behind its first heading. */
const beginning = (text: string): Placed => ({ text, from: 0, to: text.split('\n')[0]?.length ?? 0 })

/** The end of what stands under a heading: there the clerk goes on writing. */
function endOf(text: string, paragraph: number, last: number): Omit<TextPlace, 'at'> {
  const lines = text.split('\n').slice(paragraph, last + 1)
  const filled = Math.max(
    0,
    lines.findLastIndex((line) => line.trim() !== ''),
  )
  const at = lines[filled]?.length ?? 0
  return { paragraph: paragraph + filled, from: at, to: at }
}

/** Beside a sentence the program put in there is text it did not touch: if that was last year's, it still is. */
export const holdsMore = (text: string, inserted: string | undefined): boolean =>
  inserted !== undefined && text.replaceAll(inserted, '').trim() !== ''
