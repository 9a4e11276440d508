/** F1: what a row and a column mean and how they are counted. It stands where it covers no figure. */
import { Button } from 'antd'
import { useEffect } from 'react'
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { cellName, helpOf } from '../../../shared/forms/lookup.ts'
import { termOfCell } from '../../../shared/terms/terms.ts'
import { useTerms } from '../../terms/openTerms.ts'
import { textKeys } from '../../text/textKeys.ts'
import './help.css'

interface HelpPanelProps {
  readonly form: Form
  readonly cell: CellKey | null
  /** Over the list of steps at the left, or over the side at the right of the review. */
  readonly place: 'steps' | 'side'
  readonly onClose: () => void
}

export function HelpPanel({ form, cell, place, onClose }: HelpPanelProps) {
  const terms = useTerms()
  const shown = cell !== null
  // The caret stays in the table, and the panel lies over the list of steps: Esc is heard wherever the focus is.
  useEffect(() => {
    if (!shown) return
    const onKey = (event: KeyboardEvent) => {
      const overIt = event.target instanceof Element && event.target.closest('[role=dialog]') !== null
      if (event.key === 'Escape' && !event.isComposing && !overIt) onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [shown, onClose])
  if (cell === null) return null
  const entries = helpOf(form, cell)
  return (
    <aside className={`help-panel help-${place}`} aria-label="填报说明" aria-live="polite">
      <header>
        <h2>填报说明</h2>
        <Button size="small" title="Esc" onClick={onClose}>
          关闭
        </Button>
      </header>
      <p className="help-cell">{cellName(form, cell)}</p>
      {terms && (
        <Button size="small" onClick={() => terms.open(termOfCell(cell))}>
          查全部填报说明
        </Button>
      )}
      {entries.length === 0 && <p>这一格没有另外的说明。</p>}
      <dl className="help-list">
        {entries.map(({ name, help }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
      <h3 className="help-keys">写文字时的按键</h3>
      <dl className="help-list">
        {textKeys.map(([keys, does]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="help-source">条文均指《中华人民共和国政府信息公开条例》（2019年修订）。</p>
    </aside>
  )
}
