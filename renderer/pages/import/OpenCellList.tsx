import { Button } from 'antd'
import { useState } from 'react'
import type { CellKey } from '../../../shared/forms/form.ts'
import { ReadingNotes } from './ReadingNotes.tsx'
import type { OpenCell, openCells } from './review.ts'

interface OpenCellListProps {
  readonly groups: ReturnType<typeof openCells>
  /** Sentences about the reading as a whole. */
  readonly notes: readonly string[]
  readonly onGo: (key: CellKey) => void
  readonly onSettle: (keys: readonly CellKey[]) => void
}

/** Doubtful and missing cells, each a way to its cell and a way to say that it is right. */
export function OpenCellList({ groups, notes, onGo, onSettle }: OpenCellListProps) {
  return (
    <>
      <ReadingNotes notes={notes} />
      {groups.length === 0 && (
        <p className="import-settled" role="status">
          没有存疑或没有找到的格。
        </p>
      )}
      {groups.map((group) => (
        <OpenGroup key={group.heading} {...group} onGo={onGo} onSettle={onSettle} />
      ))}
    </>
  )
}

/** More than these are folded: a table that was not found at all has 175. */
const shownAtOnce = 8

interface OpenGroupProps {
  readonly heading: string
  readonly cells: readonly OpenCell[]
  readonly onGo: (key: CellKey) => void
  readonly onSettle: (keys: readonly CellKey[]) => void
}

function OpenGroup({ heading, cells, onGo, onSettle }: OpenGroupProps) {
  const [all, setAll] = useState(false)
  const shown = all ? cells : cells.slice(0, shownAtOnce)
  const missing = cells.filter(({ mark }) => mark === 'missing').map(({ key }) => key)
  return (
    <section className="open-group">
      <h3>{heading}</h3>
      <ul>
        {shown.map((cell) => (
          <OpenCellItem key={cell.key} cell={cell} onGo={onGo} onSettle={onSettle} />
        ))}
      </ul>
      {cells.length > shownAtOnce && (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起' : `其余${cells.length - shown.length}格`}
        </Button>
      )}
      {missing.length > 1 && (
        <Button type="link" size="small" onClick={() => onSettle(missing)}>
          没有找到的{missing.length}格都按空白处理
        </Button>
      )}
    </section>
  )
}

interface OpenCellItemProps {
  readonly cell: OpenCell
  readonly onGo: (key: CellKey) => void
  readonly onSettle: (keys: readonly CellKey[]) => void
}

function OpenCellItem({ cell: { key, mark, name, text, why }, onGo, onSettle }: OpenCellItemProps) {
  const settled = mark === 'doubtful' ? '读得对' : '是空白'
  return (
    <li className="open-cell">
      <button type="button" className="open-go" onClick={() => onGo(key)}>
        <span className={`open-mark legend-${mark}`}>{mark === 'doubtful' ? '存疑' : '没有找到'}</span>
        <span>{name}</span>
        {mark === 'doubtful' && (
          <span className="soft">
            文件中写的是“{text}”：{why}
          </span>
        )}
      </button>
      <Button size="small" aria-label={`${name}：${settled}`} onClick={() => onSettle([key])}>
        {settled}
      </Button>
    </li>
  )
}
