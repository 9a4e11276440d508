/** Leaving a page or the window while something could not be saved: the clerk is asked, and stays unless they say so. */
import { App } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import { settleAll, someUnsaved } from './unsaved.ts'

/** Milliseconds that a click waits for what could not be saved before: a file that is held keeps the answer for seconds. */
const patience = 800

/** Whether everything is saved now. */
function saved(): Promise<boolean> {
  const all = settleAll()
  if (!someUnsaved()) return all
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience))
  return Promise.race([all, late])
}

/** Gives what leaves a page: at once where everything is saved, else after the question. */
export function useLeaving(): (leave: () => void) => void {
  const { modal } = App.useApp()
  const asking = useRef(false)
  useEffect(() => {
    // The window's own question stands in main.ts; a browser asks with words of its own.
    const hold = (event: BeforeUnloadEvent) => {
      if (someUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [])
  return useCallback(
    (leave) => {
      void saved().then((all) => {
        if (all) return leave()
        if (asking.current) return
        asking.current = true
        // Esc is the way back to the work, and the button under the first key press too.
        modal.confirm({
          title: '还有修改没有保存',
          content: '原因写在窗口底部，排除以后程序会自动保存。现在离开会丢掉没有保存的修改，以前保存的内容不受影响。',
          okText: '丢掉修改并离开',
          okButtonProps: { danger: true },
          cancelText: '留在这里',
          autoFocusButton: 'cancel',
          onOk: leave,
          afterClose: () => {
            asking.current = false
          },
        })
      })
    },
    [modal],
  )
}
