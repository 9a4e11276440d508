import { Button } from 'antd'
import type { Finding } from '../../shared/checks/finding.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import { Numbers } from '../findings/FindingItem.tsx'
import '../findings/findings.css'
import { ruleWord } from '../findings/ruleWords.ts'
import { severityWords } from './textMarks.ts'
import type { FindingCaret } from './useFindingCaret.ts'

interface FindingLineProps {
  readonly id: string
  readonly caret: FindingCaret
  onGoToCell(key: CellKey): void
}

/** What the finding at the caret says, and what can be done about it; where the caret is in none, how many there are. */
export function FindingLine({ id, caret, onGoToCell }: FindingLineProps) {
  const { at, words } = caret
  return (
    <div className="finding-line">
      <div id={id} role="status" aria-live="polite" className="finding-line-words">
        {at ? <Sentence finding={at.mark.finding} /> : words !== '' && <span>需要看的地方：{words}</span>}
      </div>
      {words !== '' && (
        <div className="finding-line-buttons">
          {at && <Mending caret={caret} finding={at.mark.finding} onGoToCell={onGoToCell} />}
          <Button size="small" title="Shift+F8" onClick={() => caret.go(-1)}>
            上一处
          </Button>
          <Button size="small" title="F8" onClick={() => caret.go(1)}>
            下一处
          </Button>
        </div>
      )}
    </div>
  )
}

function Sentence({ finding }: { readonly finding: Finding }) {
  const { severity, rule, message, advice } = finding
  return (
    <>
      <span className={`finding-tag gutter-${severity}`}>
        {severityWords[severity]}·{ruleWord(rule)}
      </span>
      <span>{message}</span> <span className="finding-line-advice">{advice}</span>
      <Numbers finding={finding} />
    </>
  )
}

interface MendingProps {
  readonly caret: FindingCaret
  readonly finding: Finding
  onGoToCell(key: CellKey): void
}

function Mending({ caret, finding, onGoToCell }: MendingProps) {
  const [cell] = finding.cells
  return (
    <>
      {caret.canMend && finding.mend && (
        <Button size="small" type="primary" ghost title="Alt+Enter" onClick={caret.mend}>
          {finding.mend.label}
        </Button>
      )}
      {caret.alike > 1 && (
        <Button size="small" onClick={caret.mendAlike}>
          同类全部改正（{caret.alike}处）
        </Button>
      )}
      {cell !== undefined && (
        <Button size="small" onClick={() => onGoToCell(cell)}>
          到表格
        </Button>
      )}
    </>
  )
}
