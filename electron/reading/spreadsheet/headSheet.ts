/** The first sheet of a spreadsheet that this program wrote: whose report it is, of what year, under what title. */
import { dayOf } from '../recognise/dates.ts'
import { isUnitLine, unitOfTitle } from '../recognise/title.ts'
import type { SourceParagraph } from '../source.ts'
import type { VisibleCell } from './visible.ts'

export interface Head {
  readonly blocks: readonly SourceParagraph[]
  readonly notes: readonly string[]
}

const names = ['单位', '年度', '标题', '格式', '署名', '成文日期'] as const

/** Its lines as the title and what stands below one; undefined for any other sheet. */
export function readHead(cells: readonly VisibleCell[]): Head | undefined {
  const lines = [...Map.groupBy(cells, ({ row }) => row).values()].map((line) => line.map(({ text }) => text.trim()))
  if (lines.length < names.length || !names.every((name, row) => lines[row]?.[0] === name)) return undefined
  const cellBeside = (name: (typeof names)[number]) => lines[names.indexOf(name)]?.[1] ?? ''
  const [unit, year, title, signature, date] = [
    cellBeside('单位'),
    cellBeside('年度'),
    cellBeside('标题') || `${cellBeside('单位')}${cellBeside('年度')}年政府信息公开工作年度报告`,
    cellBeside('署名'),
    cellBeside('成文日期'),
  ]
  const named = unitOfTitle(title)
  return {
    blocks: [
      title,
      ...(title.includes(year) ? [] : [`（${year}年度）`]),
      ...(isUnitLine(signature) ? [signature] : []),
      ...(dayOf(date) === null ? [] : [date]),
    ].map((text) => ({ type: 'paragraph', text }) as const),
    notes: named === unit || unit === '' ? [] : [`表里写的单位是“${unit}”，标题里写的是“${named}”，请核对。`],
  }
}

/** A row of sums below table three of such a file, which is no part of the form. */
export const isOwnCheckRow = (text: string): boolean => text.startsWith('勾稽关系核对')
