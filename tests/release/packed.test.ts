/** What is packed, with a stand-in for Electron's runtime: nothing more than is needed, started from the archive itself. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wrongFuses } from '../../build/packing/fuses.ts'
import type { Packed } from '../../build/packing/pack.ts'
import { nameOf, type Target } from '../../build/packing/targets.ts'
import { hostTarget, packWithStandIn, takeOut } from '../host/packedProgram.ts'

const output = resolve('out/release')
const linux: Target = { platform: 'linux', arch: 'x64' }
const packedTargets: readonly Target[] = [linux, { platform: 'win32', arch: 'arm64' }]
const packed = new Map<Target, Packed & { readonly program: string }>()
let data: string
/** dpkg-deb and a shell are there. */
const onLinux = process.platform === 'linux'

beforeAll(async () => {
  rmSync(output, { recursive: true, force: true })
  data = mkdtempSync(join(tmpdir(), 'nianbao-release-'))
  for (const target of packedTargets) {
    const place = join(output, nameOf(target))
    const { folder, files } = await packWithStandIn(target, place, target === linux && onLinux ? ['deb'] : ['dir'])
    takeOut(folder, join(place, 'program'))
    packed.set(target, { folder, files, program: join(place, 'program') })
  }
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))

/** Everything that may stand in app.asar. */
const allowed = (platform: string, arch: string): readonly RegExp[] => [
  /^package\.json$/,
  /^dist\/(?:main|child)\.js$/,
  /^dist\/preload\.cjs$/,
  /^dist\/[\w.]+-[A-Z0-9]{8}\.js$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w-]+\.(?:js|css)$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|lib\/(?:methods\/)?[a-z-]+\.js)$/,
  new RegExp(`^node_modules/better-sqlite3/prebuilds/${platform}-${arch}\\.node$`),
  /^node_modules\/pdfjs-dist\/(?:package\.json|cmaps\/(?:LICENSE|[\w-]+\.bcmap))$/,
]

describe.each(packedTargets)('$platform $arch', (target) => {
  const place = () => packed.get(target)!

  it('holds only what is needed: no sources, tests, maps or packages that are not used', () => {
    const files = filesBelow(place().program)
    const rules = allowed(target.platform, target.arch)
    expect(files.filter((file) => !rules.some((rule) => rule.test(file)))).toEqual([])
    // Each rule is needed, so that the list above cannot grow by itself.
    expect(rules.filter((rule) => !files.some((file) => rule.test(file)))).toEqual([])
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1)
  })

  it('has beside the archive only SQLite’s binary', () => {
    const resources = filesBelow(join(place().folder, 'resources'))
    const binary = `app.asar.unpacked/node_modules/better-sqlite3/prebuilds/${target.platform}-${target.arch}.node`
    expect(resources.sort()).toEqual(['app.asar', binary])
  })

  it('has beside the program the licences and the manual, which names no address', () => {
    const { folder } = place()
    const electron = filesBelow(join(output, nameOf(target), 'electron'))
    const program = target.platform === 'linux' ? ['nianbao', 'nianbao-electron'] : ['公开年报.exe']
    const own = filesBelow(folder).filter((file) => !electron.includes(file) && !file.startsWith('resources/'))
    const licences = ['LICENSE.electron.txt', 'LICENSES.txt']
    expect(own.sort()).toEqual([...licences, ...program, '公开年报使用手册.html'].sort())
    expect(readFileSync(join(folder, '公开年报使用手册.html'), 'utf8')).not.toMatch(/https?:|<script/)
  })

  it('keeps of Electron its runtime, its licences and two languages', () => {
    const files = filesBelow(place().folder)
    expect(files.filter((file) => file.startsWith('locales/')).sort()).toEqual([
      'locales/en-US.pak',
      'locales/zh-CN.pak',
    ])
    expect(files).toEqual(expect.arrayContaining(['LICENSES.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html']))
    expect(files).not.toContain('version')
  })

  it('has its fuses set', async () => {
    const name = target.platform === 'linux' ? 'nianbao-electron' : '公开年报.exe'
    expect(await wrongFuses(join(place().folder, name))).toEqual([])
    expect(
      await wrongFuses(
        join(output, nameOf(target), 'electron', target.platform === 'linux' ? 'electron' : 'electron.exe'),
      ),
    ).toEqual([
      'RunAsNode',
      'EnableNodeOptionsEnvironmentVariable',
      'EnableNodeCliInspectArguments',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'GrantFileProtocolExtraPrivileges',
    ])
  })

  it('runs nothing when it is installed', () => {
    const packages = filesBelow(place().program).filter((file) => file.endsWith('package.json'))
    expect(packages).toHaveLength(3)
    for (const file of packages)
      expect(JSON.parse(readFileSync(join(place().program, file), 'utf8'))).not.toHaveProperty('scripts')
  })
})

