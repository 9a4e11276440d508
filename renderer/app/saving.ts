/**
 * Saves edits one after the other, each as one durable transaction. An edit that cannot be saved stays in the queue,
 * the person is told, and it is tried again until it can be: nothing that was typed is dropped.
 */
import type { Answer, Saved } from '../../shared/answers.ts'

export type SaveState =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly message: string; readonly waiting: number }

type Save = () => Promise<Answer<Saved>>

export interface Queue {
  add(save: Save): void
  /** Tries again at once what could not be saved. */
  retry(): void
  /** Resolves when everything is saved, or true is not to be had yet: gives whether the queue is empty. */
  settle(): Promise<boolean>
  /** Whether something could not be saved and is to be tried again. */
  failed(): boolean
  stop(): void
}

/** Milliseconds until an edit that could not be saved is tried again. */
export const retryAfter = 3000

/** Makes a queue; `onState` is told of every change, `onSaved` of every edit that is on the disk. */
export function createQueue(onState: (state: SaveState) => void, onSaved: (saved: Saved) => void): Queue {
  const waiting: Save[] = []
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let failed = false

  async function run(): Promise<void> {
    for (let save = waiting[0]; save && !stopped; save = waiting[0]) {
      onState({ state: 'saving' })
      const answer = await save().catch(
        (): Answer<Saved> => ({ ok: false, message: '没有能与程序主体通信，请不要关闭窗口。' }),
      )
      failed = !answer.ok
      if (!answer.ok) {
        onState({ state: 'failed', message: answer.message, waiting: waiting.length })
        timer = setTimeout(start, retryAfter)
        return
      }
      waiting.shift()
      onSaved(answer.value)
      if (waiting.length === 0) onState({ state: 'saved', at: answer.value.at })
    }
  }

  function start(): void {
    clearTimeout(timer)
    if (running || stopped) return
    running = run().finally(() => {
      running = undefined
    })
  }

  return {
    add(save) {
      waiting.push(save)
      start()
    },
    retry: start,
    async settle() {
      start()
      while (running) await running
      return waiting.length === 0
    },
    failed: () => failed,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
