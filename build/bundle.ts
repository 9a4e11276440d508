/** Builds `bin` to JavaScript: Node does not run .ts files under node_modules. Packages stay packages. */
import { build } from 'esbuild'

await build({
  entryPoints: { nianbao: 'electron/cliMain.ts', child: 'electron/reading/child.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  packages: 'external',
  banner: { js: '// Built from electron/ by build/bundle.ts.' },
  logLevel: 'warning',
})