it('the Windows program knows the hash of its archive', () => {
  const { folder } = packed.get(packedTargets[1]!)!
  const program = readFileSync(join(folder, '公开年报.exe'))
  expect(program.toString('utf16le') + program.toString('latin1')).toMatch(
    /"file":"resources\\\\app\.asar","alg":"sha256"/i,
  )
})

it('the packed files start, and open their page and their data file', async () => {
  const { folder } = await packWithStandIn(hostTarget, join(output, 'host'))
  takeOut(folder, join(output, 'host/program'))
  const program = join(output, 'host/program')
  const args = ['--no-warnings', 'tests/host/builtProgram.ts', join(program, 'dist/main.js'), data]
  const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  expect(result.answer).toMatchObject({ ok: true, value: { units: [], reports: [] } })
  expect(result.page[0]).toBe(200)
  expect([result.preload, result.child].map((file) => file.startsWith(program) && existsSync(file))).toEqual([
    true,
    true,
  ])
  expect(existsSync(join(data, '公开年报.db'))).toBe(true)
})

describe('the network', () => {
  const texts = () => {
    const { program } = packed.get(linux)!
    return filesBelow(program)
      .filter((file) => /\.(?:js|cjs|html|css|json)$/.test(file))
      .map((file) => readFileSync(join(program, file), 'utf8'))
  }
  /** Names of XML vocabularies and JSON schemas, which look like addresses and are only compared. */
  const vocabularies =
    /^https?:\/\/(?:schemas\.openxmlformats\.org|sheetjs\.openxmlformats\.org|schemas\.microsoft\.com|www\.w3\.org|purl\.org|purl\.oclc\.org|www\.xfa\.org|ns\.adobe\.com|json-schema\.org)\//
  /** In texts of errors and comments, and examples by which libraries try out URL: nothing asks for them. */
  const mentioned = [
    'https://react.dev/errors/',
    'https://github.com/zloirock/core-js',
    'https://answers.microsoft.com/en-us/msoffice/forum/',
    'https://webpack.js.org/api/module-variables/',
    // A document type that parse5 compares with.
    'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd',
    'http://example.com',
    'https://foo.bar',
  ]
  const triedOut = /^https?:\/\/(?:x|a|a#|a@b|a\/c%20d\?a=1&c=3|\[\$\{\w+\}|\$\{\w+\})?$/

  it('no address stands in the program that it could ask', () => {
    const addresses = texts().flatMap((text) => text.match(/\b(?:https?|wss?|ftp):\/\/[^\s"'`<>)\\\]]*/g) ?? [])
    const unknown = addresses.filter(
      (address) =>
        !vocabularies.test(address) && !triedOut.test(address) && !mentioned.some((known) => address.startsWith(known)),
    )
    expect([...new Set(unknown)]).toEqual([])
  })

  it('no part of the program asks Node for the network', () => {
    const asked = texts().flatMap(
      (text) =>
        text.match(
          /(?:from|import|require|getBuiltinModule)\s*\(?\s*["'](?:node:)?(?:https?|http2|net|tls|dns|dgram)["']/g,
        ) ?? [],
    )
    expect(asked).toEqual([])
  })
})

if (onLinux)
  describe('the .deb', () => {
    let deb: string
    beforeAll(() => {
      deb = packed.get(linux)!.files.find((file) => file.endsWith('.deb'))!
    })
    const contents = () => execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' }).split('\n')
    const lineOf = (path: string) => contents().find((line) => line.includes(` .${path}`))

    it('asks for the glibc that its own binaries need', () => {
      // better-sqlite3's own binary, which is packed here, needs 2.34; the one of build/oldGlibc.sh needs 2.28.
      expect(execFileSync('dpkg-deb', ['--field', deb, 'Depends'], { encoding: 'utf8' })).toMatch(
        /^libc6 \(>= 2\.34\), /,
      )
    })
    it('has the start menu, the kind of file and the icons', () => {
      for (const path of [
        '/usr/share/applications/nianbao.desktop',
        '/usr/share/mime/packages/nianbao.xml',
        '/usr/share/icons/hicolor/48x48/apps/nianbao.png',
        '/opt/nianbao/resources/app.asar',
      ])
        expect(lineOf(path)).toMatch(/^-rw-r--r-- root\/root/)
      expect(lineOf('/usr/bin/nianbao')).toMatch(/-> \/opt\/nianbao\/nianbao$/)
    })
    it('brings the sandbox’s helper with the rights it needs, and no other file with more than everybody’s', () => {
      expect(lineOf('/opt/nianbao/chrome-sandbox')).toMatch(/^-rwsr-xr-x root\/root/)
      const odd = contents().filter((line) => !/^(?:[d-]rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) root\/root|^$/.test(line))
      expect(odd).toHaveLength(1)
    })
    it('names who answers for it, what is in it by whom, and what changed, as Debian wants it', () => {
      const root = join(output, 'deb')
      execFileSync('dpkg-deb', ['--extract', deb, root])
      const { author, version } = JSON.parse(readFileSync('package.json', 'utf8'))
      expect(execFileSync('dpkg-deb', ['--field', deb, 'Maintainer'], { encoding: 'utf8' })).toBe(`${author}\n`)
      const notes = join(root, 'usr/share/doc/nianbao')
      const copyright = readFileSync(join(notes, 'copyright'), 'utf8')
      expect(copyright).toMatch(/^Format: \S+\/copyright-format\/1\.0\/\n/)
      // Every licence that a stanza names has a stanza of its own, or its text with it.
      const named = new Set([...copyright.matchAll(/^License: (\S.*)$/gm)].map(([, name]) => name!))
      for (const name of named) expect(copyright).toContain(`\nLicense: ${name}\n `)
      expect(copyright).toMatch(/^Files: node_modules\/saxes\/\*\nCopyright: Louis-Dominique Dubeau\nLicense: ISC$/m)
      const changelog = gunzipSync(readFileSync(join(notes, 'changelog.gz'))).toString('utf8')
      expect(changelog.startsWith(`nianbao (${version}) stable; urgency=medium\n\n  * `)).toBe(true)
      expect(changelog).toMatch(/\n\n -- 公开年报 <\S+@\S+> {2}\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000\n$/)
    })
    it('has scripts that say something and change nothing', () => {
      const control = join(output, 'control')
      rmSync(control, { recursive: true, force: true })
      execFileSync('dpkg-deb', ['--control', deb, control])
      expect(readdirSync(control).sort()).toEqual(['control', 'postrm', 'preinst'])
      const removed = spawnSync('sh', [join(control, 'postrm'), 'remove'], { encoding: 'utf8' })
      expect(removed.stdout).toMatch(/数据保留在各用户的 ~\/\.config\/nianbao/)
    })
  })

if (onLinux)
  describe('the launcher', () => {
    /** Runs the launcher on a system that says it has this glibc and, where it is asked, memory pages of this size. */
    function startOn(glibc: string, pages: number, given: readonly string[], folder = packed.get(linux)!.folder) {
      const tools = mkdtempSync(join(data, 'tools-'))
      const answers = {
        getconf: `case $1 in PAGESIZE) echo ${pages} ;; *) echo "glibc ${glibc}" ;; esac`,
        unshare: 'exit 0',
      }
      for (const [name, line] of Object.entries(answers)) {
        writeFileSync(join(tools, name), `#!/bin/sh\n${line}\n`)
        chmodSync(join(tools, name), 0o755)
      }
      const env = { PATH: `${tools}:${process.env.PATH}` }
      const { status, stdout, stderr } = spawnSync(join(folder, 'nianbao'), given, { encoding: 'utf8', env })
      return { status, stdout, stderr }
    }
    const start = (glibc: string, ...given: string[]) => startOn(glibc, 4096, given)

    it('starts the program with what it was given', () => {
      expect(start('2.34', '报告.nianbao')).toEqual({
        status: 0,
        stdout: 'stand-in for Electron: 报告.nianbao\n',
        stderr: '',
      })
      expect(start('2.100').status).toBe(0)
    })
    it('says in one sentence that the system is too old, and starts nothing', () => {
      const { status, stdout, stderr } = start('2.28')
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(
        /^公开年报：这台电脑的系统（glibc 2\.28）太旧，程序要求 glibc 2\.34 或更高版本，没有启动，数据没有改动；[^\n]+。\n$/,
      )
    })
    it('says the likely cause where the program crashes on a kernel with large memory pages', () => {
      const crashing = mkdtempSync(join(data, 'crashing-'))
      cpSync(join(packed.get(linux)!.folder, 'nianbao'), join(crashing, 'nianbao'))
      writeFileSync(join(crashing, 'nianbao-electron'), '#!/bin/sh\nkill -SEGV $$\n', { mode: 0o755 })
      const { status, stderr } = startOn('2.34', 65536, [], crashing)
      expect(status).toBe(139)
      expect(stderr).toMatch(/公开年报：程序意外结束，显示过“已保存”的内容都在；[^\n]*64KB 的内存页，[^\n]+。\n$/)
      expect(startOn('2.34', 65536, ['a'])).toMatchObject({
        status: 0,
        stdout: 'stand-in for Electron: a\n',
        stderr: '',
      })
      expect(startOn('2.34', 4096, [], crashing).stderr).not.toContain('内存页')
    })
    it('never leaves the sandbox out', () => {
      expect(start('2.34', '--no-sandbox', 'a b').stdout).toBe('stand-in for Electron: a b\n')
      expect(readFileSync('build/installer/launcher.sh', 'utf8').match(/nianbao-electron" "\$@"/g)).toHaveLength(2)
    })
  })

it('the licences name every package that the program asks for', () => {
  const notes = readFileSync(join(packed.get(linux)!.folder, 'LICENSES.txt'), 'utf8')
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of [...Object.keys(dependencies), 'react', 'react-dom', 'antd', 'dayjs'])
    expect(notes).toContain(`\n${name} `)
  for (const other of ['SQLite', 'core-js', 'libstdc++', 'LICENSES.chromium.html']) expect(notes).toContain(other)
})
