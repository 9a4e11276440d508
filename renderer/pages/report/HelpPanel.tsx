/** F1: what a row and a column mean and how they are counted. */
import { Drawer } from 'antd'
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import { cellName, helpOf } from '../../../shared/forms/lookup.ts'

interface HelpPanelProps {
  readonly form: Form
  readonly cell: CellKey | null
  readonly onClose: () => void
}

export function HelpPanel({ form, cell, onClose }: HelpPanelProps) {
  const entries = cell === null ? [] : helpOf(form, cell)
  return (
    <Drawer title="填报说明" size={380} open={cell !== null} onClose={onClose} mask={false} destroyOnHidden>
      <p className="help-cell">{cell !== null && cellName(form, cell)}</p>
      {entries.length === 0 && <p>这一格没有另外的说明。</p>}
      <dl className="help-list">
        {entries.map(({ name, help }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
      <p className="help-source">条文均指《中华人民共和国政府信息公开条例》（2019年修订）。</p>
    </Drawer>
  )
}
