/** Why a paste was not written: the cells that are wrong, before anything is changed. */
import { type ReactElement, useEffect, useId, useRef } from 'react'
import type { BadCell } from './clipboard.ts'

const shown = 8

export interface RefusedPasteProps {
  readonly message: string
  readonly bad: readonly BadCell[]
  onClose(): void
}

export function RefusedPaste({ message, bad, onClose }: RefusedPasteProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="form-refused" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>没有粘贴，表格没有改动</h2>
      <p>{message}</p>
      {bad.length > 0 && (
        <ul>
          {bad.slice(0, shown).map(({ where, text, why }) => (
            <li key={`${where}${text}`}>
              {where}：“{text}”，{why}
            </li>
          ))}
          {bad.length > shown && <li>……另有{bad.length - shown}格</li>}
        </ul>
      )}
      <button type="button" onClick={() => dialog.current?.close()}>
        知道了
      </button>
    </dialog>
  )
}
