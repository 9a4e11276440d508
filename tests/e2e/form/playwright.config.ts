import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  testDir: at('.'),
  globalSetup: at('./build.ts'),
  outputDir: at('../../../out/form-results'),
  reporter: 'list',
  workers: 2,
  use: {
    viewport: { width: 1366, height: 680 },
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
})
