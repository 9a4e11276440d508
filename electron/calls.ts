/** The page's calls, from the window's opening to the program's end. */

import type { Answer } from '../shared/answers.ts'
import { dispatch, type Handlers } from '../shared/api.ts'

/** What carries out the calls, and lets go of the data file in the end. */
export interface Carrier {
  readonly handlers: Handlers
  close(): void
}

export interface Calls {
  /** Answers a call of the page, also one that comes before the data file is open. */
  answer(name: unknown, input: unknown): Promise<Answer<unknown>>
  /** Waits for what is still being carried out, for a while, and closes the data file. */
  finish(): Promise<void>
}

const notStarted: Answer<never> = {
  ok: false,
  message: '程序的数据部分没有启动，数据没有改动，请重新启动程序，仍不行时请重新安装本程序。',
}

/** Milliseconds that the end waits for a call: a save takes a few, and a file that is being read is let go. */
const patience = 3000

const elapsed = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time).unref()
  })

/** Takes calls at once and carries them out as soon as `make` is through, so that window and data file open together. */
export function createCalls(make: () => Promise<Carrier>, report: (error: unknown) => void): Calls {
  const pending = new Set<Promise<unknown>>()
  const carrier: Promise<Carrier | undefined> = make().catch((error: unknown) => {
    report(error)
    return undefined
  })
  return {
    answer(name, input) {
      const answer = carrier.then((made) => (made ? dispatch(made.handlers, name, input, report) : notStarted))
      pending.add(answer)
      void answer.finally(() => pending.delete(answer))
      return answer
    },
    async finish() {
      await Promise.race([Promise.allSettled(pending), elapsed(patience)])
      const made = await carrier
      made?.close()
    },
  }
}
