/**
 * Opens a PDF with pdf.js, in this process and with nothing but the file and the character maps of the package: no
 * worker, nothing rendered, no fonts of the system, pictures never decoded. pdf.js itself loads @napi-rs/canvas where
 * that is installed; nothing of it is used here, and without it the same is read.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
// Loaded here, it is the "worker" of this process: pdf.js looks for no file of its own then.
await import('pdfjs-dist/legacy/build/pdf.worker.mjs')

export const { OPS } = pdfjs

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Gives pdf.js the character maps of its own package (GBK-EUC-H, UniGB-UCS2-H) and nothing else. */
class CharacterMaps {
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (!/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`not read: ${filename}`)
    return new Uint8Array(await readFile(join(packageFolder, 'cmaps', filename)))
  }
}

export interface OpenPage {
  readonly page: PDFPageProxy
  /** Whether a layer of the file is shown. */
  readonly isShown: (layer: unknown) => boolean
}

/** Opens the file, hands over its pages one after another, and lets go of everything. */
export async function withPages(bytes: Buffer, use: (page: OpenPage) => Promise<void>): Promise<void> {
  const task = load(bytes)
  try {
    const document = await opened(task)
    if (document.numPages > limits.pdfPages) throw new Refused('tooComplex')
    const layers = await document.getOptionalContentConfig()
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      await use({ page, isShown: (layer) => layers.isVisible(layer) })
      page.cleanup()
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('brokenPdf')
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

const load = (bytes: Buffer): PDFDocumentLoadingTask =>
  pdfjs.getDocument({
    // A copy: pdf.js takes the buffer for its own.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    // A picture of any size is passed over before it is decoded.
    maxImageSize: 0,
    cMapPacked: true,
    BinaryDataFactory: CharacterMaps,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })

async function opened(task: PDFDocumentLoadingTask): Promise<PDFDocumentProxy> {
  try {
    return await task.promise
  } catch (error) {
    throw new Refused(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'brokenPdf')
  }
}

/** The drawing operators of a page, without the notes and stamps that lie over it. */
export async function operatorsOf({ page }: OpenPage): Promise<Operators> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE })
  return { codes: fnArray, operands: argsArray }
}

export interface Operators {
  readonly codes: readonly number[]
  readonly operands: readonly unknown[]
}
