/** Builds the harness page into out/, once before the specs. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the built page is. */
export const built = at('../../../out/form-harness')

export default async function buildHarness(): Promise<void> {
  await build({
    configFile: false,
    root: at('.'),
    base: './',
    logLevel: 'warn',
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2023',
      rollupOptions: { input: at('./harness.html') },
    },
  })
}
