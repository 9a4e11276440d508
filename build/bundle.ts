/** Builds what `bin` and Electron start. `npm run prepare`. */
import { bundleProgram } from './steps.ts'

await bundleProgram()
