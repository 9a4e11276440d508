/**
 * What goes wrong with the data file while a clerk types, caused on real disks: the window says what is safe, what was
 * typed stays in it, and the work goes on when the cause is gone.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataFileIn, heldIn, makeDataFile } from '../crash/heldFile.ts'
import { asRoot, mountSmallDisk } from '../store/mount.ts'
import { expect, type OpenApp, type Program, test } from './app.ts'

// Disks are mounted, and files in use moved away, on Linux alone. Where it does not allow that the test fails and says so.
const onLinux = process.platform === 'linux' ? test : () => undefined

const key = 'applications.newReceived.natural'
const sentence = '行政复议被纠正的一件正在整改。'

const step = ({ page }: OpenApp, name: RegExp) =>
  page.getByRole('navigation', { name: '年报的各部分' }).getByRole('button', { name }).click()
const cell = ({ page }: OpenApp) => page.locator(`input[data-key="${key}"]`)
const text = ({ page }: OpenApp) => page.getByRole('textbox', { name: /^五、/ })
const foot = ({ page }: OpenApp) => page.locator('.status-bar')

async function picture({ page }: OpenApp, name: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 680 })
  await page.waitForTimeout(400)
  await page.screenshot({ path: `out/faults/${name}.png` })
}

/** The data file in a folder of its own, as on a stick; the program remembers where it is. */
function dataFileOn(folder: string, program: Program, time?: string): void {
  makeDataFile(folder, time)
  writeFileSync(join(program.dataFolder, '数据文件位置.json'), JSON.stringify({ path: dataFileIn(folder) }))
}

async function openReport(program: Program): Promise<OpenApp> {
  const app = await program.open()
  await app.page.getByRole('button', { name: '2025年度' }).click()
  await typeFigure(app, '5')
  await expect(foot(app)).toContainText('已保存')
  return app
}

async function typeFigure(app: OpenApp, value: string): Promise<void> {
  await step(app, /^三、/)
  await cell(app).focus()
  await app.page.keyboard.type(value)
  await app.page.keyboard.press('Enter')
}

async function typeText(app: OpenApp): Promise<void> {
  await step(app, /^五、/)
  await text(app).focus()
  await app.page.keyboard.insertText(sentence)
  await text(app).blur()
}

interface Fault {
  readonly name: string
  /** What the foot of the window says. */
  readonly says: RegExp
  cause(): void | Promise<void>
  cure(): void | Promise<void>
}

/** The clerk types a figure and a sentence while the fault lasts; nothing of it is lost, and the foot says when it is saved. */
async function workOn(app: OpenApp, folder: string, { name, says, cause, cure }: Fault): Promise<void> {
  await cause()
  await typeFigure(app, '6')
  await expect(foot(app)).toContainText(says)
  await picture(app, `${name}-figure`)
  await typeText(app)
  await expect(foot(app)).toContainText('有2处修改还在窗口里')
  await expect(foot(app)).toContainText(says)
  await expect(text(app)).toHaveValue(sentence)
  await picture(app, name)
  await step(app, /^三、/)
  await expect(cell(app)).toHaveValue('6')
  await staysOpen(app, name)
  await cure()
  // Tried again by itself: nobody needs to press anything.
  await expect(foot(app)).toContainText('已保存', { timeout: 15_000 })
  await picture(app, `${name}-over`)
  await typeFigure(app, '7')
  await expect(cell(app)).toHaveValue('7')
  await expect(foot(app)).toContainText('已保存')
  await app.close()
  const held = heldIn(folder)
  expect([held.get(key), held.get('problems')]).toEqual(['7', sentence])
}

/** Neither the page nor the window is left with what is not saved, unless the clerk says so. */
async function staysOpen(app: OpenApp, name: string): Promise<void> {
  const { page } = app
  await page.getByRole('button', { name: '‹ 年度报告' }).click()
  const question = page.getByRole('dialog', { name: '还有修改没有保存' })
  await expect(question).toContainText('现在离开会丢掉没有保存的修改')
  await expect(question.getByRole('button', { name: '留在这里' })).toBeFocused()
  await picture(app, `${name}-leaving`)
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  // In Electron the main process asks, with a dialog nobody can click here: tests/unit/electronMain.test.ts.
  if (app.launcher === 'host') {
    const asked = page.waitForEvent('dialog')
    const closing = page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await closing
  }
  await expect(cell(app)).toHaveValue('6')
}

/** A folder of its own for the data file, removed in the end. */
const ownFolder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-fault-'))

onLinux('the disk is full', async ({ program }) => {
  const disk = mountSmallDisk(1024)
  try {
    dataFileOn(disk.folder, program)
    const app = await openReport(program)
    await workOn(app, disk.folder, {
      name: 'full',
      says: /磁盘空间不足，刚才的修改没有保存，以前保存的内容不受影响，请清理磁盘/,
      cause: () => disk.fill(0),
      cure: disk.empty,
    })
  } finally {
    await program.close()
    disk.unmount()
  }
})

/** Forbids new files in a folder; root is not held off by its permissions, but by this mark. */
function forbid(folder: string, forbidden: boolean): void {
  if (process.getuid?.() === 0) asRoot('chattr', [forbidden ? '+i' : '-i', folder])
  else chmodSync(folder, forbidden ? 0o555 : 0o755)
}

onLinux('the folder becomes read-only', async ({ program }) => {
  const folder = ownFolder()
  try {
    dataFileOn(folder, program)
    const app = await openReport(program)
    await workOn(app, folder, {
      name: 'read-only',
      says: /数据文件所在的文件夹不允许保存文件，刚才的修改没有保存，以前保存的内容不受影响/,
      cause: () => forbid(folder, true),
      cure: () => forbid(folder, false),
    })
  } finally {
    await program.close()
    forbid(folder, false)
    rmSync(folder, { recursive: true })
  }
})

