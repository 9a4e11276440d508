// Starts a TypeScript entry from the sources: node build/run.mjs electron/cliMain.ts …
// Plain JavaScript, because an old Node cannot even load a .ts file to be told that it is too old.
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const entry = process.argv[2]

if (major < 22 || (major === 22 && minor < 14) || !process.features.typescript) {
  console.error(
    `运行环境 Node ${process.versions.node} 版本过低，程序没有启动，数据没有改动，请用 npm run 启动（它自带合适的 Node）。`,
  )
  process.exitCode = 2
} else if (entry === undefined || !existsSync(entry)) {
  console.error(`找不到入口“${entry ?? ''}”，什么也没有做，请在项目文件夹里用 npm run 启动。`)
  process.exitCode = 2
} else {
  // Types are stripped once, not at every start.
  process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node')
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
  process.argv.splice(1, 2, resolve(entry))
  await import(pathToFileURL(resolve(entry)).href)
}
