/** Builds a page of parts of the renderer and opens it: its files are served for a made-up host, no port is open. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { findBrowser } from '../host/findBrowser.ts'

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface Harness {
  /** Where the pictures for a person to look at are put. */
  readonly output: string
  build(): Promise<void>
  /** Serves the built page to this one and goes to it; everything that is not of it is aborted. */
  open(page: Page, query?: Readonly<Record<string, string>>): Promise<void>
}

/**
 * The page of a folder of `tests/e2e/`.
 *
 * @param folder its name; the page is built below `out/` under this name
 * @param page the file of the page in that folder
 */
export function harnessOf(folder: string, page: 'index.html' | 'harness.html' = 'index.html'): Harness {
  const source = fileURLToPath(new URL(`./${folder}/`, import.meta.url))
  const output = fileURLToPath(new URL(`../../out/${folder}/`, import.meta.url))
  // A folder for each worker: two that build at once must not empty each other's.
  const built = join(output, `page-${process.env.TEST_PARALLEL_INDEX ?? 0}`)
  return {
    output,
    build: async () => {
      await build({
        root: source,
        base: './',
        configFile: false,
        logLevel: 'error',
        build: {
          outDir: built,
          emptyOutDir: true,
          chunkSizeWarningLimit: 2500,
          modulePreload: { polyfill: false },
          rollupOptions: { input: join(source, page) },
        },
      })
    },
    open: async (opened, query = {}) => {
      await opened.unrouteAll()
      await opened.route('**/*', async (route) => {
        const { host, pathname } = new URL(route.request().url())
        if (host !== 'nianbao.invalid') return route.abort()
        if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
        return route.fulfill({
          body: await readFile(join(built, pathname)),
          contentType: types[extname(pathname)] ?? 'text/plain',
        })
      })
      await opened.goto(`https://nianbao.invalid/${page}?${new URLSearchParams(query)}`)
    },
  }
}

/** The browser of this machine; its sandbox does not work for root. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('The specs need a Chromium, Chrome or Edge on this machine.')
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
}
