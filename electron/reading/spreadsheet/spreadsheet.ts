/** Spreadsheets as paragraphs and tables: .xlsx, .xls of Excel 97–2003 and WPS, and XML Spreadsheet 2003. Values only. */
import { type ParsingOptions, read as readBook, type WorkBook } from '@e965/xlsx'
import { openCompound } from '../compound.ts'
import { Refused } from '../failure.ts'
import { limits } from '../limits.ts'
import { isHeading } from '../recognise/wordings.ts'
import type { DocumentKind } from '../sniff.ts'
import type { SourceBlock, SourceDocument } from '../source.ts'
import { parseXml } from '../xml.ts'
import { cutSheet } from './cut.ts'
import { isOwnCheckRow, readHead } from './headSheet.ts'
import { checkedPackage } from './package.ts'
import { valuesOnly } from './records.ts'
import { type VisibleSheet, visibleSheet } from './visible.ts'

/** Reads an .xlsx. Throws `Refused` for what is damaged, hostile or no spreadsheet. */
export async function readXlsx(file: Buffer): Promise<SourceDocument> {
  try {
    const { bytes, pictures, struck } = await checkedPackage(file)
    const document = documentOf('xlsx', workbookIn(bytes), struck)
    const notes = pictures > 0 ? [`文件中有${pictures}张图片，没有带入。`] : []
    return { ...document, notes: [...document.notes, ...notes] }
  } catch (error) {
    const code = error instanceof Refused ? error.failure.code : undefined
    if (code === 'brokenZip' || code === 'brokenXml') throw new Refused('brokenSheet')
    throw error
  }
}

/** Reads an .xls: a workbook stream in an old Office file, or XML under that name. */
export function readXls(file: Buffer): SourceDocument {
  if (!file.subarray(0, 4).equals(oldOffice)) {
    xmlChecked(file)
    return documentOf('xls', workbookIn(file))
  }
  const office = openCompound(file)
  const stream = office.read('Workbook') ?? office.read('Book')
  if (!stream || stream.length < 8) throw new Refused('brokenSheet')
  if (stream.length > limits.workbookBytes) throw new Refused('tooComplex')
  return documentOf('xls', workbookIn(valuesOnly(stream)))
}

/** The first bytes of an old Office file. */
const oldOffice = Buffer.from('d0cf11e0', 'hex')

function xmlChecked(file: Buffer): void {
  try {
    if (parseXml(file).name !== 'Workbook') throw new Refused('brokenSheet')
  } catch (error) {
    if (error instanceof Refused && error.failure.code === 'brokenXml') throw new Refused('brokenSheet')
    throw error
  }
}

/** Formats for telling dates, styles for telling what is hidden; formulas as text, which is never evaluated. */
const options: ParsingOptions = {
  type: 'buffer',
  cellFormula: true,
  cellHTML: false,
  cellNF: true,
  cellStyles: true,
  cellText: true,
  sheetStubs: true,
  bookVBA: false,
  bookFiles: false,
}

const noCells: ReadonlySet<string> = new Set()

function workbookIn(bytes: Buffer): WorkBook {
  try {
    return readBook(bytes, options)
  } catch (error) {
    const secret = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new Refused(secret ? 'encrypted' : 'brokenSheet')
  }
}

function documentOf(kind: DocumentKind, workbook: WorkBook, struck: ReadonlySet<string> = noCells): SourceDocument {
  const blocks: SourceBlock[] = []
  const notes: string[] = []
  let own = false
  let read = 0
  if (workbook.SheetNames.length > limits.sheets) throw new Refused('tooComplex')
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name]
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return
    const visible = visibleSheet(sheet, struck)
    const content = visible.cells.filter(({ text }) => text.trim() !== '').length
    if ((workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      if (content > 0) notes.push(`工作表“${name}”是隐藏的，没有读取。`)
      return
    }
    if (content > limits.sheetContent || read + content > limits.bookContent) {
      notes.push(`工作表“${name}”内容过多，不像年度报告的表，没有读取。`)
      return
    }
    read += content
    const head = readHead(visible.cells)
    own ||= head !== undefined
    notes.push(...(head?.notes ?? []), ...hiddenNotes(name, visible))
    blocks.push(...(head?.blocks ?? sheetBlocks(name, visible, own)))
  })
  return { kind, blocks, notes }
}

/** The blocks of a sheet; its name stands for the heading of a section that the sheet itself does not have. */
function sheetBlocks(name: string, { cells }: VisibleSheet, own: boolean): SourceBlock[] {
  const checks = new Set(own ? cells.filter(({ text }) => isOwnCheckRow(text)).map(({ row }) => row) : [])
  const blocks = cutSheet(cells.filter(({ row }) => !checks.has(row)))
  const headed = blocks.some((block) => block.type === 'paragraph' && isHeading(block.text))
  if (blocks.length === 0 || own || headed || !isHeading(name)) return blocks
  return [{ type: 'paragraph', text: name }, ...blocks]
}

function hiddenNotes(name: string, { hiddenRows, hiddenColumns }: VisibleSheet): string[] {
  const hidden = [
    ...(hiddenRows > 0 ? [`${hiddenRows}个隐藏的行`] : []),
    ...(hiddenColumns > 0 ? [`${hiddenColumns}个隐藏的列`] : []),
  ]
  return hidden.length === 0 ? [] : [`工作表“${name}”里有${hidden.join('和')}，没有读取。`]
}
