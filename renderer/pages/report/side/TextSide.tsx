/** Beside a text: its outline, sentences from the tables, usual sentences, and what is still last year's. */
import { Tabs } from 'antd'
import { type ReactElement, type ReactNode, useState } from 'react'
import './side.css'

export type SideTab = 'outline' | 'tables' | 'phrases' | 'lastYear'

interface TextSideProps {
  readonly first: SideTab
  readonly panels: readonly { readonly key: SideTab; readonly label: string; readonly panel: ReactNode }[]
}

export function TextSide({ first, panels }: TextSideProps): ReactElement {
  const [chosen, setChosen] = useState<SideTab>(first)
  const current = panels.some(({ key }) => key === chosen) ? chosen : panels[0]?.key
  return (
    <aside className="text-side" aria-label="写作参考">
      <Tabs
        size="small"
        activeKey={current ?? first}
        onChange={(key) => setChosen(key as SideTab)}
        items={panels.map(({ key, label, panel }) => ({
          key,
          label,
          children: <div className="side-panel">{panel}</div>,
        }))}
      />
    </aside>
  )
}
