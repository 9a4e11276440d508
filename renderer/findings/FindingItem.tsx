import { Button } from 'antd'
import type { Finding } from '../../shared/checks/finding.ts'
import { paragraphWords } from '../../shared/checks/placeWords.ts'
import { termOfRule } from '../../shared/terms/terms.ts'
import { useTerms } from '../terms/openTerms.ts'
import { numberWords } from './numberWords.ts'
import { ruleWord } from './ruleWords.ts'

interface FindingItemProps {
  readonly finding: Finding
  readonly onGo: (finding: Finding) => void
  /** Asks for the reason why an error may stand; not given where reasons have no place, as in last year's report. */
  readonly onExplain?: (finding: Finding) => void
  readonly onRemoveOverride?: (finding: Finding) => void
  /** Replaces in a text what the finding offers to; not given where the texts are not edited. */
  readonly onMend?: (findings: readonly Finding[]) => void
  /** Findings that can all be mended together with this one. */
  readonly alike?: readonly Finding[]
  /** Goes to where the note on a jump is written. */
  readonly onNote?: (finding: Finding) => void
  /** Where the advice stands already above a list of the same kind. */
  readonly withoutAdvice?: boolean
}

/** One finding: a click or Enter goes to its cell; an error can be given a reason. */
export function FindingItem(props: FindingItemProps) {
  const { finding, onGo, onExplain, onRemoveOverride, onMend, onNote, alike = [], withoutAdvice = false } = props
  const { rule, severity, message, advice, override, mend, note, where } = finding
  return (
    <li className="finding">
      <button type="button" className="finding-go" onClick={() => onGo(finding)}>
        <span className="finding-rule" title={rule}>
          {ruleWord(rule)}
        </span>
        <span>
          <span className="finding-message">
            {message}
            {where && where.from < where.to && <span className="finding-place">{paragraphWords(finding)}</span>}
          </span>
          {!withoutAdvice && <span className="finding-advice">{advice}</span>}
          <Numbers finding={finding} />
        </span>
      </button>
      <div className="finding-actions">
        {!withoutAdvice && <RuleLink rule={rule} message={message} />}
        {mend && onMend && (
          <Button size="small" onClick={() => onMend([finding])} aria-label={`${mend.label}：${message}`}>
            {mend.label}
          </Button>
        )}
        {onMend && <MendAll findings={alike} onMend={onMend} />}
        {severity === 'error' && !override && onExplain && (
          <Button size="small" onClick={() => onExplain(finding)} aria-label={`说明理由：${message}`}>
            说明理由
          </Button>
        )}
        {rule === 'X4' && onNote && (
          <Button
            size="small"
            onClick={() => onNote(finding)}
            aria-label={`${note === undefined ? '说明变化' : '修改说明'}：${message}`}
          >
            {note === undefined ? '说明变化' : '修改说明'}
          </Button>
        )}
      </div>
      {note !== undefined && (
        <div className="finding-reason">
          <span>已说明：{note}</span>
        </div>
      )}
      {override && (
        <div className="finding-reason">
          <span>
            理由（{override.at}）：{override.reason}
          </span>
          {onRemoveOverride && (
            <Button size="small" onClick={() => onRemoveOverride(finding)} aria-label={`撤销理由：${message}`}>
              撤销
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

interface MendAllProps {
  readonly findings: readonly Finding[]
  readonly onMend: (findings: readonly Finding[]) => void
}

/** Mends several of one rule in one text, where there is more than one. */
export function MendAll({ findings, onMend }: MendAllProps) {
  if (findings.length < 2) return null
  return (
    <Button size="small" onClick={() => onMend(findings)}>
      全部改正（{findings.length}处）
    </Button>
  )
}

/** What the rule compares and why, in 填报说明. */
export function RuleLink({ rule, message }: Pick<Finding, 'rule' | 'message'>) {
  const terms = useTerms()
  const term = termOfRule(rule)
  if (!terms || !term) return null
  return (
    <button
      type="button"
      className="finding-term"
      onClick={() => terms.open(term)}
      aria-label={`填报说明：${ruleWord(rule)}（${message}）`}
    >
      规则
    </button>
  )
}

/** Both numbers and what is between them, where the rule compares two. */
export function Numbers({ finding }: { readonly finding: Finding }) {
  const words = numberWords(finding)
  if (words.length === 0) return null
  return (
    <span className="finding-numbers">
      {words.map(({ name, value }) => (
        <span key={name}>
          {name} <b>{value}</b>
        </span>
      ))}
    </span>
  )
}
