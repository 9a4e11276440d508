#!/usr/bin/env node
/** The entry of the command line. */
import { nodeTooOld } from './nodeVersion.ts'

const tooOld = nodeTooOld(process.versions.node)
if (tooOld !== undefined) {
  process.stderr.write(`${tooOld}\n`)
  process.exitCode = 2
} else {
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
