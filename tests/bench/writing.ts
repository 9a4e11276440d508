/** Exporting a report, against the package `docx` alone and against docxtemplater filling the form that circulates. */
import { readFileSync } from 'node:fs'
import { Packer } from 'docx'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { drawDocument } from '../../electron/word/packDocument.ts'
import { writeDocx } from '../../electron/word/writeDocx.ts'
import { documentOf } from '../../shared/document/document.ts'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import { formatFigure } from '../../shared/values.ts'
import { huaian } from '../fixtures/samples.ts'
import { compared, type Line, sideBySide } from './measure.ts'

/** The empty WPS form with a tag in each of its 200 cells and in its three texts. */
function template(): Uint8Array {
  const zip = new PizZip(readFileSync('tests/fixtures/empty-form-2021.docx'))
  const keys = [...placesOf(formOf('2021')).keys()]
  let next = 0
  const cells = zip
    .file('word/document.xml')
    ?.asText()
    .replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
      const text = [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
        .map((match) => match[1])
        .join('')
        .trim()
      if (text !== '' || /<w:vMerge(?: w:val="continue")?\/>/.test(cell)) return cell
      return cell.replace('</w:p>', `<w:r><w:t>{${keys[next++]}}</w:t></w:r></w:p>`)
    })
  if (next !== keys.length || cells === undefined) throw new Error(`the form has ${next} empty cells`)
  const texts = ['overview', 'problems', 'other'].reduce(
    (xml, id) => xml.replace(/（文字描述[^<]*）/, `{${id}}`),
    cells,
  )
  zip.file('word/document.xml', texts)
  return zip.generate({ type: 'uint8array' })
}

export async function benchWriting(): Promise<Line[]> {
  const report = huaian()
  const model = documentOf(report)
  const form = template()
  const places = placesOf(formOf('2021'))
  const data = {
    ...report.narrative,
    ...Object.fromEntries([...places.values()].map(({ key, kind }) => [key, formatFigure(kind, report.figures[key])])),
  }
  const fill = () => {
    const filled = new Docxtemplater(new PizZip(form), {
      linebreaks: true,
      parser: (tag) => ({ get: (scope: Record<string, string>) => scope[tag] }),
    })
    filled.render(data)
    return filled.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
  }
  const ours = { name: 'ours', run: () => writeDocx(report) }
  // In pairs: with three in a row, one would always clear up the garbage of the same other.
  const beside = async (run: () => unknown): Promise<[number, number]> => {
    const times = await sideBySide([ours, { name: 'theirs', run }], 60, 15)
    return [times.get('ours') ?? 0, times.get('theirs') ?? 0]
  }
  const alone = await beside(() => Packer.toBuffer(drawDocument(model)))
  const filled = await beside(fill)
  return [
    compared('export a report', alone, '`docx` alone, the same document', 1.2),
    compared('export a report', filled, 'docxtemplater filling the WPS form', 1.5),
  ]
}
