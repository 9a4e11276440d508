/** 使用手册 over whatever page is open: the page keeps what it shows, and the focus goes back to it. */
import { Drawer } from 'antd'
import { type ReactElement, type ReactNode, useCallback, useEffect, useState } from 'react'
import type { Bridge } from '../../shared/api.ts'
import { manual } from '../../shared/manual/chapters.ts'
import { ManualText } from './ManualText.tsx'
import { ManualContext } from './openManual.ts'

interface ManualWindowProps {
  readonly bridge: Pick<Bridge, 'onCommand'>
  readonly children: ReactNode
}

/** Gives every part of the window a way to open 使用手册; it opens where it was left. */
export function ManualWindow({ bridge, children }: ManualWindowProps): ReactElement {
  const [shown, setShown] = useState(false)
  const [slidIn, setSlidIn] = useState(false)
  const [chapter, setChapter] = useState(manual[0]?.id ?? '')
  const open = useCallback(() => setShown(true), [])

  useEffect(
    () =>
      bridge.onCommand((command) => {
        if (command === 'manual') open()
      }),
    [bridge, open],
  )

  return (
    <ManualContext value={open}>
      {children}
      <Drawer
        open={shown}
        title="使用手册"
        size="min(1080px, 100vw)"
        onClose={() => setShown(false)}
        afterOpenChange={setSlidIn}
        destroyOnHidden
        classNames={{ body: 'manual-body' }}
        closable={{ 'aria-label': '关闭使用手册' }}
      >
        <ManualText chapter={chapter} ready={slidIn} onChapter={setChapter} />
      </Drawer>
    </ManualContext>
  )
}
