import { Button } from 'antd'
import type { PasteNote } from './usePasting.ts'

interface TextNotesProps {
  readonly refused: string | null
  readonly paste: PasteNote | null
  readonly onUndo: (() => void) | null
  onDismiss(): void
}

/** What the field says about the last thing done in it: why it was refused, or how a paste was cleaned. */
export function TextNotes({ refused, paste, onUndo, onDismiss }: TextNotesProps) {
  return (
    <div className="text-notes">
      {refused && (
        <p className="text-refused" role="alert">
          {refused}
        </p>
      )}
      <div role="status" aria-live="polite">
        {paste && (
          <p className="text-pasted">
            <span>{paste.words}</span>
            {paste.join && (
              <Button size="small" onClick={paste.join}>
                接成整段
              </Button>
            )}
            {onUndo && (
              <Button size="small" onClick={onUndo} title="Ctrl+Z">
                撤销
              </Button>
            )}
            <Button size="small" type="text" onClick={onDismiss}>
              知道了
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}
