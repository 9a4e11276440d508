/** The preview by itself: `window.showPreview(report, choices)` draws a report. */
import '../../../renderer/app/app.css'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { theme } from '../../../renderer/app/theme.ts'
import { PageView } from '../../../renderer/preview/PageView.tsx'

const root = createRoot(document.getElementById('root'))

window.showPreview = (report, choices) =>
  root.render(
    createElement(
      ConfigProvider,
      { theme, locale: zhCN },
      createElement(App, { style: { height: '100%' } }, createElement(PageView, { report, choices })),
    ),
  )
