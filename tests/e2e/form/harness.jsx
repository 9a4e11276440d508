/**
 * A page with nothing but the table editor, for the specs beside it. The frame around it is as high and as wide as the
 * application's, and keeps what the editor gives: `window.harness`.
 * Plain JavaScript: the tests are type-checked without the DOM, the renderer with it.
 */
import { useLayoutEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../renderer/app/app.css'
import { TableEditor } from '../../../renderer/form/TableEditor.tsx'
import { proposeInForce } from '../../../shared/carryForward.ts'
import { checkReport } from '../../../shared/checks/index.ts'
import { enteredKeys, formOf, placeOf, placesOf } from '../../../shared/forms/lookup.ts'
import { emptyReport } from '../../../shared/report.ts'
import { figureFromNumber } from '../../../shared/values.ts'
import sample from '../../fixtures/huaian-2024.json'

const query = new URLSearchParams(location.search)
const form = formOf(query.get('form') ?? '2021')
const table = query.get('table') ?? 'applications'

/** The sample's figures as they are held. */
const printed = Object.fromEntries(
  Object.entries(sample.figures).map(([key, value]) => [
    key,
    value === null ? null : figureFromNumber(placeOf(formOf('2021'), key).kind, value),
  ]),
)
const entered = Object.fromEntries(enteredKeys(form).map((key) => [key, printed[key] ?? null]))
const blank = Object.fromEntries(enteredKeys(form).map((key) => [key, null]))
const eightDigits = Object.fromEntries([...placesOf(form).values()].map(({ key }) => [key, 88_888_888]))

const starts = { huaian: entered, blank, printed, eight: eightDigits }

const first = {
  figures: starts[query.get('figures') ?? 'huaian'],
  unconfirmed: [],
  marks: {},
  showLastYear: false,
  totals: 'derived',
  readOnly: false,
  goTo: null,
  level: undefined,
  lastYear: { year: 2024, form: '2021', figures: printed },
}

const calls = []
const explained = []

function Page() {
  const [state, setState] = useState(first)
  const [shown, setShown] = useState(true)
  const set = (patch) => setState((now) => ({ ...now, ...patch }))
  const report = useMemo(
    () => ({
      ...emptyReport({ name: '某县某局', level: state.level }, 2025, form.edition),
      figures: state.figures,
      lastYear: state.lastYear,
    }),
    [state.figures, state.lastYear, state.level],
  )
  useLayoutEffect(() => {
    window.harness = { calls, explained, state, set, setShown, findings: checkReport(report) }
  })
  const findings = useMemo(() => (query.has('quiet') ? [] : checkReport(report)), [report])
  const proposals = useMemo(() => proposeInForce(report), [report])
  return (
    <div style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <header style={{ flex: '0 0 88px' }}>
        <a href="#table">填报</a>
      </header>
      <main
        id="table"
        style={{ flex: 1, minHeight: 0, width: query.get('width') ? `${query.get('width')}px` : 'calc(100% - 180px)' }}
      >
        <h1 style={{ position: 'absolute', clipPath: 'inset(50%)' }}>表格</h1>
        {shown && (
          <TableEditor
            form={form}
            table={table}
            figures={state.figures}
            marks={state.marks}
            unconfirmed={state.unconfirmed}
            proposals={proposals}
            lastYear={state.lastYear}
            showLastYear={state.showLastYear}
            findings={findings}
            totals={state.totals}
            readOnly={state.readOnly}
            goTo={state.goTo}
            {...(state.cellMarks && { cellMarks: new Map(Object.entries(state.cellMarks)) })}
            onChange={(changes) => {
              calls.push({ change: changes })
              setState((now) => {
                const keys = changes.map(({ key }) => key)
                return {
                  ...now,
                  figures: { ...now.figures, ...Object.fromEntries(changes.map(({ key, value }) => [key, value])) },
                  unconfirmed: [
                    ...now.unconfirmed.filter((key) => !keys.includes(key)),
                    ...changes.filter(({ unconfirmed }) => unconfirmed).map(({ key }) => key),
                  ],
                }
              })
            }}
            onConfirm={(keys) => {
              calls.push({ confirm: keys })
              setState((now) => ({ ...now, unconfirmed: now.unconfirmed.filter((key) => !keys.includes(key)) }))
            }}
            onExplain={(key) => explained.push(key)}
            onRefused={(sentence) => calls.push({ refused: sentence })}
          />
        )}
      </main>
      <footer style={{ flex: '0 0 28px' }}>已保存</footer>
    </div>
  )
}

createRoot(document.getElementById('root')).render(<Page />)
