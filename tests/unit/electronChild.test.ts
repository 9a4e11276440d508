/** The reading child as Electron's utility process has it: asked and answering over process.parentPort. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const file = (path: string) => new URL(`../../${path}`, import.meta.url)

/** Puts a parentPort in place that goes over Node's own channel, one level deeper, as Electron does with `data`. */
const withParentPort = `
process.parentPort = {
  on: (event, listener) => process.on(event, (data) => listener({ data })),
  postMessage: (message) => process.send({ overParentPort: message }),
}
`

it('reads a file and answers there', async () => {
  const preparation = `data:text/javascript,${encodeURIComponent(withParentPort)}`
  const child = fork(fileURLToPath(file('electron/reading/child.ts')), [], {
    execArgv: ['--no-warnings', '--import', preparation],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    child.send({ id: 7, path: fileURLToPath(file('tests/fixtures/huaian-2024.docx')) })
    const message = await new Promise((resolve) => child.once('message', resolve))
    expect(message).toMatchObject({ overParentPort: { id: 7, outcome: { ok: true, report: { year: 2024 } } } })
  } finally {
    child.kill()
  }
})
