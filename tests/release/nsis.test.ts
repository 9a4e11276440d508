/** The portable program for Windows: what electron-builder hands to the compiler of NSIS, which a stand-in writes down. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pack } from '../../build/packing/pack.ts'
import { makeStandIn } from '../../build/packing/standIn.ts'
import { prebuiltSqlite } from '../host/packedProgram.ts'

const target = { platform: 'win32', arch: 'x64' } as const
const output = resolve('out/portable')
const folder = mkdtempSync(join(tmpdir(), 'nianbao-nsis-'))

/** A program of the shell in the place of one that electron-builder calls. */
function standIn(path: string, script: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, path), 0o755)
}

const written = (name: string): string => readFileSync(join(folder, name), 'utf8')

if (process.platform !== 'win32')
  describe('the portable program', () => {
    beforeAll(async () => {
      rmSync(output, { recursive: true, force: true })
      standIn('linux/makensis', `printf '%s\\n' "$@" >"${folder}/commands"; cat >"${folder}/script"`)
      // What is added to an archive, with the folder it is taken from; the last but one or two names the archive.
      standIn('7za', `echo "$@" >>"${folder}/archived"; for name; do case $name in *.7z) : >"$name";; esac; done`)
      mkdirSync(join(folder, 'plugins/x86-unicode'), { recursive: true })
      vi.stubEnv('ELECTRON_BUILDER_NSIS_DIR', folder)
      vi.stubEnv('ELECTRON_BUILDER_NSIS_RESOURCES_DIR', folder)
      vi.stubEnv('ELECTRON_BUILDER_7ZIP_PATH', join(folder, '7za'))
      const electron = join(output, 'electron')
      makeStandIn(electron, target)
      const sqlite = prebuiltSqlite(target)
      await pack({ target, kinds: ['portable'], electron, sqlite, manual: undefined, output })
    })
    afterAll(() => {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true, force: true })
    })

    it('says its sentence on Windows 7 and 8 before anything is unpacked', () => {
      const file = resolve('build/installer/portable.nsh')
      expect(written('commands').split('\n')).toContain(`-X!include "${file}"`)
      // Sections run as they stand: ours is read before electron-builder's script, whose only one unpacks.
      expect(readFileSync(file, 'utf8')).toMatch(
        /^Section\n {2}!insertmacro needsWindows10 "没有打开" ""\nSectionEnd$/m,
      )
      expect(written('script').match(/^Section\b/gm)).toHaveLength(1)
      expect(written('script')).toMatch(/^Section\n[\s\S]*extractEmbeddedAppPackage[\s\S]*ExecWait/m)
    })

    it('runs with the rights of whoever starts it, and brings no helper that asks for more', () => {
      expect(written('commands').split('\n')).toContain('-DREQUEST_EXECUTION_LEVEL=user')
      expect(written('archived')).not.toContain('elevate')
    })
  })

describe('the scripts of the installer', () => {
  const scripts = readdirSync('build/installer').filter((name) => name.endsWith('.nsh'))
  const read = (name: string) => readFileSync(join('build/installer', name), 'utf8')

  it('delete nothing, and say where the data stays', () => {
    expect(scripts.sort()).toEqual(['installer.nsh', 'portable.nsh', 'windows10.nsh'])
    for (const name of scripts) expect(read(name)).not.toMatch(/\b(?:RMDir|Delete|DeleteReg\w*|Exec\w*)\b/)
    expect(read('installer.nsh')).toMatch(/!macro customUnInstall\n[\s\S]*填报的数据会保留[\s\S]*\$APPDATA\\nianbao/)
  })

  it('name the systems that the program runs on', () => {
    expect(read('windows10.nsh')).toMatch(/需要 Windows 10 或更高版本（64 位）.*什么都没有改动/)
  })
})

if (process.platform === 'linux')
  it('the shell scripts are right for any shell', () => {
    expect(execFileSync('sh', ['-n', 'build/installer/launcher.sh'], { encoding: 'utf8' })).toBe('')
    expect(execFileSync('sh', ['-n', 'build/oldGlibc.sh'], { encoding: 'utf8' })).toBe('')
  })
