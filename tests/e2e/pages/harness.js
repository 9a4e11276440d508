/** The pages by themselves, in a frame like the window's: `window.show(screen, seed, props)` draws one with a fake client. */
import '../../../renderer/app/app.css'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { theme } from '../../../renderer/app/theme.ts'
import { FindingList } from '../../../renderer/findings/FindingList.tsx'
import { HomePage } from '../../../renderer/pages/HomePage.tsx'
import { ImportPage } from '../../../renderer/pages/ImportPage.tsx'
import { ProblemPage } from '../../../renderer/pages/ProblemPage.tsx'
import { SettingsPage } from '../../../renderer/pages/SettingsPage.tsx'
import { TextEditor } from '../../../renderer/text/TextEditor.tsx'
import { defaultChoices } from '../../../shared/document/choices.ts'
import { formOf } from '../../../shared/forms/lookup.ts'
import { fakeClient } from './fakeClient.ts'

/** Editors in a page that keeps what it is handed, as the report page does. */
function Texts({ editors }) {
  const [texts, setTexts] = useState(editors)
  const change = (index, partial) =>
    setTexts((now) => now.map((text, at) => (at === index ? { ...text, ...partial } : text)))
  window.changeText = change
  return h(
    'div',
    { className: 'page' },
    h('h1', null, '文字'),
    texts.map((text, index) =>
      h(TextEditor, {
        key: text.id,
        ...text,
        desk: {
          findings: text.findings ?? [],
          paper: text.report ? { report: text.report, choices: defaultChoices } : null,
          find: null,
          goToCell: (key) => window.log.push(['goToCell', key]),
          undo: () => window.log.push(['undo']),
          say: (sentence) => window.log.push(['say', sentence]),
        },
        onChange: (typed) => {
          window.log.push(['onChange', text.id, typed])
          change(index, { text: typed, unconfirmed: false })
        },
        onConfirm: () => {
          window.log.push(['onConfirm', text.id])
          change(index, { unconfirmed: false })
        },
      }),
    ),
  )
}

/** A list that takes reasons, as the report page does. */
function Findings({ form, findings: given }) {
  const [findings, setFindings] = useState(given)
  const override = (finding, value) =>
    setFindings((now) =>
      now.map((other) => {
        if (other.message !== finding.message) return other
        const { override: _before, ...rest } = other
        return value ? { ...rest, override: value } : rest
      }),
    )
  return h(
    'div',
    { className: 'page' },
    h('h1', null, '审核'),
    h(FindingList, {
      form: formOf(form),
      findings,
      onGo: (finding) => window.log.push(['onGo', finding.cells[0]]),
      onOverride: (finding, reason) => {
        window.log.push(['onOverride', finding.rule, reason])
        override(finding, { reason, at: '2026-01-12' })
      },
      onMend: (mended) => window.log.push(['onMend', mended.map(({ mend }) => mend.label)]),
      onRemoveOverride: (finding) => {
        window.log.push(['onRemoveOverride', finding.rule])
        override(finding, null)
      },
    }),
  )
}

const screens = {
  home: HomePage,
  import: ImportPage,
  settings: SettingsPage,
  problem: ProblemPage,
  texts: Texts,
  findings: Findings,
}

const root = createRoot(document.getElementById('root'))
let shown = 0
window.log = []

window.show = (screen, seed, { failing, ...props } = {}) => {
  const fake = fakeClient(seed)
  if (failing) fake.fail(...failing)
  window.calls = fake.calls
  window.fail = fake.fail
  window.log = []
  shown += 1
  const page = h(screens[screen], {
    key: shown,
    client: fake.client,
    go: (to) => window.log.push(['go', to]),
    onStart: (start) => window.log.push(['onStart', start]),
    ...props,
  })
  const frame = h(
    'div',
    { style: { display: 'flex', flexDirection: 'column', height: '100vh' } },
    h('header', { style: { flex: '0 0 44px', background: '#fff', borderBottom: '1px solid #c9ced6' } }),
    h('main', { style: { flex: 1, minHeight: 0, overflow: 'auto' } }, page),
  )
  root.render(h(ConfigProvider, { theme, locale: zhCN }, h(App, { style: { height: '100%' } }, frame)))
}
