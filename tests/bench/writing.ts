/** Exporting a report, against the package `docx` alone and against docxtemplater filling the form that circulates. */
import { Packer } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { drawDocument } from '../../electron/word/packDocument.ts'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { documentOf } from '../../shared/document/document.ts'
import type { Report } from '../../shared/report.ts'
import { signed, twentyPages } from '../word/reports.ts'
import { compared, type Line, limited, runProgram, sideBySide } from './measure.ts'
import { fillingForm } from './template.ts'

/** In pairs: with three in a row, one would always clear up the garbage of the same other. */
async function beside(report: Report, run: () => unknown): Promise<[number, number]> {
  const ours = { name: 'ours', run: () => writeDocx(report) }
  const times = await sideBySide([ours, { name: 'theirs', run }], 60, 15)
  return [times.get('ours') ?? 0, times.get('theirs') ?? 0]
}

async function exporting(name: string, report: Report): Promise<Line[]> {
  const model = documentOf(report)
  const alone = await beside(report, () => Packer.toBuffer(drawDocument(model)))
  const filled = await beside(report, fillingForm(report))
  return [
    compared(`export ${name}`, alone, '`docx` alone, the same document', 1.2),
    compared(`export ${name}`, filled, 'docxtemplater filling the WPS form', 1.3),
  ]
}

/** Where the time of an export goes, and what fflate would need for the same parts: one line. */
async function shares(name: string, report: Report): Promise<string> {
  const written = await writeDocx(report)
  if (!written.ok) throw new Error(written.message)
  const parts = unzipSync(written.bytes)
  const model = documentOf(report)
  const steps = {
    whole: () => writeDocx(report),
    blocks: () => documentOf(report),
    'drawing with `docx`': () => drawDocument(model),
    'drawing, XML and zip': () => Packer.pack(drawDocument(model), 'uint8array'),
    'fflate zipping the same parts': () => zipSync(parts),
  }
  const times = await sideBySide(
    Object.entries(steps).map(([step, run]) => ({ name: step, run })),
    40,
    10,
  )
  const listed = [...times].map(([step, time]) => `${step} ${time.toFixed(1)} ms`)
  return `${name}: ${listed.join(', ')}`
}

/** Milliseconds of the second and of the last hundred; the heap after each hundred and the most memory held, in MB. */
interface InARow {
  readonly early: number
  readonly late: number
  readonly measured: readonly number[]
  readonly resident: number
}

/** 500 exports in a row in a fresh process: what is left of 400 of them, and the time of one. */
function inARow(): Line[] {
  const output = runProgram(['--expose-gc', 'tests/bench/manyExports.ts'])
  const { early, late, measured, resident }: InARow = JSON.parse(output)
  console.log(
    `500 exports: heap after 100, 200 … ${measured.map((heap) => heap.toFixed(1)).join(', ')} MB, at most ${resident.toFixed(0)} MB resident`,
  )
  return [
    limited('memory that 400 exports leave behind', Math.max(0, (measured.at(-1) ?? 0) - (measured[0] ?? 0)), 2, 'MB'),
    compared('a report, the last 100 of 500', [late, early], 'the second 100', 1.2),
  ]
}

export async function benchWriting(): Promise<Line[]> {
  const [typical, long] = [signed(), twentyPages()]
  const lines = [...(await exporting('a report', typical)), ...(await exporting('20 pages', long))]
  console.log(await shares('a report', typical))
  console.log(await shares('20 pages', long))
  return [...lines, ...inARow()]
}
