/** Last year's text and this year's, sentence by sentence. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Span } from '../../../../shared/narrative/changedSpans.ts'
import type { ComparedSentence, TextComparison } from '../../../../shared/narrative/compare.ts'
import type { Sentence } from '../../../../shared/narrative/sentences.ts'
import type { NarrativeId } from '../../../../shared/report.ts'

export interface ComparedSection {
  readonly id: NarrativeId
  readonly heading: string
  readonly comparison: TextComparison
}

interface TextSectionsProps {
  readonly sections: readonly ComparedSection[]
  readonly lastYear: number
  readonly year: number
  readonly onGo: (section: NarrativeId, sentence: Sentence) => void
}

/** All sections; what is unchanged can be left out. */
export function TextSections({ sections, ...rest }: TextSectionsProps) {
  const [onlyChanged, setOnlyChanged] = useState(false)
  return (
    <>
      <div className="compare-tools">
        <Checkbox checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)}>
          不列未变的句子
        </Checkbox>
        <span className="step-note">只有报告年份不同的句子算未变；点今年的句子转到正文</span>
      </div>
      {sections.map((section) => (
        <TextSection key={section.id} section={section} onlyChanged={onlyChanged} {...rest} />
      ))}
    </>
  )
}

/** A long text is drawn this many sentences at a time. */
const portion = 400

interface TextSectionProps extends Omit<TextSectionsProps, 'sections'> {
  readonly section: ComparedSection
  readonly onlyChanged: boolean
}

function TextSection({ section, onlyChanged, lastYear, year, onGo }: TextSectionProps) {
  const [shown, setShown] = useState(portion)
  const { id, heading, comparison } = section
  const sentences = comparison.sentences.filter(({ kind }) => !onlyChanged || kind !== 'same')
  const rest = sentences.length - shown
  return (
    <section className="compare-section" aria-label={heading}>
      <h3>{heading}</h3>
      <p className="compare-counts">{countWords(comparison)}</p>
      {sentences.length > 0 && (
        <table className="compare-texts">
          <thead>
            <tr>
              <th scope="col">变化</th>
              <th scope="col">{lastYear}年</th>
              <th scope="col">{year}年</th>
            </tr>
          </thead>
          <tbody>
            {sentences.slice(0, shown).map((sentence) => (
              <SentenceRow key={keyOf(sentence)} sentence={sentence} onGo={(place) => onGo(id, place)} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <Button size="small" onClick={() => setShown(shown + portion)}>
          再列{Math.min(rest, portion)}句（还有{rest}句）
        </Button>
      )}
    </section>
  )
}

/** 今年12句：未变5句（42%），改动4句，新写3句；去年另有2句没有沿用。 */
function countWords({ counts, shareSame }: TextComparison): string {
  const { same, changed, new: written, dropped } = counts
  const now = same + changed + written
  const left = dropped === 0 ? '' : `；上年另有${dropped}句没有沿用`
  if (now + dropped === 0) return '两年都没有文字。'
  if (now === 0) return `今年没有文字${left}。`
  return `今年${now}句：未变${same}句（${Math.round((shareSame ?? 0) * 100)}%），改动${changed}句，新写${written}句${left}。`
}

const keyOf = (sentence: ComparedSentence): string =>
  'after' in sentence
    ? `n${sentence.after.paragraph}-${sentence.after.from}`
    : `l${sentence.before.paragraph}-${sentence.before.from}`

const kindWords = { same: '未变', changed: '改动', new: '新写', dropped: '未沿用' } as const

interface SentenceRowProps {
  readonly sentence: ComparedSentence
  readonly onGo: (place: Sentence) => void
}

function SentenceRow({ sentence, onGo }: SentenceRowProps) {
  const changed = sentence.kind === 'changed'
  return (
    <tr className={`compare-${sentence.kind}`}>
      <th scope="row">{kindWords[sentence.kind]}</th>
      <td>
        {'before' in sentence && <Marked text={sentence.before.text} spans={changed ? sentence.gone : []} as="del" />}
      </td>
      <td>
        {'after' in sentence && (
          <button type="button" className="compare-go" onClick={() => onGo(sentence.after)}>
            <Marked text={sentence.after.text} spans={changed ? sentence.come : []} as="ins" />
          </button>
        )}
      </td>
    </tr>
  )
}

interface MarkedProps {
  readonly text: string
  readonly spans: readonly Span[]
  readonly as: 'del' | 'ins'
}

/** A sentence with its letters that differ marked. */
function Marked({ text, spans, as: Mark }: MarkedProps) {
  const ends = [0, ...spans.map(({ to }) => to)]
  return (
    <>
      {spans.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(ends[index], from)}
          <Mark>{text.slice(from, to)}</Mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
