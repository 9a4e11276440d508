/** Saving what was chosen, without a window. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChoiceSaver } from '../../renderer/app/choiceSaver.ts'
import { retryAfter } from '../../renderer/app/saving.ts'
import type { Answer } from '../../shared/answers.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'

const noted = (note: string): DocumentChoices => ({ ...defaultChoices, note })

let sent: string[] = []
let told: (string | null)[] = []
/** What the main process answers next; in order, the last one again and again. */
let answers: (Answer<null> | 'broken')[] = []

const saver = () =>
  createChoiceSaver(
    async ({ note }: DocumentChoices) => {
      sent.push(note)
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (answer === 'broken') throw new Error('no bridge')
      return answer ?? { ok: true, value: null }
    },
    (message) => told.push(message),
  )

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  told = []
  answers = [{ ok: true, value: null }]
})
afterEach(() => vi.useRealTimers())

describe('a choice', () => {
  it('is saved at once; of those made meanwhile only the last', async () => {
    const { save, settle } = saver()
    save(noted('此'))
    save(noted('此件'))
    save(noted('此件公开'))
    expect(sent).toEqual(['此'])
    expect(await settle()).toBe(true)
    expect(sent).toEqual(['此', '此件公开'])
    expect(told).toEqual([null])
  })

  it('that cannot be saved is told and tried again until it is', async () => {
    answers = [{ ok: false, message: '没有保存' }, 'broken', { ok: true, value: null }]
    const { save, settle } = saver()
    save(noted('甲'))
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual(['没有保存'])
    await vi.advanceTimersByTimeAsync(retryAfter)
    expect(told.at(-1)).toContain('没有能与程序主体通信')
    await vi.advanceTimersByTimeAsync(retryAfter)
    expect(sent).toEqual(['甲', '甲', '甲'])
    expect(told.at(-1)).toBeNull()
    expect(await settle()).toBe(true)
  })

  it('that cannot be saved keeps a report from being exported', async () => {
    answers = [{ ok: false, message: '没有保存' }]
    const { save, settle, stop } = saver()
    save(noted('甲'))
    expect(await settle()).toBe(false)
    stop()
    const before = sent.length
    await vi.advanceTimersByTimeAsync(10 * retryAfter)
    expect(sent).toHaveLength(before)
  })
})
