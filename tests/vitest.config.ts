import { defineConfig } from 'vitest/config'
import { nodeTooOld } from '../electron/nodeVersion.ts'

const tooOld = nodeTooOld(process.versions.node)
if (tooOld !== undefined) throw new Error(tooOld)

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A golden that is missing is a failure; `npm run goldens` writes them.
    update: 'none',
  },
})
