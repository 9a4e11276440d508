import { memo, type Ref } from 'react'
import { levelOf } from '../../shared/narrative/levels.ts'
import { type Run, runsOf } from '../../shared/narrative/runs.ts'
import { drawnAlike, gutterMark, levelWords, marksByParagraph, type TextMark } from './textMarks.ts'

interface TextMirrorProps {
  readonly text: string
  readonly marks: readonly TextMark[]
  readonly ref: Ref<HTMLDivElement>
}

const none: readonly TextMark[] = []

/**
 * Draws, under the field and letter for letter in the same places, what a field cannot: weights of headings, marks, and
 * beside each paragraph its level or number and the word of its gravest finding. It gives the field its height, too.
 */
export const TextMirror = memo(function TextMirror({ text, marks, ref }: TextMirrorProps) {
  const byParagraph = marksByParagraph(marks)
  return (
    <div className="text-mirror" aria-hidden="true" ref={ref}>
      {text.split('\n').map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place; marks hang on its number.
        <Paragraph key={index} text={paragraph} number={index + 1} marks={byParagraph.get(index) ?? none} />
      ))}
    </div>
  )
})

interface ParagraphProps {
  readonly text: string
  readonly number: number
  readonly marks: readonly TextMark[]
}

/** Only the paragraph that is typed in is drawn again. */
const Paragraph = memo(
  function Paragraph({ text, number, marks }: ParagraphProps) {
    const { level, headingLength } = levelOf(text)
    const drawn = marks.filter(({ kind }) => kind !== 'mend')
    return (
      <div className={`text-paragraph level-${level}`}>
        {text !== '' && (
          <span className="text-gutter">
            <GutterMark marks={drawn} />
            {level === 0 ? `第${number}段` : levelWords[level]}
          </span>
        )}
        {runsOf(text, drawn, [headingLength]).map((run) => (
          <span key={run.from} className={classOf(run, headingLength)} data-from={run.from} data-words={wordsOf(run)}>
            {run.text}
          </span>
        ))}
        {'\u200b'}
      </div>
    )
  },
  (before, after) =>
    before.text === after.text && before.number === after.number && drawnAlike(before.marks, after.marks),
)

function GutterMark({ marks }: { readonly marks: readonly TextMark[] }) {
  const mark = gutterMark(marks)
  return mark && <b className={`gutter-mark gutter-${mark.severity}`}>{mark.words}</b>
}

const classOf = ({ from, marks }: Run<TextMark>, headingLength: number): string | undefined => {
  const kinds = marks.map(({ kind }) => `run-${kind}`)
  return [...(from < headingLength ? ['run-heading'] : []), ...kinds].join(' ') || undefined
}

const wordsOf = ({ marks }: Run<TextMark>): string | undefined => marks.find(({ words }) => words !== undefined)?.words
