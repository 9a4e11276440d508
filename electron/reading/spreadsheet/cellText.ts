/** The text of a cell of a spreadsheet. A number counts as it is stored, however it is shown; a formula is never evaluated. */
import { type CellObject, SSF } from '@e965/xlsx'

export interface CellText {
  readonly text: string
  readonly doubt?: string
}

/** Gives what stands in a cell; where the format leaves it unsure, why. */
export function textOfCell(cell: CellObject): CellText {
  if (cell.t === 's') return textOfString(cell)
  if (cell.t === 'n' && typeof cell.v === 'number') return textOfNumber(cell, cell.v)
  if (cell.t === 'e') return { text: cell.w ?? '#', doubt: '这一格在文件中显示为错误' }
  if (cell.t === 'b') return { text: cell.v === true ? 'TRUE' : 'FALSE', doubt: '这一格是“真”或“假”，不是数字' }
  if (cell.t === 'd') return { text: cell.w ?? '', doubt: '这一格是日期格式' }
  if (cell.f !== undefined) return { text: '', doubt: '这一格是公式，文件里没有存它的结果' }
  return { text: '' }
}

/** Parts of a text may be struck out or raised: 1288 with a struck 9 behind it is not the number 12889. */
function textOfString({ v, r }: CellObject): CellText {
  const text = typeof v === 'string' ? v.replace(/\r\n?/g, '\n') : ''
  const marked = typeof r === 'string' && /<(?:\w+:)?(?:strike|dstrike|vertAlign|S|Sup|Sub)\b/.test(r)
  return marked && /\d/.test(text) ? { text, doubt: '这一格里有带删除线或上下标的文字' } : { text }
}

function textOfNumber({ w, z }: CellObject, value: number): CellText {
  const stored = plainNumber(value)
  const shown = (w ?? '').trim()
  if (w === undefined || shown === stored) return { text: stored }
  const format = typeof z === 'string' ? z : ''
  if (SSF.is_date(format)) return { text: shown, doubt: '这一格是日期或时间格式' }
  if (format.includes('%') || shown.includes('%')) return { text: shown, doubt: '这一格是百分比格式' }
  if (shown === '') return { text: stored, doubt: `这一格存的是${stored}，按它的格式不显示` }
  if (showsNumber(shown, value)) return { text: stored }
  return { text: shown, doubt: `这一格显示为“${shown}”，存的是${stored}` }
}

/** Fifteen digits are what a spreadsheet holds: 4068.2080000000001 was entered as 4068.208. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(15)) + 0)

/** Whether what is shown is the number itself, be it rounded, grouped or followed by 件. */
function showsNumber(shown: string, value: number): boolean {
  const numbers =
    shown
      .normalize('NFKC')
      .replace(/[,\s]/g, '')
      .match(/\d+(?:\.\d+)?/g) ?? []
  const [number] = numbers
  if (number === undefined || numbers.length > 1) return false
  const decimals = number.split('.')[1]?.length ?? 0
  const off = Math.abs(Math.abs(value) - Number(number))
  return off <= 0.5 * 10 ** -decimals + Math.abs(value) * 1e-12
}
