/** A table of the form, drawn as on paper and filled in: every cell a real input, totals live as one types. */
import {
  type ChangeEvent,
  type CSSProperties,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { createDesk, type Desk, dropOvertaken, figuresWithDraft, flush } from './desk.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import { follow, listen } from './events.ts'
import { blanksAmong } from './fills.ts'
import { type EntryPlace, type Geometry, geometryOf } from './geometry.ts'
import { isCorner } from './labelNames.ts'
import type { TableEditorProps } from './props.ts'
import { offersWriting } from './props.ts'
import { RefusedPaste } from './RefusedPaste.tsx'
import { Rows } from './Rows.tsx'
import { TableActions, type TableActionsProps } from './TableActions.tsx'
import { typed } from './typing.ts'
import { type CellView, findingsByCell, markNames, type Scene, sceneOf } from './view.ts'
import './form.css'
import './cells.css'
import './messages.css'
import './narrow.css'

export type { CellMark, FigureChange, ReadMark, TableEditorProps } from './props.ts'

/** The editor of one table. It fills its parent, which gives the height. */
export function TableEditor(props: TableEditorProps): ReactElement {
  return <Sheet key={`${props.form.edition}/${props.table}`} {...props} />
}

function Sheet(props: TableEditorProps): ReactElement {
  const geometry = geometryOf(props.form, props.table)
  const [desk] = useState(() => createDesk(props, geometry))
  const [onType] = useState(() => (event: ChangeEvent<HTMLInputElement>) => {
    typed(desk, event.currentTarget, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)
  })
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  const findings = useMemo(() => findingsByCell(props.findings), [props.findings])
  const unconfirmed = useMemo(() => new Set(props.unconfirmed), [props.unconfirmed])
  const scene = sceneOf(props, figuresWithDraft(props, state, geometry), findings, unconfirmed)
  const drawn = useRef<Drawing>(null)
  const drawing = drawingOf(scene, state.draft, geometry, drawn.current)
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    desk.props = props
    desk.scene = scene
    drawn.current = drawing
  })
  useDesk(desk, root, props)
  const actions = <TableActions {...actionsOf(scene, geometry, drawing.views.get(state.active ?? ''))} />
  const hasCorner = geometry.placed.some((placed) => isCorner(geometry, placed))
  return (
    <div ref={root} className={`form-editor form-${props.table}`} style={rowsStyle(geometry)}>
      <div className="form-scroll">
        <Rows geometry={geometry} drawing={drawing} state={state} corner={actions} onType={onType} />
        {!hasCorner && actions}
      </div>
      <div role="status" className="form-hidden">
        {state.said}
      </div>
      {state.refusedPaste && <RefusedPaste {...state.refusedPaste} onClose={() => desk.set({ refusedPaste: null })} />}
    </div>
  )
}

/** Ties the desk to the page: listeners, going to a cell, and nothing lost when the page or the table goes away. */
function useDesk(desk: Desk, root: { readonly current: HTMLDivElement | null }, props: TableEditorProps): void {
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    desk.root = element
    const stopListening = listen(desk, element)
    const leaving = () => flush(desk)
    window.addEventListener('pagehide', leaving)
    return () => {
      flush(desk)
      stopListening()
      window.removeEventListener('pagehide', leaving)
    }
  }, [desk, root])
  const { figures } = props
  useLayoutEffect(() => dropOvertaken(desk, figures), [desk, figures])
  const at = props.goTo?.at
  useEffect(() => {
    if (at !== undefined && desk.props.goTo) follow(desk, desk.props.goTo)
  }, [desk, at])
}

/** The number of rows, for the stylesheet to share the height among them. */
const rowsStyle = ({ lines }: Geometry): CSSProperties & Record<`--${string}`, number> => ({
  '--form-rows': lines.length,
})

/** What the buttons of the whole table offer. */
function actionsOf(scene: Scene, { entries }: Geometry, about: CellView | undefined): TableActionsProps {
  const { props, figures, gaps, unconfirmed } = scene
  const editable = offersWriting(props)
  const entered = entries.filter(({ kind }) => kind !== 'total')
  const waiting = entered.filter(({ key }) => unconfirmed.has(key) && typeof figures[key] === 'number')
  return {
    blanks: editable ? blanksAmong(entered, figures, props.proposals).length : 0,
    all: entered.length,
    unconfirmed: editable ? waiting.length : 0,
    fillable: editable ? [...gaps.values()].filter(({ fill }) => fill !== null).length : 0,
    legend: [lastYearLegend(props), readCounts(props, entries)].filter(Boolean).join('；'),
    about: about?.description ?? '',
  }
}

const lastYearLegend = ({ showLastYear, lastYear }: TableEditorProps): string =>
  showLastYear && lastYear ? `小字：${lastYear.year}年` : ''

/** How many cells of a read file ask for a look: 空白 5格、存疑 2格. */
function readCounts({ cellMarks }: TableEditorProps, entries: readonly EntryPlace[]): string {
  if (!cellMarks) return ''
  const marks = entries.map(({ key }) => cellMarks.get(key)?.mark)
  return (['blank', 'doubtful', 'missing'] as const)
    .map((mark) => [markNames[mark], marks.filter((found) => found === mark).length] as const)
    .flatMap(([name, count]) => (count > 0 ? [`${name} ${count}格`] : []))
    .join('、')
}
