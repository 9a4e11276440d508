/** Spreadsheets as offices have them, drawn from the form: written by the package that reads them, or changed by LibreOffice. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BookType, type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { placeCells } from '../../shared/forms/grid.ts'
import type { Drawn } from './formFiles.ts'

/** What stands at a place: a text, a number, or a cell with its format or formula. */
export type Content = string | number | CellObject
export interface SheetDrawing {
  readonly name: string
  readonly rows: readonly (readonly (Content | null)[])[]
  readonly merges?: readonly (readonly [row: number, column: number, rowspan: number, colspan: number])[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly hidden?: boolean
}

/** Rows of a drawn table; a number where the text is one. */
export function tableRows(drawn: Drawn, asContent: (text: string) => Content = numeric): SheetDrawing {
  const placed = placeCells(drawn)
  const rows = drawn.map((): (Content | null)[] => [])
  for (const { row, column, cell } of placed) if (cell.text !== '') rows[row]![column] = asContent(cell.text)
  const merges = placed
    .filter(({ rowspan, colspan }) => rowspan > 1 || colspan > 1)
    .map(({ row, column, rowspan, colspan }) => [row, column, rowspan, colspan] as const)
  return { name: '', rows, merges }
}

export const numeric = (text: string): Content => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)

/** Drawings one below the other on one sheet. */
export function below(name: string, ...drawings: readonly (SheetDrawing | string | null)[]): SheetDrawing {
  const rows: (readonly (Content | null)[])[] = []
  const merges: (readonly [number, number, number, number])[] = []
  for (const drawing of drawings) {
    const at = rows.length
    if (drawing === null) rows.push([])
    else if (typeof drawing === 'string') {
      rows.push([drawing])
      merges.push([at, 0, 1, 10])
    } else {
      rows.push(...drawing.rows)
      merges.push(...(drawing.merges ?? []).map(([row, ...rest]) => [row + at, ...rest] as const))
    }
  }
  return { name, rows, merges }
}

function sheetOf({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetDrawing): WorkSheet {
  const sheet: WorkSheet = {}
  let columns = 1
  rows.forEach((line, row) => {
    line.forEach((content, column) => {
      if (content === null || content === undefined) return
      columns = Math.max(columns, column + 1)
      sheet[utils.encode_cell({ r: row, c: column })] = cellOf(content)
    })
  })
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: columns - 1 } })
  sheet['!merges'] = merges.map(([r, c, rowspan, colspan]) => ({
    s: { r, c },
    e: { r: r + rowspan - 1, c: c + colspan - 1 },
  }))
  sheet['!rows'] = Array.from({ length: rows.length }, (_, row) => ({ hidden: hiddenRows.includes(row) }))
  sheet['!cols'] = Array.from({ length: columns }, (_, column) => ({ hidden: hiddenColumns.includes(column) }))
  return sheet
}

function cellOf(content: Content): CellObject {
  if (typeof content === 'object') return { ...content }
  return typeof content === 'number' ? { t: 'n', v: content } : { t: 's', v: content }
}

/** A workbook as the bytes of a format. */
export function workbook(sheets: readonly SheetDrawing[], bookType: BookType = 'xlsx'): Buffer {
  const book = utils.book_new()
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name)
  book.Workbook = { Sheets: sheets.map(({ hidden = false }) => ({ Hidden: hidden ? 1 : 0 })) }
  return Buffer.from(write(book, { type: 'buffer', bookType, bookSST: true }) as Uint8Array)
}

/** Changes the XML of a sheet in an .xlsx. */
export function withSheetXml(file: Buffer, change: (xml: string) => string, part = 'xl/worksheets/sheet1.xml'): Buffer {
  const parts = unzipSync(file)
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!))) }))
}

/** Lets LibreOffice open a file and save it in another format. */
export function converted(folder: string, file: Buffer, to: 'xls' | 'xlsx'): Buffer {
  const out = join(folder, 'out')
  mkdirSync(out, { recursive: true })
  const source = join(folder, 'source.xlsx')
  writeFileSync(source, file)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  execFileSync('soffice', ['--headless', profile, '--convert-to', to, '--outdir', out, source], { stdio: 'ignore' })
  return readFileSync(join(out, `source.${to}`))
}
