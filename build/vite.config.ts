/** Builds the page: one folder of files, nothing fetched from anywhere. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/** Notes beside the built page which files went into it: the list of licences is made from that. */
const listSources: Plugin = {
  name: 'nianbao-list-sources',
  writeBundle(_options, bundle) {
    const sources = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    writeFileSync(fileURLToPath(new URL('../dist/pageSources.json', import.meta.url)), JSON.stringify(sources))
  },
}

const root = fileURLToPath(new URL('../renderer', import.meta.url))

export default defineConfig({
  root,
  base: './',
  plugins: [listSources],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // The page's CSP allows no data: scripts and no inline modules.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      // antd marks its modules for servers that render React; here there is no server, and 200 warnings say so.
      onLog: (level, log, say) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : say(level, log)),
    },
  },
})
