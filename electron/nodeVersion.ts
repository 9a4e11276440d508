/** Whether this version of Node can run the program. Asked before anything else is loaded. */

/**
 * better-sqlite3 13 needs Node-API 10, which Node has from 22.14 on; on an older Node it loads and then crashes the
 * whole process in its constructor (WiseLibs/better-sqlite3#1514).
 */
const oldest = { major: 22, minor: 14 } as const

/** One sentence for a version (`24.18.0`, as in `process.versions.node`) that is too old; undefined for one that is not. */
export function nodeTooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined
  return `运行环境 Node ${version} 版本过低，程序没有启动，数据没有改动，请改用 Node ${oldest.major}.${oldest.minor} 或更高版本（在本项目中用 npm run 启动即可）。`
}
