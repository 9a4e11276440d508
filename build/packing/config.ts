/** electron-builder's configuration: what is packed for each system, and under which names. */
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'
import { setFuses } from './fuses.ts'
import { neededOf } from './glibc.ts'
import { ownNotice } from './licences.ts'
import { standardMime, summary } from './linuxNames.ts'

export interface Packing {
  /** The laid out app. */
  readonly app: string
  readonly output: string
  /** The folder of Electron's zip, or of its unpacked files; undefined where electron-builder is to download it. */
  readonly electron: string | undefined
  readonly electronVersion: string
  /** The text of all licences, a file. */
  readonly licences: string
  /** 使用手册 as one page, a file; undefined where it was not made. */
  readonly manual: string | undefined
}

/** Of Electron's own languages only these: the page and the dialogs are Chinese, English is what Chromium falls back to. */
const languages = ['zh-CN', 'en-US']

/** The name of Electron's binary beside the launcher `nianbao`, which looks at the system before it starts it. */
export const linuxProgram = 'nianbao-electron'

/** All files below a folder. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** What the packed Linux program needs of glibc; 2.17 is older than anything it could meet. */
export const floorOf = (folder: string): string => neededOf('GLIBC', filesBelow(folder)) ?? '2.17'

/** What it needs of NSS, Mozilla's library of certificates, which old editions of 银河麒麟 V10 have too old; undefined where it does not say. */
export const nssOf = (folder: string): string | undefined => neededOf('NSS', filesBelow(folder))

/** Puts the launcher in the place of Electron's binary: it says in a sentence what the loader would say in English. */
function addLauncher(folder: string): void {
  const launcher = join(folder, 'nianbao')
  const floor = floorOf(folder)
  renameSync(launcher, join(folder, linuxProgram))
  writeFileSync(launcher, readFileSync('build/installer/launcher.sh', 'utf8').replaceAll('@GLIBC@', floor))
  chmodSync(launcher, 0o755)
}

/** Takes away what electron-builder leaves of a prepared runtime: Electron's own start page, and 200 languages. */
async function afterExtract({ appOutDir }: AfterPackContext): Promise<void> {
  for (const name of ['resources/default_app.asar', 'version']) rmSync(join(appOutDir, name), { force: true })
  const locales = join(appOutDir, 'locales')
  for (const name of readdirSync(locales))
    if (!languages.includes(name.replace(/\.pak$/, ''))) rmSync(join(locales, name))
}

/** The helper that asks for administrator rights is never packed: the installer has an option for it, the portable program has none. */
function leaveElevationOut(targets: AfterPackContext['targets']): void {
  for (const { name, options } of targets)
    if (name === 'portable') Object.assign(options ?? {}, { packElevateHelper: false })
}

async function afterPack({ appOutDir, electronPlatformName, targets }: AfterPackContext): Promise<void> {
  const linux = electronPlatformName === 'linux'
  leaveElevationOut(targets)
  await setFuses(join(appOutDir, linux ? 'nianbao' : '公开年报.exe'))
  if (linux) addLauncher(appOutDir)
}

const fileName = (what: string): string => `公开年报-\${version}-${what}-\${arch}.\${ext}`

export function configOf({ app, output, electron, electronVersion, licences, manual }: Packing): Configuration {
  return {
    appId: 'nianbao',
    productName: '公开年报',
    copyright: ownNotice(),
    electronVersion,
    ...(electron !== undefined && { electronDist: resolve(electron) }),
    directories: { app: resolve(app), output: resolve(output), buildResources: resolve('build/icons') },
    files: ['dist/**', 'package.json', { from: resolve(app, 'node_modules'), to: 'node_modules' }],
    asar: true,
    // The loader of the system opens SQLite's binary by its path: it cannot stand inside the archive.
    asarUnpack: ['**/*.node'],
    extraFiles: [
      { from: resolve(licences), to: 'LICENSES.txt' },
      // Beside the program, to be read in any browser, before it is installed too.
      ...(manual === undefined ? [] : [{ from: resolve(manual), to: basename(manual) }]),
    ],
    // Nothing is looked for or fetched on the network by the program: no publishing, no updates.
    publish: null,
    detectUpdateChannel: false,
    generateUpdatesFilesForAllChannels: false,
    toolsets: { nsis: '1.2.1', winCodeSign: '1.1.0', appimage: '1.0.3' },
    compression: 'normal',
    fileAssociations: [
      { ext: 'nianbao', name: '年报数据文件', description: '公开年报的数据文件', mimeType: standardMime },
    ],
    // False: the app brings its own node_modules, laid out by app.ts; nothing is to be looked for, installed or rebuilt.
    beforeBuild: async () => false,
    afterExtract,
    afterPack,
    win: {
      icon: resolve('build/icons/icon.ico'),
      artifactName: fileName('windows'),
      signAndEditExecutable: true,
      requestedExecutionLevel: 'asInvoker',
      legalTrademarks: '',
    },
    nsis: {
      artifactName: fileName('windows-安装'),
      oneClick: true,
      perMachine: false,
      allowElevation: false,
      packElevateHelper: false,
      createDesktopShortcut: true,
      createStartMenuShortcut: true,
      shortcutName: '公开年报',
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      installerLanguages: ['zh_CN'],
      language: '2052',
      unicode: true,
      warningsAsErrors: true,
      include: resolve('build/installer/installer.nsh'),
    },
    portable: { artifactName: fileName('windows-便携'), requestExecutionLevel: 'user', useZip: false },
    linux: {
      icon: resolve('build/icons/png'),
      executableName: 'nianbao',
      artifactName: fileName('linux'),
      category: 'Office',
      synopsis: summary,
      description: summary,
      desktop: {
        entry: { Name: '公开年报', Comment: summary, StartupWMClass: 'nianbao' },
      },
    },
  }
}
