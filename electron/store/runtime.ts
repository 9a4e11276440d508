/** Whether this process may load the database library at all. */

/**
 * better-sqlite3 13 needs Node-API 10, which Node has from 22.14 on. On an older Node it loads and then crashes the
 * whole process in its constructor (WiseLibs/better-sqlite3#1514), so the version is looked at before it is loaded.
 */
const oldest = { major: 22, minor: 14 } as const

/** Whether the database library runs on this version of Node (`24.18.0`, as in `process.versions.node`). */
export function supportsDatabase(version: string): boolean {
  const match = /^v?(\d+)\.(\d+)\./.exec(version)
  if (!match) return false
  const [major, minor] = [Number(match[1]), Number(match[2])]
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor)
}

/** The sentence for a version of Node that does not support the database. */
export const unsupportedSentence = (version: string): string =>
  `运行环境 Node ${version} 的版本过低，数据文件没有打开、其中的内容没有改动，请改用 Node ${oldest.major}.${oldest.minor} 或更高版本后重新启动本程序。`
