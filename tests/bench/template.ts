/** The empty form that circulates, filled in by docxtemplater: what an office would do without this program. */
import { readFileSync } from 'node:fs'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { formOf, placesOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { formatFigure } from '../../shared/values.ts'

const places = placesOf(formOf('2021'))

/** The form with a tag in each of its 200 cells and in its three texts. */
function template(): Uint8Array {
  const zip = new PizZip(readFileSync('tests/fixtures/empty-form-2021.docx'))
  const keys = [...places.keys()]
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

/** Fills the form with the figures and texts of a report; what is to be measured is in the function it gives. */
export function fillingForm(report: Report): () => Uint8Array {
  const form = template()
  const data: Readonly<Record<string, string>> = {
    ...report.narrative,
    ...Object.fromEntries([...places.values()].map(({ key, kind }) => [key, formatFigure(kind, report.figures[key])])),
  }
  return () => {
    const filled = new Docxtemplater(new PizZip(form), {
      linebreaks: true,
      parser: (tag) => ({ get: (scope: Record<string, string>) => scope[tag] }),
    })
    filled.render(data)
    return filled.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
  }
}
