/** The window: which page is shown, and the way between the pages. */
import { App as AntApp, ConfigProvider, Result, Spin } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useCallback, useEffect, useState } from 'react'
import type { Start } from '../../shared/answers.ts'
import type { Bridge, Client } from '../../shared/api.ts'
import { ManualWindow } from '../manual/ManualWindow.tsx'
import { useManual } from '../manual/openManual.ts'
import { HomePage } from '../pages/HomePage.tsx'
import { ImportPage } from '../pages/ImportPage.tsx'
import { ProblemPage } from '../pages/ProblemPage.tsx'
import { ReportPage } from '../pages/report/ReportPage.tsx'
import { SettingsPage } from '../pages/SettingsPage.tsx'
import { useTerms } from '../terms/openTerms.ts'
import { TermsWindow } from '../terms/TermsWindow.tsx'
import type { Place } from './place.ts'
import { theme } from './theme.ts'
import { useLeaving } from './useLeaving.ts'

export interface AppProps {
  readonly client: Client
  readonly bridge: Pick<Bridge, 'onCommand'>
}

/** The whole window. */
export function App(props: AppProps) {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp className="app">
        <TermsWindow bridge={props.bridge}>
          <ManualWindow bridge={props.bridge}>
            <Window {...props} />
          </ManualWindow>
        </TermsWindow>
      </AntApp>
    </ConfigProvider>
  )
}

function Window({ client, bridge }: AppProps) {
  const [start, setStart] = useState<Start | { readonly state: 'failed'; readonly message: string } | null>(null)
  const [place, setPlace] = useState<Place>({ at: 'home' })
  const { message } = AntApp.useApp()
  const leaving = useLeaving()
  const go = useCallback((to: Place) => leaving(() => setPlace(to)), [leaving])

  useEffect(() => {
    void client.start(undefined).then((answer) => {
      setStart(answer.ok ? answer.value : { state: 'failed', message: answer.message })
      if (answer.ok && answer.value.state === 'ready' && answer.value.notice) message.info(answer.value.notice, 8)
    })
  }, [client, message])

  const ready = start?.state === 'ready'
  const showOpened = useCallback(async () => {
    const answer = await client.openedSource(undefined)
    if (answer.ok && answer.value) go({ at: 'import', source: answer.value })
  }, [client, go])

  useEffect(() => {
    if (ready) void showOpened()
  }, [ready, showOpened])

  useEffect(
    () =>
      bridge.onCommand((command) => {
        if (command === 'home' || command === 'settings') go({ at: command })
        if (command === 'openFile' && ready) void showOpened()
      }),
    [bridge, go, ready, showOpened],
  )

  if (!start) return <Spin fullscreen description="正在打开数据文件" />
  if (start.state === 'failed') return <Result status="warning" title={start.message} />
  if (start.state === 'problem') return <ProblemPage client={client} start={start} onStart={setStart} />
  return (
    <div className="window">
      {place.at !== 'report' && <TopBar place={place} go={go} />}
      <main className="window-page">
        <Page place={place} client={client} bridge={bridge} go={go} />
      </main>
    </div>
  )
}

interface PageOf extends AppProps {
  readonly place: Place
  go(to: Place): void
}

function Page({ place, client, bridge, go }: PageOf) {
  switch (place.at) {
    case 'home':
      return <HomePage client={client} go={go} />
    case 'import':
      return (
        <ImportPage
          key={place.source?.handle ?? ''}
          client={client}
          go={go}
          {...(place.source && { source: place.source })}
        />
      )
    case 'settings':
      return <SettingsPage client={client} go={go} />
    case 'report':
      return (
        <ReportPage
          key={place.id}
          client={client}
          bridge={bridge}
          go={go}
          id={place.id}
          {...(place.step && { step: place.step })}
        />
      )
  }
}

function TopBar({ place, go }: Pick<PageOf, 'place' | 'go'>) {
  const terms = useTerms()
  const openManual = useManual()
  const entry = (at: 'home' | 'settings', name: string) => (
    <button type="button" aria-current={place.at === at ? 'page' : undefined} onClick={() => go({ at })}>
      {name}
    </button>
  )
  return (
    <header className="top-bar">
      <span className="top-bar-name">公开年报</span>
      <nav aria-label="主导航">
        {entry('home', '年度报告')}
        {entry('settings', '设置')}
        <button type="button" title="F1" onClick={() => terms?.open(null)}>
          填报说明
        </button>
        <button type="button" onClick={() => openManual?.()}>
          使用手册
        </button>
      </nav>
    </header>
  )
}
