/** The report on its pages, drawn from the same blocks and measures as the .docx. */
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import { paginate } from '../../shared/document/paginate.ts'
import type { Report } from '../../shared/report.ts'
import { fontStacks } from './fontStacks.ts'
import { PageSheet } from './PageSheet.tsx'
import { countedPages, countName, pageName } from './pageNames.ts'
import './preview.css'
import './print.css'
import { useSize } from './useSize.ts'
import { sheetWidth, type Zoom, zoomNames, zooms } from './zoom.ts'

interface PageViewProps {
  readonly report: Report
  readonly choices?: DocumentChoices
}

/** Fills its parent and scrolls in itself. */
export function PageView({ report, choices = defaultChoices }: PageViewProps) {
  const model = useMemo(() => documentOf(report, choices), [report, choices])
  const pages = useMemo(() => paginate(model), [model])
  const fonts = useMemo(() => fontStacks(model.fonts), [model])
  const count = countedPages(pages)
  const [zoom, setZoom] = useState<Zoom>('width')
  const [ref, room] = useSize<HTMLElement>()
  return (
    <div className="preview">
      <div className="preview-bar">
        <span className="preview-count">{countName(pages)}</span>
        <span className="preview-note">分页以 Word 为准</span>
        <Segmented
          aria-label="显示大小"
          size="small"
          value={zoom}
          onChange={setZoom}
          options={zooms.map((value) => ({ value, label: zoomNames[value] }))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe scrollable-region-focusable). */}
      <section className="preview-ground" aria-label="文件预览" ref={ref} tabIndex={0}>
        {room &&
          pages.map((page) => (
            <section key={page.number ?? 'sheet'} className="preview-page" aria-label={pageName(page, count)}>
              <PageSheet page={page} fonts={fonts} width={sheetWidth(zoom, page.paper, room)} />
            </section>
          ))}
      </section>
    </div>
  )
}
