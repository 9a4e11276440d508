import { memo, type Ref } from 'react'
import { levelOf } from '../../shared/narrative/levels.ts'
import type { TextChange } from '../../shared/report.ts'
import { changesByParagraph, levelWords, runsOf } from './textMarks.ts'

interface TextMirrorProps {
  readonly text: string
  readonly changes: readonly TextChange[]
  readonly ref: Ref<HTMLDivElement>
}

const none: readonly TextChange[] = []

/**
 * Draws, under the field and letter for letter in the same places, what a field cannot: weights of headings, marks of
 * moved years, and beside each paragraph its level or number. It gives the field its height, too.
 */
export function TextMirror({ text, changes, ref }: TextMirrorProps) {
  const byParagraph = changesByParagraph(changes)
  return (
    <div className="text-mirror" aria-hidden="true" ref={ref}>
      {text.split('\n').map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place; marks hang on its number.
        <Paragraph key={index} text={paragraph} number={index + 1} changes={byParagraph.get(index) ?? none} />
      ))}
    </div>
  )
}

interface ParagraphProps {
  readonly text: string
  readonly number: number
  readonly changes: readonly TextChange[]
}

/** Only the paragraph that is typed in is drawn again. */
const Paragraph = memo(
  function Paragraph({ text, number, changes }: ParagraphProps) {
    const { level } = levelOf(text)
    return (
      <div className={`text-paragraph level-${level}`}>
        {text !== '' && <span className="text-gutter">{level === 0 ? `第${number}段` : levelWords[level]}</span>}
        {runsOf(text, changes).map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their order.
          <span key={index} className={`${run.heading ? 'run-heading' : ''} ${run.change ? 'run-change' : ''}`}>
            {run.text}
          </span>
        ))}
        {'\u200b'}
      </div>
    )
  },
  (before, after) =>
    before.text === after.text &&
    before.number === after.number &&
    (before.changes === after.changes ||
      (before.changes.length === after.changes.length &&
        before.changes.every((change, index) => change === after.changes[index]))),
)