/** Another program that holds the file, until it is told to let go. */
async function lock(path: string): Promise<() => Promise<void>> {
  const script = fileURLToPath(new URL('../store/lockingChild.ts', import.meta.url))
  const child = spawn(process.execPath, [script, path], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    const end = once(child, 'close')
    child.stdin.end()
    await end
  }
}

test('another program holds the file', async ({ program }) => {
  const folder = ownFolder()
  dataFileOn(folder, program)
  const app = await openReport(program)
  let letGo: () => Promise<void> = async () => undefined
  await workOn(app, folder, {
    name: 'locked',
    says: /数据文件正被另一个窗口或另一个程序占用，刚才的修改没有保存，以前保存的内容不受影响/,
    cause: async () => {
      letGo = await lock(dataFileIn(folder))
    },
    cure: () => letGo(),
  })
  rmSync(folder, { recursive: true })
})

for (const [how, name] of [
  ['the same', 'pulled-out'],
  ['a copy of it', 'pulled-out-copied'],
] as const) {
  onLinux(`the stick is pulled out between two changes, and ${how} is put back`, async ({ program }) => {
    const folder = ownFolder()
    dataFileOn(folder, program)
    const app = await openReport(program)
    await workOn(app, folder, {
      name,
      says: /数据文件不在原处（[^）]*U盘[^）]*），刚才的修改没有保存，以前保存的内容不受影响/,
      cause: () => renameSync(folder, `${folder}-away`),
      cure: () => {
        renameSync(`${folder}-away`, folder)
        if (how === 'the same') return
        copyFileSync(dataFileIn(folder), `${folder}-copy`)
        renameSync(`${folder}-copy`, dataFileIn(folder))
      },
    })
    rmSync(folder, { recursive: true })
  })
}

onLinux('the disk itself is taken out while it is in use, and put in again', async ({ program }) => {
  const disk = mountSmallDisk(2048)
  try {
    dataFileOn(disk.folder, program)
    const app = await openReport(program)
    let putIn = (): void => undefined
    await workOn(app, disk.folder, {
      name: 'unmounted',
      says: /数据文件不在原处（[^）]*U盘[^）]*），刚才的修改没有保存，以前保存的内容不受影响/,
      cause: () => {
        putIn = disk.pullOut()
      },
      cure: () => putIn(),
    })
  } finally {
    await program.close()
    disk.unmount()
  }
})

test('the clock is set back', async ({ program }) => {
  const folder = ownFolder()
  dataFileOn(folder, program)
  const app = await openReport(program)
  const set = 'T08:30:00.000+08:00'
  await app.setClock(`2019-01-01${set}`)
  await typeFigure(app, '6')
  const says =
    /已保存.*电脑的时间（2019年1月1日[^）]*）早于上次保存的时间（[^）]*），填报和保存照常、内容不受影响，请校正/
  await expect(foot(app)).toContainText(says)
  await typeText(app)
  await expect(foot(app)).toContainText(says)
  await picture(app, 'clock')
  await app.page.getByRole('button', { name: '‹ 年度报告' }).click()
  await app.page.getByRole('button', { name: '2025年度' }).click()
  await step(app, /^三、/)
  await expect(cell(app)).toHaveValue('6')
  await app.page.getByRole('button', { name: '撤销' }).click()
  await app.page.getByRole('button', { name: '重做' }).click()
  await app.setClock(`2030-01-01${set}`)
  await typeFigure(app, '7')
  await expect(foot(app)).toContainText('已保存')
  await expect(foot(app)).not.toContainText('电脑的时间')
  await program.close()
  const held = heldIn(folder)
  expect([held.get(key), held.get('problems')]).toEqual(['7', sentence])
  // The clock is right again: the file was saved in 2030, and the list of reports says so.
  const again = await program.open()
  await expect(again.page.getByText(/电脑的时间（[^）]*）早于上次保存的时间（2030年1月1日/)).toBeVisible()
  await picture(again, 'clock-home')
  await again.page.getByRole('button', { name: '2025年度' }).click()
  await step(again, /^三、/)
  await expect(cell(again)).toHaveValue('7')
  await program.close()
  rmSync(folder, { recursive: true })
})

onLinux(
  'at the start: a folder that is read-only, a file that is held; it opens when the cause is gone',
  async ({ program }) => {
    const folder = ownFolder()
    try {
      dataFileOn(folder, program)
      forbid(folder, true)
      const app = await program.open()
      await expect(app.page.getByRole('alert')).toContainText(/不允许保存文件，其中的内容没有改动，请/)
      await picture(app, 'start-read-only')
      forbid(folder, false)
      const letGo = await lock(dataFileIn(folder))
      await app.page.getByRole('button', { name: '再试一次' }).click()
      await expect(app.page.getByRole('alert')).toContainText(/被另一个窗口或另一个程序占用，其中的内容没有改动，请/)
      await picture(app, 'start-locked')
      await letGo()
      await app.page.getByRole('button', { name: '再试一次' }).click()
      await app.page.getByRole('button', { name: '2025年度' }).click()
      await typeFigure(app, '5')
      await expect(foot(app)).toContainText('已保存')
      await program.close()
      expect(heldIn(folder).get(key)).toBe('5')
    } finally {
      await program.close()
      forbid(folder, false)
      rmSync(folder, { recursive: true })
    }
  },
)
