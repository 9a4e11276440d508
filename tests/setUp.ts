/** What the tests need of the machine: installed where that is possible, named where it is not. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBrowser } from './host/findBrowser.ts'

interface Need {
  readonly what: string
  readonly packages: readonly string[]
  readonly present: () => boolean
}

const answers = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined

/** One whose digits are half an em wide, as those of 宋体 and 仿宋 are; `tests/word/pages.ts` has it stand in for them. */
const hasChineseFont = (): boolean => {
  if (process.platform !== 'linux') return true
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return fonts.status === 0 && fonts.stdout.includes('Noto Sans Mono CJK SC')
}

/** Digits and letters are measured on the page: with another font than Times New Roman's widths every line breaks elsewhere. */
const hasTimesWidths = (): boolean => {
  if (process.platform !== 'linux') return true
  const fonts = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' })
  return fonts.status === 0 && /^(?:Liberation Serif|Times New Roman|Tinos)\b/m.test(fonts.stdout)
}

/** Calc comes as a package of its own and has no command of its own: its library stands beside `soffice`. */
const hasCalc = (): boolean => {
  if (process.platform !== 'linux') return answers('soffice', '--version')
  const program = spawnSync('sh', ['-c', 'readlink -f "$(command -v soffice)"'], { encoding: 'utf8' }).stdout.trim()
  return program !== '' && existsSync(join(dirname(program), 'libsclo.so'))
}

const needs: readonly Need[] = [
  {
    what: 'LibreOffice Writer (soffice)',
    packages: ['libreoffice-writer-nogui'],
    present: () => answers('soffice', '--version'),
  },
  { what: 'LibreOffice Calc', packages: ['libreoffice-calc-nogui'], present: hasCalc },
  {
    what: 'Poppler (pdftotext, pdftoppm)',
    packages: ['poppler-utils'],
    present: () => answers('pdftotext', '-v') && answers('pdftoppm', '-v'),
  },
  {
    what: 'strace (what the program writes, for the power cuts)',
    packages: ['strace'],
    present: () => process.platform !== 'linux' || answers('strace', '-V'),
  },
  { what: 'Chromium, Chrome or Edge', packages: ['chromium'], present: () => findBrowser() !== undefined },
  {
    what: 'a font with the widths of Times New Roman',
    packages: ['fonts-liberation', 'fontconfig'],
    present: hasTimesWidths,
  },
  { what: 'a Chinese font (Noto Sans CJK)', packages: ['fonts-noto-cjk', 'fontconfig'], present: hasChineseFont },
]

const isDebianRoot = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Installs what is missing on Debian as root. Gives what is still missing. */
export function setUpMachine(): string[] {
  const missing = needs.filter(({ present }) => !present())
  if (missing.length > 0 && isDebianRoot()) {
    const packages = missing.flatMap((need) => need.packages)
    console.log(`Installing ${packages.join(', ')} …`)
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    })
  }
  return needs
    .filter(({ present }) => !present())
    .map(({ what, packages }) => `${what} (Debian: ${packages.join(' ')})`)
}

/** The machine in one line, for reports. */
export function machine(): string {
  const cpu = existsSync('/proc/cpuinfo')
    ? /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]
    : undefined
  return `${process.platform} ${process.arch}, Node ${process.versions.node}${cpu ? `, ${cpu}` : ''}`
}
