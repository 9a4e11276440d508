import { Select } from 'antd'
import { useId } from 'react'

interface ChooserProps {
  readonly label: string
  readonly busy: boolean
  /** What it was recognised as; empty: as nothing. */
  readonly found: string
  /** What the person said; undefined: nothing. */
  readonly said: string | null | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onSay: (is: string | null | undefined) => void
}

/** Stands for what no name of the form can be. */
const asFound = '\u0000found'
const none = '\u0000none'

/** Says what a table, a row or a column is: as it was recognised, one of the form's names, or 不带入. */
export function Chooser({ label, busy, found, said, options, onSay }: ChooserProps) {
  const id = useId()
  const recognised = said === undefined && found !== '' ? `自动识别：${found}` : '自动识别'
  const nothing = said === undefined && found === '' ? '自动识别：没有带入' : recognised
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        size="small"
        disabled={busy}
        value={said === undefined ? asFound : (said ?? none)}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={380}
        options={[{ value: asFound, label: nothing }, { value: none, label: '不带入' }, ...options]}
        onChange={(value: string) => onSay(value === asFound ? undefined : value === none ? null : value)}
      />
    </>
  )
}
