/**
 * Starts the built main.js on the fake 'electron', as a program of its own: node builtProgram.ts MAIN DATAFOLDER. Prints
 * what came of it as JSON. A program of its own, because only there can 'electron' stand for something else.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { createFakeElectron } from './fakeElectron.ts'

const [main = '', dataFolder = ''] = process.argv.slice(2)
const fake = createFakeElectron(dataFolder)
Object.assign(globalThis, { fakeElectron: fake.electron })

const names = Object.keys(fake.electron).map((name) => `export const ${name} = globalThis.fakeElectron.${name}`)
const url = `data:text/javascript,${encodeURIComponent(names.join('\n'))}`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url, shortCircuit: true } : next(specifier, context),
})

await import(pathToFileURL(main).href)
await fake.app.start()
const [window] = fake.windows
const event = { sender: window?.webContents, senderFrame: window?.webContents.mainFrame }
const answer = await fake.invoked.get('nianbao')?.(event, 'home', undefined)
const page = await fake.session.request('app://nianbao/')
fake.app.quit()
while (!fake.app.ended) await new Promise((resolve) => setTimeout(resolve, 10))
const result = {
  answer,
  page: page === 'cancelled' ? page : [page.status, await page.text()],
  preload: window?.options.webPreferences.preload,
  child: fake.children[0]?.file,
}
console.log(JSON.stringify(result))
