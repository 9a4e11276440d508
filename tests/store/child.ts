/** Children of the tests: scripts that Node runs as they are, in processes of their own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child {
  readonly process: ChildProcessWithoutNullStreams
  readonly lines: Interface
  /** What it wrote on standard error. */
  readonly errors: () => string
}

/** Starts a script of this folder. */
export function startChild(script: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: 'pipe' })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  return { process: child, lines: createInterface({ input: child.stdout }), errors: () => errors }
}

/** Waits until a child has closed its output and ended. Gives its exit code, or the signal that ended it. */
export async function ended(child: Child): Promise<number | string | null> {
  const [code, signal] = await once(child.process, 'close')
  return signal ?? code
}

/** The next line a child writes. Throws what it wrote on standard error where it ends instead. */
export async function nextLine(child: Child): Promise<string> {
  const line = once(child.lines, 'line').then(([text]) => String(text))
  const end = ended(child).then((how) => {
    throw new Error(`The child ended (${how}): ${child.errors()}`)
  })
  return Promise.race([line, end])
}
