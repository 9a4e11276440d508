/** 国办公开办函〔2021〕30号: the form of the reports since 2021, and the only one this program writes. */
import { entry, type Form, type FormCell, type FormTable, label, type SumRule } from './form.ts'

/** One row of table three that takes figures. `group` is the label cell (with its rows counted) that begins here. */
interface ApplicationRow {
  readonly id: string
  readonly label: string
}

/** （三）to（六）: a name and the numbered outcomes below it; an outcome without a group fills both label columns. */
export interface OutcomeGroup {
  readonly label?: string
  readonly rows: readonly ApplicationRow[]
}

/** The applicants: the columns of table three, the last of which is the sum of the others. */
export const applicants = [
  { id: 'natural', label: '自然人' },
  { id: 'business', label: '商业企业' },
  { id: 'research', label: '科研机构' },
  { id: 'charity', label: '社会公益组织' },
  { id: 'legal', label: '法律服务机构' },
  { id: 'other', label: '其他' },
] as const

/** Other words for 总计 in reports. */
const totalAliases = ['合计', '总数']

const applicantColumns = [...applicants.map(({ id }) => id), 'total']

export const newReceived: ApplicationRow = { id: 'newReceived', label: '一、本年新收政府信息公开申请数量' }
export const carriedIn: ApplicationRow = { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量' }
const resultTotal: ApplicationRow = { id: 'resultTotal', label: '（七）总计' }
export const carriedOut: ApplicationRow = { id: 'carriedOut', label: '四、结转下年度继续办理' }

/** （一）to（五）, the same in both editions. */
export const commonOutcomes: readonly OutcomeGroup[] = [
  { rows: [{ id: 'disclosed', label: '（一）予以公开' }] },
  { rows: [{ id: 'partlyDisclosed', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' }] },
  {
    label: '（三）不予公开',
    rows: [
      { id: 'denied.stateSecret', label: '1.属于国家秘密' },
      { id: 'denied.prohibitedByLaw', label: '2.其他法律行政法规禁止公开' },
      { id: 'denied.publicSafety', label: '3.危及“三安全一稳定”' },
      { id: 'denied.thirdPartyRights', label: '4.保护第三方合法权益' },
      { id: 'denied.internalAffairs', label: '5.属于三类内部事务信息' },
      { id: 'denied.deliberative', label: '6.属于四类过程性信息' },
      { id: 'denied.enforcementFile', label: '7.属于行政执法案卷' },
      { id: 'denied.administrativeEnquiry', label: '8.属于行政查询事项' },
    ],
  },
  {
    label: '（四）无法提供',
    rows: [
      { id: 'unavailable.notHeld', label: '1.本机关不掌握相关政府信息' },
      { id: 'unavailable.needsCreation', label: '2.没有现成信息需要另行制作' },
      { id: 'unavailable.stillUnclear', label: '3.补正后申请内容仍不明确' },
    ],
  },
  {
    label: '（五）不予处理',
    rows: [
      { id: 'rejected.petition', label: '1.信访举报投诉类申请' },
      { id: 'rejected.repeated', label: '2.重复申请' },
      { id: 'rejected.publication', label: '3.要求提供公开出版物' },
      { id: 'rejected.excessive', label: '4.无正当理由大量反复申请' },
      { id: 'rejected.reconfirmation', label: '5.要求行政机关确认或重新出具已获取信息' },
    ],
  },
]

const otherwise: OutcomeGroup = {
  label: '（六）其他处理',
  rows: [
    {
      id: 'otherwise.notCorrected',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    },
    {
      id: 'otherwise.feeUnpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    },
    { id: 'otherwise.other', label: '3.其他' },
  ],
}

const applicationKey = (row: string, column: string) => `applications.${row}.${column}`

function applicationEntries(row: ApplicationRow): FormCell[] {
  return applicantColumns.map((column) =>
    entry(applicationKey(row.id, column), column === 'total' || row.id === resultTotal.id ? 'total' : 'count'),
  )
}

function outcomeRows(group: OutcomeGroup): FormCell[][] {
  return group.rows.map((row, index) => {
    if (!group.label) return [label(row.label, { colspan: 2 }), ...applicationEntries(row)]
    const first = index === 0 ? [label(group.label, { rowspan: group.rows.length })] : []
    return [...first, label(row.label), ...applicationEntries(row)]
  })
}

/** Table three with the given outcomes: 10 columns, three rows of headers, 一, 二, 三（一）…（七）, 四. */
export function applicationsTable(groups: readonly OutcomeGroup[]): FormTable {
  const results = [
    ...groups.flatMap(outcomeRows),
    [label(resultTotal.label, { colspan: 2, aliases: totalAliases }), ...applicationEntries(resultTotal)],
  ]
  const [firstResult = [], ...otherResults] = results
  const [natural, ...legalPersons] = applicants
  const whole = (row: ApplicationRow) => [label(row.label, { colspan: 3 }), ...applicationEntries(row)]
  return {
    id: 'applications',
    columns: 10,
    columnWidths: [754, 921, 3271, 685, 685, 685, 685, 685, 685, 685],
    headerRows: 3,
    rows: [
      [
        label('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', { colspan: 3, rowspan: 3 }),
        label('申请人情况', { colspan: applicantColumns.length }),
      ],
      [
        label(natural.label, { rowspan: 2 }),
        label('法人或其他组织', { colspan: legalPersons.length }),
        label('总计', { rowspan: 2, aliases: totalAliases }),
      ],
      legalPersons.map((applicant) => label(applicant.label, { aliases: applicant.id === 'other' ? ['其它'] : [] })),
      whole(newReceived),
      whole(carriedIn),
      [label('三、本年度办理结果', { rowspan: results.length }), ...firstResult],
      ...otherResults,
      whole(carriedOut),
    ],
  }
}

/** T3-A (each row) and T3-B (each column) for the given outcomes. */
export function applicationSums(groups: readonly OutcomeGroup[]): SumRule[] {
  const outcomes = groups.flatMap((group) => group.rows)
  const rows = [newReceived, carriedIn, ...outcomes, resultTotal, carriedOut].map(
    ({ id }): SumRule => ({
      rule: 'T3-A',
      total: applicationKey(id, 'total'),
      addends: applicants.map((applicant) => applicationKey(id, applicant.id)),
    }),
  )
  const columns = applicantColumns.map(
    (column): SumRule => ({
      rule: 'T3-B',
      total: applicationKey(resultTotal.id, column),
      addends: outcomes.map(({ id }) => applicationKey(id, column)),
    }),
  )
  return [...columns, ...rows]
}

/** T3-C: 第一项加第二项之和，等于第三项加第四项之和, in every column. */
export const applicationBalances: Form['balances'] = applicantColumns.map((column) => ({
  rule: 'T3-C',
  left: [applicationKey(newReceived.id, column), applicationKey(carriedIn.id, column)],
  right: [applicationKey(resultTotal.id, column), applicationKey(carriedOut.id, column)],
}))

/** X1: 上年结转 of each column is last year's 结转下年度 of that column. */
export const applicationCarries: Form['carries'] = applicantColumns.map((column) => ({
  into: applicationKey(carriedIn.id, column),
  from: applicationKey(carriedOut.id, column),
}))

const reviewResults = [
  { id: 'upheld', label: '结果维持', aliases: ['维持'] },
  { id: 'corrected', label: '结果纠正', aliases: ['纠正'] },
  { id: 'other', label: '其他结果', aliases: ['其它结果'] },
  { id: 'pending', label: '尚未审结', aliases: ['未审结'] },
]

const reviewColumns = [...reviewResults, { id: 'total', label: '总计', aliases: totalAliases }]

const reconsideration = { id: 'reconsideration', label: '行政复议' }
const litigation = [
  { id: 'directLitigation', label: '未经复议直接起诉' },
  { id: 'litigationAfterReconsideration', label: '复议后起诉' },
]
const reviewGroups = [reconsideration, ...litigation]
const reviewKey = (group: string, column: string) => `review.${group}.${column}`

const reviewLabel = ({ label: text, aliases }: (typeof reviewColumns)[number], rowspan: number) =>
  label(text, { rowspan, aliases })

/** Table four, the same in both editions: 15 columns, three rows of headers, one row of figures. */
export const reviewTable: FormTable = {
  id: 'review',
  columns: reviewGroups.length * reviewColumns.length,
  columnWidths: [649, 649, 649, 649, 649, 649, 649, 650, 650, 650, 650, 650, 650, 650, 650],
  headerRows: 3,
  rows: [
    [
      label(reconsideration.label, { colspan: reviewColumns.length }),
      label('行政诉讼', { colspan: litigation.length * reviewColumns.length }),
    ],
    [
      ...reviewColumns.map((column) => reviewLabel(column, 2)),
      ...litigation.map((group) => label(group.label, { colspan: reviewColumns.length })),
    ],
    litigation.flatMap(() => reviewColumns.map((column) => reviewLabel(column, 1))),
    reviewGroups.flatMap((group) =>
      reviewColumns.map((column) => entry(reviewKey(group.id, column.id), column.id === 'total' ? 'total' : 'count')),
    ),
  ],
}

/** T4-D: 总计 of each group is the sum of the four results before it. */
export const reviewSums: readonly SumRule[] = reviewGroups.map((group) => ({
  rule: 'T4-D',
  total: reviewKey(group.id, 'total'),
  addends: reviewResults.map((column) => reviewKey(group.id, column.id)),
}))

/** X3: what was 尚未审结 should be found again in next year's total of the group. */
export const reviewPendings: Form['pendings'] = reviewGroups.map((group) => ({
  pending: reviewKey(group.id, 'pending'),
  total: reviewKey(group.id, 'total'),
}))

const stockColumns = [
  { id: 'issued', label: '本年制发件数' },
  { id: 'repealed', label: '本年废止件数' },
  { id: 'inForce', label: '现行有效件数' },
] as const

const stockRows = [
  { id: 'rules', label: '规章', aliases: [] },
  { id: 'normativeDocuments', label: '行政规范性文件', aliases: ['规范性文件'] },
]

/** The name of the column of row names in table two. */
export const contentLabel = '信息内容'

const stockKey = (row: string, column: string) => `proactive.${row}.${column}`

const block = (article: string, header: string, rows: readonly FormCell[][]): FormCell[][] => [
  [label(article, { colspan: 4 })],
  [label(contentLabel), label(header, { colspan: 3 })],
  ...rows,
]

const decisions = (name: string, id: string) => [label(name), entry(`proactive.${id}.decisions`, 'count', 3)]

const proactiveTable: FormTable = {
  id: 'proactive',
  columns: 4,
  columnWidths: [2435, 2435, 2435, 2435],
  headerRows: 0,
  rows: [
    [label('第二十条第（一）项', { colspan: 4 })],
    [label(contentLabel), ...stockColumns.map((column) => label(column.label))],
    ...stockRows.map((row) => [
      label(row.label, { aliases: row.aliases }),
      ...stockColumns.map((column) => entry(stockKey(row.id, column.id))),
    ]),
    ...block('第二十条第（五）项', '本年处理决定数量', [decisions('行政许可', 'licensing')]),
    ...block('第二十条第（六）项', '本年处理决定数量', [
      decisions('行政处罚', 'penalties'),
      decisions('行政强制', 'coercion'),
    ]),
    ...block('第二十条第（八）项', '本年收费金额（单位：万元）', [
      [label('行政事业性收费'), entry('proactive.fees.amount', 'amount', 3)],
    ]),
  ],
}

const outcomes2021 = [...commonOutcomes, otherwise]

export const form2021: Form = {
  edition: '2021',
  document: '国办公开办函〔2021〕30号',
  sections: [
    { id: 'overview', heading: '一、总体情况', aliases: ['概述', '基本情况'] },
    { id: 'proactive', heading: '二、主动公开政府信息情况', aliases: [] },
    { id: 'applications', heading: '三、收到和处理政府信息公开申请情况', aliases: [] },
    {
      id: 'review',
      heading: '四、政府信息公开行政复议、行政诉讼情况',
      aliases: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    },
    {
      id: 'problems',
      heading: '五、存在的主要问题及改进情况',
      aliases: ['政府信息公开工作存在的主要问题及改进情况', '存在问题及改进情况', '存在的主要问题及整改措施'],
    },
    { id: 'other', heading: '六、其他需要报告的事项', aliases: [] },
  ],
  tables: [proactiveTable, applicationsTable(outcomes2021), reviewTable],
  sums: [...applicationSums(outcomes2021), ...reviewSums],
  balances: applicationBalances,
  carries: applicationCarries,
  stocks: stockRows.map((row) => ({
    inForce: stockKey(row.id, 'inForce'),
    issued: stockKey(row.id, 'issued'),
    repealed: stockKey(row.id, 'repealed'),
  })),
  pendings: reviewPendings,
  localLegislation: stockColumns.map((column) => stockKey('rules', column.id)),
}
