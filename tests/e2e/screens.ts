/** Pictures of every screen, into out/screens/, and those of the manual into out/manual/. `npm run screens`. */
import { buildPage, bundleProgram } from '../../build/steps.ts'
import { manualFolder, screensFolder, takeScreens } from './screens/take.ts'

await Promise.all([bundleProgram(), buildPage()])
await takeScreens()
console.log(`${screensFolder} ${manualFolder}`)
