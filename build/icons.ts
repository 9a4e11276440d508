/** Draws the icons from build/icons/icon.svg: PNG in the sizes of Linux, and an .ico for Windows. `npm run icons`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from '../tests/host/findBrowser.ts'

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 256]

/** An .ico of PNG pictures, as Windows reads them since Vista: a list of places, then the pictures. */
function icoOf(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // 0 stands for 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

const executablePath = findBrowser()
if (executablePath === undefined) throw new Error('Drawing the icons needs Chromium, Chrome or Edge.')
const svg = readFileSync('build/icons/icon.svg', 'utf8')
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
try {
  const page = await browser.newPage()
  const drawn = new Map<number, Buffer>()
  for (const size of linuxSizes) {
    await page.setViewportSize({ width: size, height: size })
    const sized = svg.replace(/width="\d+" height="\d+">/, `width="${size}" height="${size}" style="display:block">`)
    await page.setContent(`<body style="margin:0">${sized}</body>`)
    drawn.set(size, await page.screenshot({ omitBackground: true }))
  }
  mkdirSync('build/icons/png', { recursive: true })
  for (const [size, png] of drawn) writeFileSync(`build/icons/png/${size}x${size}.png`, png)
  const pictures = windowsSizes.map((size) => ({ size, png: drawn.get(size) ?? Buffer.alloc(0) }))
  writeFileSync('build/icons/icon.ico', icoOf(pictures))
} finally {
  await browser.close()
}
