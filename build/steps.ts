/** The steps of building: the program for Node and Electron, and the page. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  logLevel: 'warning',
  banner: { js: '// Built from electron/ by build/bundle.ts.' },
}

/** Builds `bin`, Electron's main process and the reading child to JavaScript: Node does not run .ts under node_modules. */
async function bundleNode(outdir: string): Promise<void> {
  const { metafile } = await build({
    ...common,
    entryPoints: { nianbao: 'electron/cliMain.ts', child: 'electron/reading/child.ts', main: 'electron/main.ts' },
    outdir,
    splitting: true,
    format: 'esm',
    target: 'node22.14',
    packages: 'external',
    metafile: true,
  })
  dropOldChunks(outdir, new Set(Object.keys(metafile.outputs).map((path) => basename(path))))
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

const pageSources = ['renderer', 'shared', 'build/vite.config.ts', 'package-lock.json'] as const
const builtPage = 'dist/renderer/index.html'

function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return 0
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Builds the page where it is not built or older than its sources. */
export async function buildPage(): Promise<void> {
  if (existsSync(builtPage) && statSync(builtPage).mtimeMs > Math.max(...pageSources.map(newest))) return
  const vite = await import('vite')
  await vite.build({ configFile: 'build/vite.config.ts', logLevel: 'warn' })
}
