#!/usr/bin/env node
/** The entry of the command line. */
import { nodeTooOld } from './nodeVersion.ts'

const tooOld = nodeTooOld(process.versions.node)
if (tooOld !== undefined) {
  process.stderr.write(`${tooOld}\n`)
  process.exitCode = 2
} else {
  // Standard output that cannot be written: a reader that went away is no fault, a full disk is.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode)
    process.stderr.write('结果没有能写出，请检查磁盘空间或输出位置后重试。\n')
    process.exit(2)
  })
  const { createApplication } = await import('./application.ts')
  const application = createApplication()
  const { runCli } = await import('./cli.ts')
  process.exitCode = await runCli(
    process.argv.slice(2),
    { out: (text) => void process.stdout.write(`${text}\n`), error: (text) => void process.stderr.write(`${text}\n`) },
    async () => application,
  )
  application.close()
}
