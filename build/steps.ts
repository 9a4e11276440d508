/** The steps of building: the program for Node and Electron, and the page. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  logLevel: 'warning',
  banner: { js: '// Built from electron/ by build/bundle.ts.' },
}

/** What Electron starts: its main process and the reading child. */
const electronEntries = { child: 'electron/reading/child.ts', main: 'electron/main.ts' }

const nodeOptions = (outdir: string) =>
  ({ ...common, outdir, splitting: true, format: 'esm', target: 'node22.14', metafile: true }) as const

/** Builds `bin`, Electron's main process and the reading child to JavaScript: Node does not run .ts under node_modules. */
async function bundleNode(outdir: string): Promise<void> {
  const { metafile } = await build({
    ...nodeOptions(outdir),
    entryPoints: { nianbao: 'electron/cliMain.ts', ...electronEntries },
    packages: 'external',
  })
  dropOldChunks(outdir, new Set(Object.keys(metafile.outputs).map((path) => basename(path))))
}

/**
 * Builds what is packed: of the packages only what is used, in the files themselves. The command line is left out, since
 * a packaged Electron does not run as Node. Gives what went into it.
 */
export async function bundleForPacking(outdir: string): Promise<Metafile> {
  const [{ metafile }] = await Promise.all([
    build({
      ...nodeOptions(outdir),
      entryPoints: electronEntries,
      external: ['electron'],
      minifySyntax: true,
      minifyWhitespace: true,
      // Every package's licence is in a file of its own; here the notices would stand among the code.
      legalComments: 'none',
      // Packages in CommonJS ask for Node's own modules by require, which an ES module has to make for itself.
      banner: {
        js: "import { createRequire as __requireOf } from 'node:module'; const require = __requireOf(import.meta.url);",
      },
    }),
    bundlePreload(outdir),
  ])
  return metafile
}

/** Chunks are named by their content: those of earlier builds would pile up. */
function dropOldChunks(outdir: string, current: ReadonlySet<string>): void {
  for (const name of readdirSync(outdir)) if (name.endsWith('.js') && !current.has(name)) rmSync(join(outdir, name))
}

/** A preload script in the sandbox is one CommonJS file that can require 'electron' and little else. */
async function bundlePreload(outdir: string): Promise<void> {
  await build({
    ...common,
    entryPoints: ['electron/preload.ts'],
    outfile: join(outdir, 'preload.cjs'),
    format: 'cjs',
    target: 'chrome140',
    external: ['electron'],
  })
}

/** Builds everything but the page; takes well under a second. */
export async function bundleProgram(outdir = 'dist'): Promise<void> {
  await Promise.all([bundleNode(outdir), bundlePreload(outdir)])
}

/** Of what the page is made; out/manual/ holds the pictures of the manual, where they were taken. */
const pageSources = ['renderer', 'shared', 'out/manual', 'build/vite.config.ts', 'package-lock.json'] as const
const builtPage = 'dist/renderer/index.html'
/** The files that went into the page, as absolute paths. */
export const pageSourcesFile = 'dist/pageSources.json'

function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return 0
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** 使用手册 as one page, written by `npm run manual`. */
export const manualPageFile = join('dist', 'manual', '公开年报使用手册.html')

/** Whether the manual's page is there, and newer than the window whose pictures it shows. */
export function stateOfManual(): 'missing' | 'old' | 'new' {
  const written = statSync(manualPageFile, { throwIfNoEntry: false })?.mtimeMs
  if (written === undefined) return 'missing'
  return written > Math.max(newest('renderer'), newest('shared')) ? 'new' : 'old'
}

/** Builds the page where it is not built or older than its sources. */
export async function buildPage(): Promise<void> {
  if (
    existsSync(builtPage) &&
    existsSync(pageSourcesFile) &&
    statSync(builtPage).mtimeMs > Math.max(...pageSources.map(newest))
  )
    return
  const vite = await import('vite')
  const environment = process.env.NODE_ENV
  // What opens and ships is one and the same: built by a test runner, React would come in its development version.
  process.env.NODE_ENV = 'production'
  try {
    await vite.build({ configFile: 'build/vite.config.ts', logLevel: 'warn' })
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = environment
  }
}
