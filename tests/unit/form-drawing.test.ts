import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDesk, type DeskState, figuresWithDraft } from '../../renderer/form/desk.ts'
import { type Drawing, drawingOf } from '../../renderer/form/drawing.ts'
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
const atRest = createDesk(atFirst, three).state()

function typing(key: string, text: string): DeskState {
  const draft = { key, text, refused: null, composing: false, dirty: true, before: null, beforeUnconfirmed: false }
  return { ...atRest, draft }
}

function draw(props: TableEditorProps, state: DeskState, before: Drawing | null): Drawing {
  const scene = sceneOf(props, figuresWithDraft(props, state, three), noFindings, allConfirmed)
  return drawingOf(scene, state, three, before)
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
        let state = atRest
        let drawing = draw(props, state, null)
        for (const taken of steps) {
          if (taken.does === 'type') state = typing(taken.key, taken.text)
          if (taken.does === 'leave') state = atRest
          if (taken.does === 'give') props = { ...props, figures: { ...props.figures, [taken.key]: taken.value } }
          drawing = draw(props, state, drawing)
          expect(drawing).toEqual(draw(props, state, null))
        }
      }),
    )
  })

  it('keeps every line but the one typed in and those whose totals or 勾稽关系 it changes', () => {
    const before = draw(atFirst, typing('applications.disclosed.natural', '1'), null)
    const after = draw(atFirst, typing('applications.disclosed.natural', '12'), before)
    const changed = after.lines.flatMap(({ views }, row) => (views === before.lines[row]?.views ? [] : [row]))
    const rowOf = (key: string) => three.byKey.get(key)?.row
    expect(changed).toEqual([
      rowOf('applications.disclosed.natural'),
      rowOf('applications.resultTotal.natural'),
      rowOf('applications.carriedOut.natural'),
    ])
    expect(after.lines.every(({ fills }, row) => fills === before.lines[row]?.fills)).toBe(true)
  })

  it('keeps everything where the page gives the same figures again', () => {
    const before = draw(atFirst, atRest, null)
    const after = draw({ ...atFirst, figures: { ...atFirst.figures } }, atRest, before)
    expect(after.lines.every(({ views }, row) => views === before.lines[row]?.views)).toBe(true)
  })
})
