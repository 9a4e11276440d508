/** 填报说明 over whatever page is open: the page keeps what it shows, and the focus goes back to it. */
import { Drawer } from 'antd'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Bridge } from '../../shared/api.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import { type GoToCell, TermsContext } from './openTerms.ts'
import { TermsList } from './TermsList.tsx'

interface TermsWindowProps {
  readonly bridge: Pick<Bridge, 'onCommand'>
  readonly children: ReactNode
}

/** Gives every part of the window a way to open 填报说明; F1 does so too where nothing else has used the key. */
export function TermsWindow({ bridge, children }: TermsWindowProps) {
  const [shown, setShown] = useState<{ readonly term: string | null; readonly at: number } | null>(null)
  const [slidIn, setSlidIn] = useState(false)
  const [goToCell, setGoToCell] = useState<GoToCell | null>(null)
  const open = useCallback((term: string | null) => setShown({ term, at: Date.now() }), [])
  const desk = useMemo(() => ({ open, setGoToCell: (go: GoToCell | null) => setGoToCell(() => go) }), [open])
  const close = () => setShown(null)
  const wanted = useRef<CellKey | null>(null)

  /** The window gives the focus back to where it was; only then can a cell take it. */
  function slid(there: boolean): void {
    setSlidIn(there)
    const cell = wanted.current
    wanted.current = null
    if (!there && cell !== null) goToCell?.(cell)
  }

  // A report that is open answers the menu itself: with the explanation of the cell in use, where there is one.
  useEffect(
    () =>
      bridge.onCommand((command) => {
        if (command === 'help' && goToCell === null) open(null)
      }),
    [bridge, open, goToCell],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || event.defaultPrevented) return
      event.preventDefault()
      open(null)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open])

  return (
    <TermsContext value={desk}>
      {children}
      <Drawer
        open={shown !== null}
        title="填报说明"
        size="min(720px, 100vw)"
        onClose={close}
        afterOpenChange={slid}
        destroyOnHidden
        classNames={{ body: 'terms-body' }}
        closable={{ 'aria-label': '关闭填报说明' }}
      >
        {shown && (
          <TermsList
            key={shown.at}
            first={shown.term}
            ready={slidIn}
            onCell={
              goToCell &&
              ((key) => {
                wanted.current = key
                close()
              })
            }
          />
        )}
      </Drawer>
    </TermsContext>
  )
}
