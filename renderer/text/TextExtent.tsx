import { useEffect, useState } from 'react'
import { documentOf } from '../../shared/document/document.ts'
import { type Extent, extentOf } from '../../shared/document/extent.ts'
import type { NarrativeId } from '../../shared/report.ts'
import type { TextDesk } from './desk.ts'

interface TextExtentProps {
  readonly id: NarrativeId
  readonly count: number
  readonly paper: TextDesk['paper']
}

/** How long the text is: characters at once, pages when the clerk pauses. */
export function TextExtent({ id, count, paper }: TextExtentProps) {
  const extent = useExtent(id, paper)
  return (
    <span className="text-extent">
      <span>{count}字</span>
      {extent && <span title="按导出的版面排出的页数">{extentWords(extent)}</span>}
    </span>
  )
}

function extentWords({ text, report }: Extent): string {
  const own = text === 0 ? '' : text < 0.1 ? '本部分不到0.1页，' : `本部分约${Number(text.toFixed(1))}页，`
  return `${own}全文${report}页`
}

/** Milliseconds after a change before pages are counted. */
const pause = 400

/** A report of 30 pages takes 15 to 40 ms to lay out: more than a key press may take, so it waits for a quiet moment. */
function useExtent(id: NarrativeId, paper: TextDesk['paper']): Extent | null {
  const [extent, setExtent] = useState<Extent | null>(null)
  const [report, choices] = [paper?.report, paper?.choices]
  useEffect(() => {
    if (!report) return
    let idle: number | undefined
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => setExtent(extentOf(documentOf(report, choices), id)), { timeout: 2000 })
    }, pause)
    return () => {
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [report, choices, id])
  return extent
}
