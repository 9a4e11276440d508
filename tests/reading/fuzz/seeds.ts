/** What is damaged: a whole report in each format, and how each format is damaged. */

import { formatDataFile } from '../../../shared/dataFile.ts'
import type { FileKind } from '../../../shared/reading.ts'
import { huaian } from '../../fixtures/samples.ts'
import { generators } from '../corpus/generators.ts'
import { corpusReport } from '../corpus/report.ts'
import { archived, asPage } from '../corpus/written.ts'
import { damagedBytes, damagedMarkup, damagedPlain, damagedZip, type Mutant } from './mutate.ts'
import type { Random } from './random.ts'

export interface Seed {
  readonly kind: FileKind
  readonly bytes: Buffer
  readonly damage: (random: Random) => Mutant
}

/** The maker of a format's file, by its name in the corpus. */
const makers: readonly (readonly [Exclude<FileKind, 'nianbao'>, string])[] = [
  ['docx', 'docx: content controls'],
  ['doc', 'doc: saved by LibreOffice'],
  ['html', 'html: page of a site'],
  ['mht', 'mht: saved by a browser'],
  ['xlsx', 'xlsx: saved by LibreOffice'],
  ['xls', 'xls: saved by LibreOffice'],
  ['pdf', 'pdf: saved by LibreOffice'],
  ['text', 'text: copied from a word processor'],
]

export const fuzzedKinds: readonly FileKind[] = [...makers.map(([kind]) => kind), 'nianbao']

/** Text of a Word file, and what decides whether text is shown at all. */
const wordText = /^<\/?w:(?:t|delText|ins|del|moveFrom|moveTo|r|vanish|strike|br|tab|p)\b/
/** Texts, values, and the cells and strings they stand in; a cell's address is where its text is. */
const sheetText = /^<\/?(?:v|t|f|c|row|si|r|is|phoneticPr|rPh)\b/

/** The official tables with nothing changed. */
const official = () => corpusReport({ name: 'the official tables' }, huaian().figures)

/** The file of a format with the way in which it is damaged. */
export async function seedOf(kind: FileKind): Promise<Seed> {
  if (kind === 'nianbao') {
    const bytes = Buffer.from(formatDataFile(huaian()))
    return { kind, bytes, damage: (random) => damagedPlain(bytes, random) }
  }
  const name = makers.find(([made]) => made === kind)?.[1]
  const generator = generators.find((candidate) => candidate.name === name)
  if (!generator) throw new Error(`nothing makes a ${kind} file`)
  const [bytes] = await generator.write([official()])
  if (!bytes) throw new Error(`${name} made no file`)
  return { kind, bytes, damage: (random) => damageOf(kind, bytes, random) }
}

/** What is no element, or ends a line of a text. */
const pageText = /^<(?:!--|\/?(?:style|script|br)\b)/i

/** The page of an archive damaged, within an archive that is whole. */
function inArchive(random: Random): Mutant {
  const mutant = damagedMarkup(asPage(official()), random, pageText)
  return { ...mutant, bytes: archived(mutant.bytes) }
}

function damageOf(kind: FileKind, bytes: Buffer, random: Random): Mutant {
  if (kind === 'docx') {
    const parts = [
      'word/document.xml',
      'word/styles.xml',
      'word/_rels/document.xml.rels',
      '[Content_Types].xml',
    ] as const
    return damagedZip(bytes, random, { parts, never: wordText })
  }
  if (kind === 'xlsx') {
    const parts = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'] as const
    return damagedZip(bytes, random, { parts, never: sheetText })
  }
  if (kind === 'html') return damagedMarkup(bytes, random, pageText)
  if (kind === 'mht' && random.below(3) > 0) return inArchive(random)
  if (kind === 'mht' || kind === 'text') return damagedPlain(bytes, random)
  return damagedBytes(bytes, random)
}
