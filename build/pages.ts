/**
 * `npm run pages -- FILE --fonts gb2312 …`: the pages of a report as pictures in out/pages/, as LibreOffice lays them out.
 * FILE and the choices are those of the command line's `export`; without a FILE it is the report of 淮安市.
 */
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { createApplication } from '../electron/application.ts'
import { runCli } from '../electron/cli.ts'
import { converted } from '../tests/word/pages.ts'

const folder = join('out', 'pages')
const dotsPerInch = 100
const example = 'tests/fixtures/huaian-2024.docx'

const needs = [
  { program: 'soffice', asks: '--version', what: 'LibreOffice Writer（soffice）' },
  { program: 'pdftoppm', asks: '-v', what: 'Poppler（pdftoppm）' },
]
const missing = needs.filter(({ program, asks }) => spawnSync(program, [asks], { stdio: 'ignore' }).error)

/** Writes the Word file by the command line; gives whether it was written. */
async function exported(file: string, word: string, choices: readonly string[]): Promise<boolean> {
  const output = { out: (text: string) => console.log(text), error: (text: string) => console.error(text) }
  return (await runCli(['export', file, '-o', word, ...choices], output, async () => createApplication())) === 0
}

/** Draws the pages of a Word file as NAME-1.png and so on; gives their names. */
async function drawn(word: string, name: string): Promise<string[]> {
  const isPage = (file: string) => file.startsWith(`${name}-`) && /-\d+\.png$/.test(file)
  for (const old of (await readdir(folder)).filter(isPage)) await rm(join(folder, old))
  await converted([await readFile(word)], async ([pdf = '']) => {
    const { status, stderr } = spawnSync('pdftoppm', ['-r', `${dotsPerInch}`, '-png', pdf, join(folder, name)])
    if (status !== 0) throw new Error(`${stderr}`)
  })
  return (await readdir(folder)).filter(isPage).sort()
}

if (missing.length > 0) {
  console.error(`没有画出页面：这台电脑上没有 ${missing.map(({ what }) => what).join('、')}，请安装后重试。`)
  process.exitCode = 2
} else {
  const given = process.argv.slice(2)
  const named = given[0] !== undefined && !given[0].startsWith('-')
  const [file = example, ...choices] = named ? given : [example, ...given]
  const name = basename(file, extname(file))
  const word = join(folder, `${name}.docx`)
  await mkdir(folder, { recursive: true })
  if (await exported(file, word, choices)) {
    const pages = await drawn(word, name)
    console.log(`${pages.length} 页：${pages.map((page) => join(folder, page)).join(' ')}`)
  } else process.exitCode = 2
}
