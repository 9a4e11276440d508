/**
 * A folder that stands in for Electron's runtime where that cannot be had: the same names, a few bytes each, and a
 * program that holds the sentinel of the fuses. It lets everything around the runtime be packed and looked at; no
 * window opens with it.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SENTINEL } from '@electron/fuses/dist/constants.js'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import type { Target } from './targets.ts'

/** Electron's fuses as they come: version 1, nine of them, each with the state of a release ('1' on, '0' off). */
const wire = Buffer.concat([Buffer.from(SENTINEL, 'latin1'), Buffer.from([1, 9]), Buffer.from('101100011', 'latin1')])

/** Says what it was started with, and ends. */
const linuxProgram = Buffer.concat([
  Buffer.from('#!/bin/sh\necho "stand-in for Electron: $*"\nexit 0\n# '),
  wire,
  Buffer.from('\n'),
])

/** The smallest program file of Windows that resources can be put into: headers, and one section with the fuses. */
function bareProgram(arch: Target['arch']): Buffer {
  const file = Buffer.alloc(0x400)
  const pe = 0x80
  const optional = pe + 24
  const section = optional + 240
  file.write('MZ', 0, 'latin1')
  file.writeUInt32LE(pe, 0x3c)
  file.write('PE\0\0', pe, 'latin1')
  file.writeUInt16LE(arch === 'x64' ? 0x8664 : 0xaa64, pe + 4)
  file.writeUInt16LE(1, pe + 6)
  file.writeUInt16LE(240, pe + 20)
  file.writeUInt16LE(0x22, pe + 22)
  file.writeUInt16LE(0x20b, optional)
  file.writeBigUInt64LE(0x140000000n, optional + 24)
  // Alignment of sections in memory and in the file, then the oldest system, the sizes and the subsystem (a window).
  file.writeUInt32LE(0x1000, optional + 32)
  file.writeUInt32LE(0x200, optional + 36)
  file.writeUInt16LE(10, optional + 40)
  file.writeUInt16LE(10, optional + 48)
  file.writeUInt32LE(0x2000, optional + 56)
  file.writeUInt32LE(0x200, optional + 60)
  file.writeUInt16LE(2, optional + 68)
  file.writeUInt32LE(16, optional + 108)
  file.write('.data', section, 'latin1')
  file.writeUInt32LE(0x200, section + 8)
  file.writeUInt32LE(0x1000, section + 12)
  file.writeUInt32LE(0x200, section + 16)
  file.writeUInt32LE(0x200, section + 20)
  file.writeUInt32LE(0xc0000040, section + 36)
  wire.copy(file, 0x200)
  return file
}

/** With a version, as electron-builder wants to find one. */
function windowsProgram(arch: Target['arch']): Buffer {
  const program = NtExecutable.from(bareProgram(arch))
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

const common = [
  'LICENSE',
  'LICENSES.chromium.html',
  'version',
  'icudtl.dat',
  'resources.pak',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'locales/zh-CN.pak',
  'locales/en-US.pak',
  'locales/de.pak',
  'resources/default_app.asar',
]
const linux = [
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'libEGL.so',
  'libGLESv2.so',
  'libffmpeg.so',
  'libvk_swiftshader.so',
  'libvulkan.so.1',
  'vk_swiftshader_icd.json',
]
const windows = [
  'd3dcompiler_47.dll',
  'ffmpeg.dll',
  'libEGL.dll',
  'libGLESv2.dll',
  'vk_swiftshader.dll',
  'vk_swiftshader_icd.json',
  'vulkan-1.dll',
]

/** Makes the stand-in for a target in `folder`, which is emptied first. */
export function makeStandIn(folder: string, { platform, arch }: Target): void {
  rmSync(folder, { recursive: true, force: true })
  for (const name of [...common, ...(platform === 'linux' ? linux : windows)]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), `stand-in for ${name}\n`)
  }
  const program = join(folder, platform === 'linux' ? 'electron' : 'electron.exe')
  writeFileSync(program, platform === 'linux' ? linuxProgram : windowsProgram(arch))
  for (const name of platform === 'linux' ? ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'] : [])
    chmodSync(join(folder, name), 0o755)
}
