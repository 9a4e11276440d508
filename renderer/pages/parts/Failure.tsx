import { Alert, Button } from 'antd'

interface FailureProps {
  /** The sentence of an answer that is not ok; nothing is drawn without one. */
  readonly message: string | null
  readonly onClose?: () => void
  /** Does the same again. */
  readonly onRetry?: (() => void) | undefined
}

/** What went wrong, in its own sentence. It stays until it is closed or the next step succeeds: errors are never lost. */
export function Failure({ message, onClose, onRetry }: FailureProps) {
  if (message === null) return null
  return (
    <Alert
      type="error"
      showIcon
      className="page-failure"
      title={message}
      {...(onClose && { closable: { onClose, 'aria-label': '关闭提示' } })}
      {...(onRetry && {
        action: (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        ),
      })}
    />
  )
}
