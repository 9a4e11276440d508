import { Button } from 'antd'

interface TextHeadProps {
  /** The beginning of the ids of this editor. */
  readonly own: string
  readonly label: string
  /** Whether the text is still last year's. */
  readonly unconfirmed: boolean
  onConfirm(): void
  /** Opens find and replace; null where it is open, or there is none. */
  readonly onFind: (() => void) | null
}

export function TextHead({ own, label, unconfirmed, onConfirm, onFind }: TextHeadProps) {
  return (
    <header className="text-head">
      <label htmlFor={`${own}-field`}>{label}</label>
      {unconfirmed && (
        <span className="text-status" id={`${own}-status`}>
          <span className="text-tag">沿用上年，待修改或确认</span>
          <Button size="small" onClick={onConfirm} aria-label={`确认${label}沿用上年的文字`}>
            确认沿用
          </Button>
        </span>
      )}
      {onFind && (
        <Button size="small" type="text" className="text-find" title="Ctrl+F，Ctrl+H" onClick={onFind}>
          查找和替换
        </Button>
      )}
    </header>
  )
}
