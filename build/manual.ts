/** `npm run manual`: takes the pictures of the manual, writes it as one page, and builds the program's page with them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { manual } from '../shared/manual/chapters.ts'
import { findBrowser } from '../tests/host/findBrowser.ts'
import { manualPage } from './manual/page.ts'
import { buildPage, bundleProgram, manualPageFile } from './steps.ts'

const pictures = join('out', 'manual')

const noBrowser =
  '这台电脑上没有找到 Chromium、Chrome 或 Edge，手册没有写出，请安装其中一个，或用环境变量 NIANBAO_BROWSER 指明它的位置。'

/** The bytes of a picture that was just taken. */
function pictureOf(screen: string): Buffer | undefined {
  const path = join(pictures, `${screen}.png`)
  return existsSync(path) ? readFileSync(path) : undefined
}

if (findBrowser() === undefined) {
  console.error(noBrowser)
  process.exitCode = 1
} else {
  const { takeScreens } = await import('../tests/e2e/screens/take.ts')
  await Promise.all([bundleProgram(), buildPage()])
  await takeScreens()
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
  mkdirSync(dirname(manualPageFile), { recursive: true })
  writeFileSync(manualPageFile, manualPage(manual, version, pictureOf))
  await buildPage()
  console.log(manualPageFile)
}
