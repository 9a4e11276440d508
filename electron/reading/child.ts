/**
 * The reading child: parses what others wrote, apart from the window and the data file. It is kept warm and is killed
 * at its limits of time and memory (ARCHITECTURE, "Layout"; measured: a fresh worker for each file is 3 to 4 times slower).
 */
import { failure } from './failure.ts'
import { readFile } from './readFile.ts'

interface Request {
  readonly id: number
  readonly path: string
}

process.on('message', (request: Request) => {
  readFile(request.path)
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      return failure('crash')
    })
    .then((outcome) => process.send?.({ id: request.id, outcome }))
})

process.on('disconnect', () => process.exit(0))

// Loaded before the first request arrives, so that a warm child answers at once.
await Promise.all([import('./docx/docx.ts'), import('./recognise/recognise.ts')])
