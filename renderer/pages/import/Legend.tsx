import type { MarkCounts } from './review.ts'

const marks = [
  ['found', '已找到'],
  ['blank', '空白'],
  ['doubtful', '存疑'],
  ['missing', '没有找到'],
] as const

/** What the marks mean, and how many cells have each. */
export function Legend({ counts }: { readonly counts: MarkCounts }) {
  return (
    <ul className="import-legend" aria-label="每格的读取结果">
      {marks.map(([mark, word]) => (
        <li key={mark} className={counts[mark] === 0 ? 'legend-none' : `legend-${mark}`}>
          {word} {counts[mark]}
        </li>
      ))}
    </ul>
  )
}
