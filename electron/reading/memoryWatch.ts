/** Ends the reading child when it grows too large: V8's limit covers its heap, not the buffers that parsers inflate into. */
import { Worker } from 'node:worker_threads'
import { limits } from './limits.ts'

/**
 * Runs beside the parser in a thread of its own, because a parser that inflates without end lets no timer of its
 * thread run. SIGABRT is what V8 ends with as well, so that the parent sees the same reason; Windows knows only an end.
 */
const watch = `
const { workerData } = require('node:worker_threads')
const end = () => {
  try { process.kill(process.pid, 'SIGABRT') } catch { process.kill(process.pid, 'SIGKILL') }
}
setInterval(() => { if (process.memoryUsage.rss() > workerData) end() }, 20)
`

/** Begins to watch this process; it may end while the watch goes on. */
export function watchMemory(megabytes: number = limits.residentMegabytes): void {
  new Worker(watch, { eval: true, workerData: megabytes * 1024 * 1024, stdout: false, stderr: false }).unref()
}
