/** Builds everything that `npm start` and the end-to-end tests open. `npm run build`. */
import { buildPage, bundleProgram } from './steps.ts'

await Promise.all([bundleProgram(), buildPage()])
