/**
 * The reading child: parses what others wrote, apart from the window and the data file. It is kept warm and is killed
 * at its limits of time and memory (ARCHITECTURE, "Layout"; measured: a fresh worker for each file is 3 to 4 times slower).
 */
import type { Assignments } from '../../shared/reading.ts'
import { failure } from './failure.ts'
import { watchMemory } from './memoryWatch.ts'
import { readFile } from './readFile.ts'

interface Request {
  readonly id: number
  readonly path: string
  readonly assignments?: Assignments
}

/** What a process has in place of Node's channel when Electron started it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as { readonly parentPort?: ParentPort }

const send = (message: object): void => void (parentPort ? parentPort.postMessage(message) : process.send?.(message))

async function answer(request: Request): Promise<void> {
  const outcome = await readFile(request.path, request.assignments).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return failure('crash')
  })
  send({ id: request.id, outcome })
}

if (parentPort) parentPort.on('message', ({ data }) => void answer(data as Request))
else process.on('message', (request: Request) => void answer(request))

process.on('disconnect', () => process.exit(0))

watchMemory()

// Loaded before the first request arrives, so that a warm child answers at once.
await Promise.all([import('./docx/docx.ts'), import('./recognise/recognise.ts')])
