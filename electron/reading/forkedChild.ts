/** The reading child as a process forked by Node: for the command line, the test host and the tests. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { limits } from './limits.ts'
import type { ChildPort } from './reader.ts'

/** The child beside this file: .ts when run from the sources, .js when built. */
const childFile = (): string =>
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './child.ts' : './child.js', import.meta.url))

/** V8 ends a process that outgrows its heap by SIGABRT, which Windows gives as an exit code. */
const outOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134 || code === 3221225477 || code === 2147483651

/** Starts the child with its limit of memory. Its standard error is dropped but for defects of our own. */
export function forkReadingChild(file: string = childFile()): ChildPort {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--no-warnings'],
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    send: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', (code, signal) => listener(outOfMemory(code, signal) ? 'memory' : 'other'))
      child.once('error', () => listener('other'))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
