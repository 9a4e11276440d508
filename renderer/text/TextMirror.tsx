import { memo, type Ref } from 'react'
import { levelOf } from '../../shared/narrative/levels.ts'
import type { TextChange } from '../../shared/report.ts'
import { type ShownLink, spansOf } from './spans.ts'
import { changesByParagraph, levelWords, type Run, runsOf } from './textMarks.ts'

interface TextMirrorProps {
  readonly text: string
  readonly changes: readonly TextChange[]
  /** Sentences that still bear last year's facts, by their words. */
  readonly carried: ReadonlySet<string>
  readonly links: readonly ShownLink[]
  readonly ref: Ref<HTMLDivElement>
}

const none: readonly TextChange[] = []
const noLinks: readonly ShownLink[] = []

/**
 * Draws, under the field and letter for letter in the same places, what a field cannot: weights of headings, marks of
 * moved years, of sentences that are last year's and of linked numbers, and beside each paragraph its level or number. It gives the field its height, too.
 */
export function TextMirror({ text, changes, carried, links, ref }: TextMirrorProps) {
  const linksByParagraph = Map.groupBy(links, ({ paragraph }) => paragraph)
  const byParagraph = changesByParagraph(changes)
  return (
    <div className="text-mirror" aria-hidden="true" ref={ref}>
      {text.split('\n').map((paragraph, index) => (
        <Paragraph
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place; marks hang on its number.
          key={index}
          text={paragraph}
          number={index + 1}
          changes={byParagraph.get(index) ?? none}
          carried={carried}
          links={linksByParagraph.get(index) ?? noLinks}
        />
      ))}
    </div>
  )
}

interface ParagraphProps {
  readonly text: string
  readonly number: number
  readonly changes: readonly TextChange[]
  readonly carried: ReadonlySet<string>
  readonly links: readonly ShownLink[]
}

/** Only the paragraph that is typed in is drawn again. */
const Paragraph = memo(
  function Paragraph({ text, number, changes, carried, links }: ParagraphProps) {
    const { level } = levelOf(text)
    return (
      <div className={`text-paragraph level-${level}`}>
        {text !== '' && <span className="text-gutter">{level === 0 ? `第${number}段` : levelWords[level]}</span>}
        {runsOf(text, changes, spansOf(text, carried, links)).map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their order.
          <span key={index} className={classesOf(run)} data-words={wordsOf(run)}>
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
    before.carried === after.carried &&
    sameItems(before.changes, after.changes) &&
    sameItems(before.links, after.links),
)

const sameItems = <T,>(before: readonly T[], after: readonly T[]): boolean =>
  before === after || (before.length === after.length && before.every((item, index) => item === after[index]))

const classesOf = ({ heading, change, spans }: Run): string =>
  [heading ? 'run-heading' : '', change ? 'run-change' : '', ...spans.map(({ kind }) => `run-${kind}`)].join(' ')

const wordsOf = ({ spans }: Run): string | undefined => spans.find(({ words }) => words !== undefined)?.words
