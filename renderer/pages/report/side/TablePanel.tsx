/** 表中句子: sentences built from the tables, and what becomes of their numbers when a cell changes. */
import { Button } from 'antd'
import { type ReactElement, useId } from 'react'
import type { LinkPlace } from '../../../../shared/edits.ts'
import { formOf } from '../../../../shared/forms/lookup.ts'
import { differingLinks, lettersOf, linkName } from '../../../../shared/narrative/links.ts'
import type { TableSentence } from '../../../../shared/narrative/tableSentences.ts'
import type { NarrativeId, Report, TextLink } from '../../../../shared/report.ts'
import type { WritingSettings } from '../../../../shared/writing.ts'
import type { Choosing } from '../../../app/useChoices.ts'
import { caretOf, type SelectionStore, useSelected } from '../../../text/selection.ts'

interface TablePanelProps {
  readonly section: NarrativeId
  readonly report: Report
  readonly sentences: readonly TableSentence[]
  readonly selection: SelectionStore
  readonly writing: Choosing<WritingSettings>
  onInsert(sentence: TableSentence): void
  onGo(link: TextLink): void
  onSettle(links: readonly LinkPlace[], how: 'follow' | 'unlink'): void
}

export function TablePanel(props: TablePanelProps): ReactElement {
  const { section, report, sentences, selection, writing, onInsert, onGo, onSettle } = props
  const differing = differingLinks(report).filter(({ link }) => link.section === section)
  const mendable = differing.filter(({ should }) => should !== null)
  const form = formOf(report.form)
  return (
    <>
      {differing.length > 0 && (
        <section className="side-differing" aria-label="与表中不同的数字">
          <h3>{differing.length}个数字与表中不同</h3>
          <ul className="side-list">
            {differing.map(({ link, stands, should }) => (
              <li key={`${link.paragraph}-${link.from}`}>
                <p>
                  文中{stands}，表中{should ?? '空白'}：{linkName(form, link.cells)}
                </p>
                <div className="side-row">
                  <Button size="small" type="text" onClick={() => onGo(link)}>
                    转到
                  </Button>
                  {should !== null && (
                    <Button size="small" onClick={() => onSettle([link], 'follow')}>
                      改为{should}
                    </Button>
                  )}
                  <Button size="small" type="text" onClick={() => onSettle([link], 'unlink')}>
                    取消关联
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          {mendable.length > 1 && (
            <Button
              size="small"
              onClick={() =>
                onSettle(
                  mendable.map(({ link }) => link),
                  'follow',
                )
              }
            >
              全部改为表中数字
            </Button>
          )}
        </section>
      )}
      <LinkAtCaret {...{ section, report, selection, onSettle }} />
      <FollowChoice writing={writing} />
      <p className="step-note">
        {sentences.length === 0
          ? '表中数字填好后，这里会列出可以插入的句子。'
          : '插入到光标所在的句子后面，句中的数字与表中的格关联。'}
      </p>
      <ul className="side-list">
        {sentences.map((sentence) => (
          <li key={sentence.id}>
            <p>{sentence.text}</p>
            <div className="side-row">
              <Button
                size="small"
                disabled={report.narrative[section].includes(sentence.text)}
                aria-label={`插入：${sentence.name}`}
                onClick={() => onInsert(sentence)}
              >
                {report.narrative[section].includes(sentence.text) ? '已有' : '插入'}
              </Button>
              <span className="step-note">{sentence.name}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How the numbers behave; for all texts of the unit. */
function FollowChoice({ writing }: Pick<TablePanelProps, 'writing'>) {
  const name = useId()
  const { choices, change, failure } = writing
  const option = (numbersFollow: boolean, words: string) => (
    <label>
      <input
        type="radio"
        name={name}
        checked={choices.numbersFollow === numbersFollow}
        onChange={() => change({ numbersFollow })}
      />
      {words}
    </label>
  )
  return (
    <fieldset className="side-follow">
      <legend>表中的数字变动时，文中关联的数字</legend>
      {option(true, '跟着变')}
      {option(false, '不变，只标出')}
      {failure !== null && <p role="alert">{failure}</p>}
    </fieldset>
  )
}

/** The cell of the number the caret is at. */
function LinkAtCaret({
  section,
  report,
  selection,
  onSettle,
}: Pick<TablePanelProps, 'section' | 'report' | 'selection' | 'onSettle'>) {
  const caret = caretOf(useSelected(selection))
  const link = caret
    ? report.textLinks.find(
        (one) =>
          one.section === section && one.paragraph === caret.paragraph && caret.at >= one.from && caret.at <= one.to,
      )
    : undefined
  return (
    <div role="status">
      {link && (
        <p className="side-at-caret">
          光标处的“{lettersOf(report, link)}”取自{linkName(formOf(report.form), link.cells)}
          <Button size="small" type="text" onClick={() => onSettle([link], 'unlink')}>
            取消关联
          </Button>
        </p>
      )}
    </div>
  )
}
