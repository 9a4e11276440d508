/** TYPE: what may not stand in a cell; EMPTY: what does not stand in one; L1: what this unit cannot have. SPEC 3.2. */
import type { CellKey, CellKind, Form } from '../forms/form.ts'
import { type CellPlace, cellName, columnName, placesOf, quoted, rowName } from '../forms/lookup.ts'
import type { Report } from '../report.ts'
import { amountDecimals, formatFigure, isValidFigure, parseAmount, unitValue } from '../values.ts'
import { type CheckContext, comparison, type Finding, remark } from './finding.ts'

/** Counts are integers and not negative; amounts are not negative and have at most six decimals. */
export function checkTypes(report: Report, { form }: CheckContext): Finding[] {
  return [...placesOf(form).values()].flatMap(({ key, kind }) => {
    const value = report.figures[key]
    if (typeof value === 'number') {
      if (!isValidFigure(kind, value)) return [wrongValue(form, key, kind, unitValue(kind, value))]
      return kind !== 'total' && isHuge(kind, value) ? [hugeValue(form, key, kind, value)] : []
    }
    const mark = report.marks[key]
    return mark !== undefined && kind === 'amount' && hasTooManyDecimals(mark) ? [tooPrecise(form, key, mark)] : []
  })
}

function wrongValue(form: Form, key: CellKey, kind: CellKind, value: number): Finding {
  const allowed = kind === 'amount' ? '不小于0的金额' : kind === 'change' ? '整数' : '不小于0的整数'
  return {
    rule: 'TYPE',
    severity: 'error',
    cells: [key],
    left: value,
    right: null,
    difference: null,
    message: `${cellName(form, key)}填的是${value}，这里只能填${allowed}。`,
    advice: '请核对原始数据后改正。',
  }
}

/** The largest count met in a published report has eight digits (11398889, of a whole province), fees 96171.6 万元. */
const isHuge = (kind: CellKind, value: number): boolean =>
  Math.abs(unitValue(kind, value)) >= (kind === 'amount' ? 10_000_000 : 100_000_000)

const hugeValue = (form: Form, key: CellKey, kind: CellKind, value: number): Finding => ({
  rule: 'TYPE',
  severity: 'warning',
  cells: [key],
  left: unitValue(kind, value),
  right: null,
  difference: null,
  message: `${cellName(form, key)}填的是${formatFigure(kind, value)}${kind === 'amount' ? '万元' : ''}，这个数字大得少见。`,
  advice: kind === 'amount' ? '请核对是否把元当作万元填写。' : '请核对是否多输了数字。',
})

function hasTooManyDecimals(mark: string): boolean {
  const number = /-?\d+(?:\.\d+)?/.exec(mark.normalize('NFKC').replaceAll(',', ''))?.[0]
  return (
    number !== undefined &&
    (number.split('.')[1] ?? '').length > amountDecimals &&
    typeof parseAmount(number) !== 'number'
  )
}

const tooPrecise = (form: Form, key: CellKey, mark: string): Finding =>
  remark(
    'TYPE',
    'error',
    [key],
    [`${cellName(form, key)}的“${mark}”超过六位小数，没有采用。`, '请按万元填写，最多六位小数（精确到分）。'],
  )

/** Blank is not 0. One finding a row, with the cells that are blank. A total is only blank where a file printed it so. */
export function checkEmpty(report: Report, { form }: CheckContext): Finding[] {
  const rows = new Map<string, CellPlace[]>()
  for (const place of placesOf(form).values()) {
    const value = report.figures[place.key]
    if (typeof value === 'number' || (place.kind === 'total' && value === undefined)) continue
    const row = `${place.table}/${place.row}`
    rows.set(row, [...(rows.get(row) ?? []), place])
  }
  return [...rows.values()].map((places) => emptyRow(form, report, places))
}

function emptyRow(form: Form, report: Report, places: readonly CellPlace[]): Finding {
  const [first] = places
  const marks = [...new Set(places.flatMap(({ key }) => report.marks[key] ?? []))]
  const columns = places.map(columnName)
  const names = columns.length > 4 ? `${columns.slice(0, 3).join('、')}等` : columns.join('、')
  const written = marks.length > 0 ? `（写的是${marks.map((mark) => `“${mark}”`).join('、')}，不等于0）` : ''
  return remark(
    'EMPTY',
    'warning',
    places.map(({ key }) => key),
    [
      `${quoted(first ? rowName(form, first) : '')}有${places.length}格没有数字：${names}${written}。`,
      '请核实后填写；确实没有的，填0。',
    ],
  )
}

/** 规章: only 设区的市、自治州 and above may make them (立法法第九十三条), so a county or a township has none. */
export function checkLocalLegislation(report: Report, { form }: CheckContext): Finding[] {
  const { level, name } = report.unit
  if (level !== 'county' && level !== 'township') return []
  return form.localLegislation.flatMap((key) => {
    const value = report.figures[key]
    if (typeof value !== 'number' || value === 0) return []
    return [
      comparison(
        'L1',
        'error',
        [key],
        [value, 0],
        [
          `${cellName(form, key)}填的是${value}，但${name}是${level === 'county' ? '县级' : '乡级'}单位，没有规章制定权。`,
          '请核对是否把行政规范性文件填到了规章一行；确有依据的，写明理由。',
        ],
      ),
    ]
  })
}
