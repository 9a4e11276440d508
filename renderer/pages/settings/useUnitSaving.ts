import { App } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { UnitEntry } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { answered } from '../parts/useAnswer.ts'
import { draftOf, inputOf, isChanged, problemsOf, type UnitDraft } from './unitDraft.ts'

const clock = (at: Date): string => `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`

interface Saving {
  readonly client: Client
  readonly entry: UnitEntry
  readonly reload: () => Promise<void>
  readonly unsaved: Map<number, UnitDraft>
}

/**
 * Saves a unit when a field is left and when the form closes. What could not be saved, or is not complete, stays in the
 * fields, or in `unsaved` where the form is closed, with the sentence why.
 */
export function useUnitSaving({ client, entry, reload, unsaved }: Saving) {
  const { modal } = App.useApp()
  const [draft, setDraft] = useState(() => unsaved.get(entry.id) ?? draftOf(entry))
  const [saved, setSaved] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const current = useRef(draft)
  /** As it is stored, or on its way there. */
  const stored = useRef(entry)

  /** Gives the sentence why it was not saved. */
  async function store(): Promise<string | null> {
    const before = stored.current
    if (!isChanged(before, current.current)) return null
    const input = inputOf(before, current.current)
    const whole = Object.keys(problemsOf(current.current)).length === 0
    stored.current = { ...before, unit: input.unit, settings: { ...before.settings, ...input.settings } }
    const answer = await answered(client.updateUnit(input))
    if (!answer.ok) stored.current = before
    else if (whole) unsaved.delete(entry.id)
    setFailure(answer.ok ? null : answer.message)
    setSaved(answer.ok ? `已保存 ${clock(new Date())}` : null)
    if (answer.ok) await reload()
    return answer.ok ? null : answer.message
  }

  const leave = useEffectEvent(async () => {
    // Nothing is to be saved, or the data file has been replaced: what was typed was not meant for the other one.
    if (!unsaved.has(entry.id)) return
    const name = stored.current.unit.name
    const message = await store()
    if (message !== null) modal.error({ title: `“${name}”的设置没有保存`, content: message, okText: '知道了' })
  })
  useEffect(() => () => void leave(), [])

  return {
    draft,
    saved,
    failure,
    change: (changed: UnitDraft) => {
      current.current = changed
      unsaved.set(entry.id, changed)
      setDraft(changed)
      setSaved(null)
    },
    save: () => void store(),
  }
}
