/** The parent's side of the reading child: starts it, asks it, and kills it at its limits. */
import type { Assignments } from '../../shared/reading.ts'
import { failure, type Outcome } from './failure.ts'
import { limits } from './limits.ts'
import type { ReadFile } from './readFile.ts'

/** A child process that answers messages, however it was started: forked by Node, or as Electron's utility process. */
export interface ChildPort {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the child is gone: `memory` where it ran out of its heap. */
  onExit(listener: (reason: 'memory' | 'other') => void): void
  kill(): void
}

export interface Reader {
  /**
   * Reads a file in the child, with what a person says of its tables; always answers, with a report or the reason why
   * not.
   */
  read(path: string, assignments?: Assignments): Promise<Outcome<ReadFile>>
  /** Starts the child before it is needed. */
  warm(): void
  close(): void
}

interface Pending {
  readonly id: number
  settle(outcome: Outcome<ReadFile>): void
}

/** Makes a reader. One file at a time: files of different people are not read at once by a clerk. */
export function createReader(start: () => ChildPort, time: number = limits.readTime): Reader {
  let child: ChildPort | undefined
  let pending: Pending | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let lastId = 0

  function running(): ChildPort {
    if (child) return child
    const started = start()
    child = started
    started.onMessage((message) => {
      const answer = message as { id: number; outcome: Outcome<ReadFile> }
      if (pending?.id === answer.id) pending.settle(answer.outcome)
    })
    started.onExit((reason) => {
      if (child !== started) return
      child = undefined
      pending?.settle(failure(reason === 'memory' ? 'memory' : 'crash'))
    })
    return started
  }

  function stop(): void {
    const stopped = child
    child = undefined
    stopped?.kill()
  }

  function ask(path: string, assignments?: Assignments): Promise<Outcome<ReadFile>> {
    return new Promise((resolve) => {
      lastId += 1
      const timer = setTimeout(() => {
        stop()
        pending?.settle(failure('timeout'))
      }, time)
      pending = {
        id: lastId,
        settle(outcome) {
          clearTimeout(timer)
          pending = undefined
          resolve(outcome)
        },
      }
      running().send({ id: lastId, path, ...(assignments && { assignments }) })
    })
  }

  return {
    read(path, assignments) {
      const answer = queue.then(() => ask(path, assignments))
      queue = answer
      return answer
    },
    warm: () => void running(),
    close: stop,
  }
}
