/** 提纲: what a section is divided into, with prompts that are shown while a part is being written or is empty. */
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { OutlineState } from '../../../../shared/narrative/outline.ts'
import type { LastYear, NarrativeId } from '../../../../shared/report.ts'
import type { WritingSettings } from '../../../../shared/writing.ts'
import type { Choosing } from '../../../app/useChoices.ts'
import { caretOf, type SelectionStore, useSelected } from '../../../text/selection.ts'
import { SubheadingsField } from '../../parts/SubheadingsField.tsx'

interface OutlinePanelProps {
  readonly section: NarrativeId
  readonly states: readonly OutlineState[]
  /** Whether nothing is written yet. */
  readonly blank: boolean
  readonly selection: SelectionStore
  readonly writing: Choosing<WritingSettings>
  readonly lastYear: LastYear | undefined
  /** Writes all headings into the empty text. */
  onBegin(): void
  /** Adds the heading of one part at the end. */
  onAdd(state: OutlineState): void
  onGo(state: OutlineState): void
}

export function OutlinePanel(props: OutlinePanelProps): ReactElement {
  const { section, states, blank, selection, writing, lastYear, onBegin, onAdd, onGo } = props
  const caret = caretOf(useSelected(selection))
  const isActive = ({ paragraph, last }: OutlineState) =>
    caret !== null && paragraph !== null && last !== null && caret.paragraph >= paragraph && caret.paragraph <= last
  return (
    <>
      {states.length > 0 && blank && (
        <p className="side-row">
          <Button type="primary" size="small" onClick={onBegin}>
            写入提纲
          </Button>
          <span className="step-note">写入{states.length}个小标题，提示不会写进正文</span>
        </p>
      )}
      <ol className="side-outline" aria-label="提纲">
        {states.map((state) => {
          const { item, paragraph, written } = state
          const active = isActive(state)
          return (
            <li key={item.heading} aria-current={active || undefined}>
              <div className="side-row">
                <h4>{item.heading}</h4>
                {!blank && <span className={`step-note${written === 0 ? ' side-open' : ''}`}>{stateWords(state)}</span>}
                {paragraph !== null && (
                  <Button size="small" type="text" aria-label={`转到：${item.heading}`} onClick={() => onGo(state)}>
                    转到
                  </Button>
                )}
                {paragraph === null && !blank && (
                  <Button size="small" aria-label={`加上：${item.heading}`} onClick={() => onAdd(state)}>
                    加上
                  </Button>
                )}
              </div>
              {(active || written === 0) && <p className="side-prompt">{item.prompt}</p>}
            </li>
          )
        })}
      </ol>
      {section === 'problems' && <LastProblems lastYear={lastYear} />}
      {section === 'other' && (
        <div className="subheadings">
          <SubheadingsField
            value={writing.choices.subheadings}
            failure={writing.failure}
            onSave={(subheadings) => writing.change({ subheadings })}
          />
        </div>
      )}
    </>
  )
}

function stateWords({ paragraph, written }: OutlineState): string {
  if (paragraph === null) return '没有这个小标题'
  return written === 0 ? '空白' : `${written}字`
}

/** Last year's section five, to be looked at while the improvements are written. */
function LastProblems({ lastYear }: { readonly lastYear: LastYear | undefined }) {
  const text = lastYear?.narrative?.problems.trim() ?? ''
  if (!lastYear || text === '') return null
  return (
    <details className="side-reference" open>
      <summary>{lastYear.year}年报告写的问题和改进</summary>
      {text.split('\n').map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change.
        <p key={index}>{paragraph}</p>
      ))}
    </details>
  )
}
