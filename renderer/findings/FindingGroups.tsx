import { useId, useState } from 'react'
import type { Finding } from '../../shared/checks/finding.ts'
import type { Form } from '../../shared/forms/form.ts'
import { FindingItem, MendAll, RuleLink } from './FindingItem.tsx'
import './findings.css'
import {
  type Bundle,
  countWords,
  type FindingGroup,
  findingKey,
  groupFindings,
  mendedTogether,
} from './groupFindings.ts'
import { ruleWord } from './ruleWords.ts'

interface Actions {
  readonly onGo: (finding: Finding) => void
  /** Not given where reasons have no place: in last year's report. */
  readonly onExplain?: (finding: Finding) => void
  readonly onRemoveOverride?: (finding: Finding) => void
  /** Not given where the texts are not edited. */
  readonly onMend?: (findings: readonly Finding[]) => void
  readonly onNote?: (finding: Finding) => void
}

interface FindingGroupsProps extends Actions {
  readonly form: Form
  readonly findings: readonly Finding[]
}

/** Findings grouped by severity, with how many there are of each. */
export function FindingGroups({ form, findings, ...actions }: FindingGroupsProps) {
  const groups = groupFindings(form, findings)
  if (groups.length === 0) {
    return (
      <p className="findings-none" role="status">
        没有发现问题。
      </p>
    )
  }
  return (
    <div className="findings">
      <p className="findings-counts" role="status">
        {countWords(groups)}
      </p>
      {groups.map((group) => (
        <Group key={group.id} group={group} {...actions} />
      ))}
    </div>
  )
}

const notes: Readonly<Partial<Record<FindingGroup['id'], string>>> = {
  error: '须改正，或说明理由',
  warning: '请核对',
  hint: '供参考',
  overridden: '数字再变动时需重新说明',
}

function Group({ group, ...actions }: Actions & { readonly group: FindingGroup }) {
  const heading = useId()
  const singles = group.items.flatMap((item) => (item.kind === 'single' ? item.finding : []))
  return (
    <section className={`findings-group findings-${group.id}`} aria-labelledby={heading}>
      <h3 id={heading}>
        {group.title}
        <span className="findings-count">{group.count}</span>
        <span className="findings-note">{actions.onExplain && notes[group.id]}</span>
      </h3>
      <ul>
        {group.items.map((item) =>
          item.kind === 'single' ? (
            <FindingItem
              key={item.key}
              finding={item.finding}
              alike={mendedTogether(singles, item.finding)}
              {...actions}
            />
          ) : (
            <BundleItem key={item.key} bundle={item} {...actions} />
          ),
        )}
      </ul>
    </section>
  )
}

/** Many findings of a kind: one line that goes to the first, and unfolds. */
function BundleItem({ bundle, ...actions }: Actions & { readonly bundle: Bundle }) {
  const [open, setOpen] = useState(false)
  const [first] = bundle.findings
  const certain = bundle.findings.filter(({ mend }) => mend?.certain)
  if (!first) return null
  return (
    <li className="finding finding-bundle">
      <button type="button" className="finding-go" onClick={() => actions.onGo(first)}>
        <span className="finding-rule" title={bundle.rule}>
          {ruleWord(bundle.rule)}
        </span>
        <span>
          <span className="finding-message">{bundle.title}</span>
          <span className="finding-advice">
            {bundle.advice}
            <span className="finding-where">转到第一处</span>
          </span>
        </span>
      </button>
      <div className="finding-actions">
        <RuleLink rule={bundle.rule} message={bundle.title} />
        {actions.onMend && <MendAll findings={certain} onMend={actions.onMend} />}
        <button type="button" className="finding-unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : `逐条列出（${bundle.findings.length}条）`}
        </button>
      </div>
      {open && (
        <ul className="finding-inner">
          {bundle.findings.map((finding) => (
            <FindingItem key={findingKey(finding)} finding={finding} {...actions} withoutAdvice />
          ))}
        </ul>
      )}
    </li>
  )
}
