import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Drawing, drawingOf, type TypedText } from '../../renderer/form/drawing.ts'
import { geometryOf } from '../../renderer/form/geometry.ts'
import type { TableEditorProps } from '../../renderer/form/props.ts'
import { findingsByCell, sceneOf } from '../../renderer/form/view.ts'
import { enteredKeys, formOf } from '../../shared/forms/lookup.ts'
import { huaian } from '../fixtures/samples.ts'

const form = formOf('2021')
const three = geometryOf(form, 'applications')
const { figures: printed } = huaian()
const keys = enteredKeys(form).filter((key) => three.byKey.has(key))

const atFirst: TableEditorProps = {
  form,
  table: 'applications',
  figures: Object.fromEntries(enteredKeys(form).map((key) => [key, printed[key] ?? null])),
  marks: {},
  unconfirmed: [],
  proposals: new Map(),
  lastYear: null,
  showLastYear: false,
  findings: [],
  totals: 'derived',
  onChange: () => {},
  onConfirm: () => {},
  onExplain: () => {},
}
const noFindings = findingsByCell([])
const allConfirmed: ReadonlySet<string> = new Set()

function draw(props: TableEditorProps, typed: TypedText | null, before: Drawing | null): Drawing {
  const value = typed && typed.text !== '' ? Number(typed.text) : null
  const figures = typed ? { ...props.figures, [typed.key]: value } : props.figures
  return drawingOf(sceneOf(props, figures, noFindings, allConfirmed), typed, three, before)
}

describe('drawing again', () => {
  const key = fc.constantFrom(...keys)
  const text = fc.constantFrom('', '0', '1', '12', '9999')
  const step = fc.oneof(
    fc.record({ does: fc.constant('type' as const), key, text }),
    fc.record({ does: fc.constant('give' as const), key, value: fc.constantFrom(null, 0, 3, 1234) }),
    fc.record({ does: fc.constant('leave' as const) }),
  )

  it('shows what a drawing from nothing shows, whatever was typed, given on and left before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let props = atFirst
        let typed: TypedText | null = null
        let drawing = draw(props, typed, null)
        for (const taken of steps) {
          if (taken.does === 'type') typed = { key: taken.key, text: taken.text }
          if (taken.does === 'leave') typed = null
          if (taken.does === 'give') props = { ...props, figures: { ...props.figures, [taken.key]: taken.value } }
          drawing = draw(props, typed, drawing)
          expect(drawing).toEqual(draw(props, typed, null))
        }
      }),
    )
  })

  it('keeps every line but the one typed in and those whose totals or 勾稽关系 it changes', () => {
    const key = 'applications.disclosed.natural'
    const before = draw(atFirst, { key, text: '1' }, null)
    const after = draw(atFirst, { key, text: '12' }, before)
    const changed = after.lines.flatMap(({ views }, row) => (views === before.lines[row]?.views ? [] : [row]))
    const rowOf = (touched: string) => three.byKey.get(touched)?.row
    expect(changed).toEqual([
      rowOf(key),
      rowOf('applications.resultTotal.natural'),
      rowOf('applications.carriedOut.natural'),
    ])
    expect(after.lines.every(({ fills }, row) => fills === before.lines[row]?.fills)).toBe(true)
  })

  it('keeps everything where the page gives the same figures again', () => {
    const before = draw(atFirst, null, null)
    const after = draw({ ...atFirst, figures: { ...atFirst.figures } }, null, before)
    expect(after.lines.every(({ views }, row) => views === before.lines[row]?.views)).toBe(true)
  })
})
