/** Takes the pictures of all screens, at the size of an office computer's window. */
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { picturesIn } from '../../../shared/manual/chapters.ts'
import { openHost } from '../../host/host.ts'
import { damagedDay, firstDay, otherDay, type Screen, screens } from './list.ts'

/** Pictures for a person to look at, numbered in the order of the work. */
export const screensFolder = join('out', 'screens')
/** Those that the manual shows: PNG for any browser, and WebP, a third of the size, for the program's own page. */
export const manualFolder = join('out', 'manual')

/** The window of 1366 × 768 without the system's bars. */
const viewport = { width: 1366, height: 680 }
/** A day on which reports are written: with the real one the pictures would say that the term is over. */
const day = new Date(2026, 0, 12, 9, 30)
const nextDay = new Date(2026, 0, 13, 9, 30)

/** The same picture as WebP, by the browser that drew it. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const address = await page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', 0.7)
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

async function keep(page: Page, { name }: Screen): Promise<void> {
  const number = screens.findIndex((screen) => screen.name === name) + 1
  const png = await page.screenshot()
  writeFileSync(join(screensFolder, `${String(number).padStart(2, '0')}-${name}.png`), png)
  if (!picturesIn.has(name)) return
  writeFileSync(join(manualFolder, `${name}.png`), png)
  writeFileSync(join(manualFolder, `${name}.webp`), await asWebp(page, png))
}

/** Opens the program on a data folder and takes its screens one after the other. */
async function takeOf(dataFolder: string, now: Date, list: readonly Screen[]): Promise<void> {
  // The clock of the files goes on, so that backups are in their order; that of the page stands.
  const begun = Date.now()
  const clock = () => new Date(now.getTime() + Date.now() - begun)
  const host = await openHost({ dataFolder, headless: true, viewport, now: clock })
  const { page, desktop } = host
  try {
    await page.clock.setFixedTime(now)
    for (const screen of list) {
      await screen.go({ page, desktop, dataFolder })
      await page.getByText(screen.shown).first().waitFor({ timeout: 20_000 })
      // What is drawn a moment later: marks in texts, pages of the preview.
      await page.waitForTimeout(500)
      await keep(page, screen)
    }
  } catch (error) {
    await page.screenshot({ path: join(screensFolder, 'failed.png') }).catch(() => undefined)
    throw error
  } finally {
    await host.close()
  }
}

/** Damages the head of the data file, as a bad USB stick does. */
function damage(dataFolder: string): void {
  const file = openSync(join(dataFolder, '公开年报.db'), 'r+')
  writeSync(file, Buffer.alloc(100), 0, 100, 0)
  closeSync(file)
}

/** Takes all of them; the program has to be built. */
export async function takeScreens(): Promise<void> {
  for (const folder of [screensFolder, manualFolder]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-screens-'))
  try {
    await takeOf(dataFolder, day, firstDay)
    await takeOf(dataFolder, nextDay, otherDay)
    damage(dataFolder)
    await takeOf(dataFolder, nextDay, damagedDay)
  } finally {
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
