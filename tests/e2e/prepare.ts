/** Builds what the specs open, once, and says in which window they run. */
import { buildPage, bundleProgram } from '../../build/steps.ts'
import { findBrowser } from '../host/findBrowser.ts'
import { packForHost } from '../host/packedProgram.ts'
import { electronRuntime } from './electronApp.ts'

export default async function prepare(): Promise<void> {
  await Promise.all([bundleProgram(), buildPage()])
  await packForHost()
  const program = electronRuntime()
  console.log(
    program === undefined
      ? `End-to-end specs run in the host without Electron (its runtime is not here): ${findBrowser()}`
      : `End-to-end specs run in real Electron: ${program}`,
  )
}
