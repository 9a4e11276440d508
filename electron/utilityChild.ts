/** How the reading child is limited and judged when Electron starts it, as plain decisions. */
import { limits } from './reading/limits.ts'

/**
 * Arguments of the child. Electron hands them to its utility process as switches and sets V8's flags from --js-flags
 * alone; Node's own --max-old-space-size is shown in process.execArgv there and limits nothing (shell/services/node and
 * shell/browser/javascript_environment.cc).
 */
export const childArguments: readonly string[] = [`--js-flags=--max-old-space-size=${limits.heapMegabytes}`]

/**
 * Exit codes of a process that V8 ended at its limit: SIGABRT, SIGTRAP and SIGSEGV, plain and with the core flag, and
 * what Windows gives for abort(), a breakpoint, an access violation and Chromium's own out of memory.
 */
const memoryCodes: ReadonlySet<number> = new Set([6, 134, 5, 133, 11, 139, 0x80000003, 0xc0000005, 0xe0000008])

/** Why the child ended. `fatal`: V8 has said before that it cannot go on, which in this child is its memory. */
export const endOfChild = (code: number, fatal: boolean): 'memory' | 'other' =>
  fatal || memoryCodes.has(code >>> 0) ? 'memory' : 'other'
