/** The line at the foot of a report: whether what was typed is on the disk, and since when. */
import { Button } from 'antd'
import type { SaveState } from '../../app/saving.ts'

interface StatusBarProps {
  readonly saveState: SaveState
  readonly changedAt: string
  /** The clock of the PC was set back: one sentence. */
  readonly clockTrouble: string | null
  /** What was just done for the clerk; empty where nothing was. */
  readonly note: string
  readonly onRetry: () => void
}

const clock = (iso: string): string =>
  new Date(iso).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })

/** In one line of a narrow window: a sentence that says itself what is not saved is not told so twice. */
function failureWords(message: string, waiting: number): string {
  const words = message.includes('没有保存') ? message : `没有保存：${message}`
  return waiting > 0 ? `${words}（有${waiting}处修改还在窗口里，程序会自动重试）` : words
}

export function StatusBar({ saveState, changedAt, clockTrouble, note, onRetry }: StatusBarProps) {
  return (
    <footer className={`status-bar status-${saveState.state}`} role="status" aria-live="polite">
      {saveState.state === 'saving' && <span>正在保存</span>}
      {saveState.state === 'saved' && (
        <span>
          {saveState.at === null
            ? `上次修改 ${new Date(changedAt).toLocaleString('zh-CN', { hour12: false })}`
            : `已保存 ${clock(saveState.at)}`}
        </span>
      )}
      {clockTrouble !== null && saveState.state !== 'failed' && <span className="status-clock">{clockTrouble}</span>}
      {note !== '' && <span className="status-note">{note}</span>}
      {saveState.state === 'failed' && (
        <>
          <span>{failureWords(saveState.message, saveState.waiting)}</span>
          <Button size="small" onClick={onRetry}>
            立即重试
          </Button>
        </>
      )}
    </footer>
  )
}
