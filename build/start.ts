/** Opens the program: in Electron where its runtime is or can be had, else the same page in a browser of this machine. */
import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolderOf } from '../electron/dataFolder.ts'
import { findElectron, installElectron } from './electronRuntime.ts'
import { buildPage, bundleProgram } from './steps.ts'

const say = (sentence: string): void => console.log(sentence)

const noDisplay =
  '这里没有图形界面，窗口打不开，数据没有改动：请在桌面上运行 npm start；在服务器上请先安装 xvfb（Debian、Ubuntu：apt install xvfb），再运行 xvfb-run npm start。'
const noRuntime =
  'Electron 运行环境没有装上。要装上它，请联网后运行 node node_modules/electron/install.js，或把下载好的运行环境解压，用环境变量 ELECTRON_OVERRIDE_DIST_PATH 指明它的文件夹。'
const noBrowser =
  '这台电脑上也没有找到 Chromium、Chrome 或 Edge，窗口没有打开，数据没有改动：请安装其中一个（Debian、Ubuntu：apt install chromium），或用环境变量 NIANBAO_BROWSER 指明它的位置。'
const alreadyOpen = '程序已经打开，已把它的窗口移到前面。'

const isRoot = process.getuid?.() === 0

/** Runs Electron until its last window is closed. */
function runElectron(program: string, folder: string | undefined): Promise<number> {
  const args = ['.', ...(folder ? [`--user-data-dir=${folder}`] : []), ...(isRoot ? ['--no-sandbox'] : [])]
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit', env: environment })
    child.once('error', () => {
      console.error(`Electron 没有启动起来，数据没有改动，请检查“${program}”是否完整、能否运行。`)
      done(1)
    })
    child.once('exit', (code) => done(code ?? 1))
  })
}

/** Runs the page in a browser until its window is closed. */
async function runBrowser(folder: string | undefined): Promise<number> {
  const [{ isOpenAlready }, { findBrowser }, { openHost }, { createPersonDesktop }] = await Promise.all([
    import('../tests/host/browser.ts'),
    import('../tests/host/findBrowser.ts'),
    import('../tests/host/host.ts'),
    import('../tests/host/personDesktop.ts'),
  ])
  const browser = findBrowser()
  if (browser === undefined) {
    console.error(noBrowser)
    return 1
  }
  say(`现在用这台电脑上的浏览器打开同一个界面（${browser}）；关闭窗口即退出。`)
  const dataFolder = folder ?? dataFolderOf(process.platform, homedir(), process.env)
  try {
    const desktop = (page: Parameters<typeof createPersonDesktop>[1]) => createPersonDesktop(dataFolder, page)
    const host = await openHost({ dataFolder, headless: false, browser, desktop })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.close())
    await host.closed
    return 0
  } catch (error) {
    if (isOpenAlready(error)) {
      say(alreadyOpen)
      return 0
    }
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n')
    console.error(`浏览器没有打开，数据没有改动，请关闭其他窗口后再试一次（${reason}）。`)
    return 1
  }
}

/** Looks for Electron's runtime, and has it installed once where it is missing. */
async function electronProgram(): Promise<string | undefined> {
  const found = findElectron()
  if (found !== undefined) return found
  say('没有找到 Electron 运行环境，正在运行它自带的安装程序（一分钟没有进展就放弃）……')
  const installed = await installElectron()
  if (installed === undefined) say(noRuntime)
  return installed
}

async function start(): Promise<number> {
  const { values } = parseArgs({
    options: { 'user-data-dir': { type: 'string' }, browser: { type: 'boolean', default: false } },
  })
  const given = values['user-data-dir']
  const folder = given === undefined ? undefined : resolve(given)
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.error(noDisplay)
    return 1
  }
  await Promise.all([bundleProgram(), buildPage()])
  const program = values.browser ? undefined : await electronProgram()
  return program === undefined ? runBrowser(folder) : runElectron(program, folder)
}

process.exitCode = await start()
