/** The report on its pages, drawn from the same blocks and measures as the .docx. */
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { documentOf } from '../../shared/document/document.ts'
import { paginate } from '../../shared/document/paginate.ts'
import type { Report } from '../../shared/report.ts'
import { fontStacks } from './fontStacks.ts'
import { PageSheet } from './PageSheet.tsx'
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
  const [zoom, setZoom] = useState<Zoom>('width')
  const [ref, room] = useSize<HTMLElement>()
  const width = room ? sheetWidth(zoom, model.page, room) : 0
  return (
    <div className="preview">
      <div className="preview-bar">
        <span className="preview-count">共 {pages.length} 页</span>
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
            <section key={page.number} className="preview-page" aria-label={`第${page.number}页，共${pages.length}页`}>
              <PageSheet page={page} paper={model.page} fonts={fonts} width={width} />
            </section>
          ))}
      </section>
    </div>
  )
}
