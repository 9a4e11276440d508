/** The end-to-end specs: real application, real data file, each in a data folder of its own. */
import { defineConfig } from '@playwright/test'

export default defineConfig<{ packed: boolean }>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../out/e2e',
  globalSetup: './prepare.ts',
  // A window and its processes take about one core.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  reporter: [['list'], ['json', { outputFile: '../../out/e2e.json' }]],
  projects: [
    { name: 'window' },
    // The main ones once more, on the files out of app.asar.
    {
      name: 'packed',
      testMatch: ['hostile.spec.ts', 'job.spec.ts', 'smoke.spec.ts'],
      use: { packed: true },
    },
  ],
  use: { screenshot: 'off', video: 'off', trace: 'off' },
})
