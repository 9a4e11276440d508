import { Button } from 'antd'
import type { Finding } from '../../shared/checks/finding.ts'
import { paragraphWords } from '../../shared/checks/placeWords.ts'
import { numberWords } from './numberWords.ts'
import { ruleWord } from './ruleWords.ts'

interface FindingItemProps {
  readonly finding: Finding
  readonly onGo: (finding: Finding) => void
  /** Asks for the reason why an error may stand; not given where reasons have no place, as in last year's report. */
  readonly onExplain?: (finding: Finding) => void
  readonly onRemoveOverride?: (finding: Finding) => void
  /** Where the advice stands already above a list of the same kind. */
  readonly withoutAdvice?: boolean
}

/** One finding: a click or Enter goes to its cell; an error can be given a reason. */
export function FindingItem({ finding, onGo, onExplain, onRemoveOverride, withoutAdvice = false }: FindingItemProps) {
  const { rule, severity, message, advice, override, where } = finding
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
      {severity === 'error' && !override && onExplain && (
        <Button
          size="small"
          className="finding-action"
          onClick={() => onExplain(finding)}
          aria-label={`说明理由：${message}`}
        >
          说明理由
        </Button>
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
