/** Saves what was chosen, the latest at once: a choice made while one is being saved is saved after it, those between never. */
import type { Answer } from '../../shared/answers.ts'
import { retryAfter } from './saving.ts'

export interface ChoiceSaver<Choices> {
  save(choices: Choices): void
  /** Tries again at once what could not be saved. */
  retry(): void
  /** Gives whether all is saved. */
  settle(): Promise<boolean>
  /** Whether the latest choice could not be saved and is to be tried again. */
  failed(): boolean
  stop(): void
}

type Save<Choices> = (choices: Choices) => Promise<Answer<null>>

/** `onFailure` is told the sentence when a choice cannot be saved, and null when it is. It is tried again until then. */
export function createChoiceSaver<Choices extends object>(
  send: Save<Choices>,
  onFailure: (message: string | null) => void,
): ChoiceSaver<Choices> {
  let waiting: Choices | undefined
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let failed = false

  async function run(): Promise<void> {
    while (waiting) {
      const sent = waiting
      const answer = await send(sent).catch(
        (): Answer<null> => ({ ok: false, message: '没有能与程序主体通信，请不要关闭窗口。' }),
      )
      failed = !answer.ok
      if (!answer.ok) {
        onFailure(answer.message)
        if (!stopped) timer = setTimeout(start, retryAfter)
        return
      }
      if (waiting === sent) waiting = undefined
    }
    onFailure(null)
  }

  function start(): void {
    clearTimeout(timer)
    if (running || !waiting) return
    running = run().finally(() => {
      running = undefined
    })
  }

  return {
    save(choices) {
      waiting = choices
      start()
    },
    retry: start,
    async settle() {
      start()
      while (running) await running
      return waiting === undefined
    },
    failed: () => failed,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
