/**
 * Makes the .deb with dpkg-deb, which every Debian, UOS and Kylin has: electron-builder's own way needs fpm and a Ruby.
 * It holds no script that changes the system: the sandbox's setuid bit stands in the archive, and the desktop notices
 * new entries by itself (dpkg's triggers).
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { floorOf, nssOf } from './config.ts'
import { changelogGz, copyrightFile, lintianOverrides, type Project, readProject } from './debNotes.ts'
import type { Package } from './licences.ts'
import { desktopEntry, mimeEntry } from './linuxNames.ts'
import type { Arch } from './targets.ts'

export interface DebOptions {
  /** The packed program. */
  readonly folder: string
  readonly work: string
  readonly output: string
  readonly arch: Arch
  /** The packages that went into the program. */
  readonly packages: readonly Package[]
}

/** What Electron needs of the system but glibc and NSS; the second names are those of Debian 13 and Ubuntu 24.04. */
const libraries = [
  'libasound2 | libasound2t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'xdg-utils',
]

/** Refused by dpkg where a library is missing or too old. NSS has an epoch in Debian: 2:3.30 is its 3.30. */
function dependencies(folder: string): string {
  const nss = nssOf(folder)
  const versioned = [`libc6 (>= ${floorOf(folder)})`, nss === undefined ? 'libnss3' : `libnss3 (>= 2:${nss})`]
  return [...versioned, ...libraries].join(', ')
}

function control(arch: Arch, { version, author }: Project, kilobytes: number, depends: string): string {
  return [
    'Package: nianbao',
    `Version: ${version}`,
    `Architecture: ${arch === 'x64' ? 'amd64' : 'arm64'}`,
    `Maintainer: ${author}`,
    `Installed-Size: ${kilobytes}`,
    `Depends: ${depends}`,
    'Section: editors',
    'Priority: optional',
    'Description: 公开年报，填报政府信息公开工作年度报告 (yearly report on government information disclosure)',
    ' 读取上年的报告，结转数字和文字，填报三张表和文字，核对合计和勾稽关系，',
    ' 按规定格式写出 Word 文件。全部在本机完成，不连接网络。',
    '',
  ].join('\n')
}

/** Run before anything is unpacked: says in one sentence that the system is too old. It changes nothing. */
const preinst = (glibc: string): string => `#!/bin/sh
set -e
found=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed -n 's/^glibc //p')
if [ -n "$found" ] && dpkg --compare-versions "$found" lt ${glibc}; then
  echo "公开年报：这台电脑的系统（glibc $found）太旧，程序要求 glibc ${glibc} 或更高版本，没有安装，什么都没有改动。" >&2
  exit 1
fi
`

/** Says where the data stays. It deletes nothing. */
const postrm = `#!/bin/sh
set -e
if [ "$1" = remove ] || [ "$1" = purge ]; then
  echo "公开年报：程序已卸载，填报的数据保留在各用户的 ~/.config/nianbao 文件夹里（移动过位置的，在当时选的文件夹里）。"
fi
`

function write(root: string, path: string, content: string | Buffer, mode = 0o644): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  chmodSync(file, mode)
}

/** Folders and plain files readable by all, programs runnable; whatever umask the building machine has. */
function settleModes(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

function addDesktop(root: string): void {
  write(root, 'usr/share/applications/nianbao.desktop', desktopEntry('/usr/bin/nianbao'))
  write(root, 'usr/share/mime/packages/nianbao.xml', mimeEntry)
  for (const name of readdirSync('build/icons/png'))
    write(
      root,
      `usr/share/icons/hicolor/${name.replace('.png', '')}/apps/nianbao.png`,
      readFileSync(join('build/icons/png', name)),
    )
  mkdirSync(join(root, 'usr/bin'), { recursive: true })
  symlinkSync('/opt/nianbao/nianbao', join(root, 'usr/bin/nianbao'))
}

function addNotes(root: string, project: Project, packages: readonly Package[]): void {
  write(root, 'usr/share/doc/nianbao/copyright', copyrightFile(packages))
  write(root, 'usr/share/doc/nianbao/changelog.gz', changelogGz(project))
  write(root, 'usr/share/lintian/overrides/nianbao', lintianOverrides)
}

/** Makes the package and gives its path. */
export function makeDeb(options: DebOptions): string {
  const { folder, work, output, arch, packages } = options
  const project = readProject()
  const root = join(work, 'deb')
  rmSync(root, { recursive: true, force: true })
  cpSync(folder, join(root, 'opt/nianbao'), { recursive: true })
  settleModes(root)
  addDesktop(root)
  addNotes(root, project, packages)
  settleModes(join(root, 'usr'))
  chmodSync(join(root, 'opt'), 0o755)
  // The sandbox of the page where the kernel gives ordinary users no namespaces, as on UOS; owned by root in the archive.
  chmodSync(join(root, 'opt/nianbao/chrome-sandbox'), 0o4755)
  const glibc = floorOf(folder)
  const bytes = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  write(root, 'DEBIAN/control', control(arch, project, Math.ceil(bytes / 1024), dependencies(folder)))
  write(root, 'DEBIAN/preinst', preinst(glibc), 0o755)
  write(root, 'DEBIAN/postrm', postrm, 0o755)
  const file = join(output, `nianbao_${project.version}_${arch === 'x64' ? 'amd64' : 'arm64'}.deb`)
  // xz: the dpkg of UOS V20 and Kylin V10 knows no zstd.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', root, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return file
}
