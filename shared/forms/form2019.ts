/** 国办公开办函〔2019〕60号（试行）: the form of the reports of 2019 and 2020. Read, checked and carried forward, never written. */
import { entry, type Form, type FormCell, type FormTable, label } from './form.ts'
import {
  applicationBalances,
  applicationCarries,
  applicationSums,
  applicationsTable,
  commonOutcomes,
  contentLabel,
  form2021,
  type OutcomeGroup,
  reviewPendings,
  reviewSums,
  reviewTable,
} from './form2021.ts'

const otherwise: OutcomeGroup = { rows: [{ id: 'otherwise.all', label: '（六）其他处理' }] }

const made = [
  { id: 'made', label: '本年新制作数量', colspan: 1 },
  { id: 'opened', label: '本年新公开数量', colspan: 2 },
  { id: 'totalOpened', label: '对外公开总数量', colspan: 1 },
] as const

const key = (row: string, column: string) => `proactive.${row}.${column}`

const article = (text: string) => [label(text, { colspan: 5 })]

const madeRow = (name: string, id: string): FormCell[] => [
  label(name),
  ...made.map((column) => entry(key(id, column.id), 'count', column.colspan)),
]

const itemsHeader = [
  label(contentLabel),
  label('上一年项目数量'),
  label('本年增/减', { colspan: 2 }),
  label('处理决定数量'),
]

const itemsRow = (name: string, id: string): FormCell[] => [
  label(name),
  entry(key(id, 'itemsLastYear'), 'count', 2),
  entry(key(id, 'change'), 'change'),
  entry(key(id, 'decisions')),
]

const proactiveTable: FormTable = {
  id: 'proactive',
  columns: 5,
  columnWidths: null,
  headerRows: 0,
  rows: [
    article('第二十条第（一）项'),
    [label(contentLabel), ...made.map((column) => label(column.label, { colspan: column.colspan }))],
    madeRow('规章', 'rules'),
    madeRow('规范性文件', 'normativeDocuments'),
    article('第二十条第（五）项'),
    itemsHeader,
    itemsRow('行政许可', 'licensing'),
    itemsRow('其他对外管理服务事项', 'otherServices'),
    article('第二十条第（六）项'),
    itemsHeader,
    itemsRow('行政处罚', 'penalties'),
    itemsRow('行政强制', 'coercion'),
    article('第二十条第（八）项'),
    [label(contentLabel), label('上一年项目数量', { colspan: 2 }), label('本年增/减', { colspan: 2 })],
    [
      label('行政事业性收费'),
      entry(key('fees', 'itemsLastYear'), 'count', 2),
      entry(key('fees', 'change'), 'change', 2),
    ],
    article('第二十条第（九）项'),
    [label(contentLabel), label('采购项目数量', { colspan: 2 }), label('采购总金额', { colspan: 2 })],
    [
      label('政府集中采购'),
      entry(key('procurement', 'items'), 'count', 2),
      entry(key('procurement', 'amount'), 'amount', 2),
    ],
  ],
}

const outcomes2019 = [...commonOutcomes, otherwise]

export const form2019: Form = {
  edition: '2019',
  document: '国办公开办函〔2019〕60号',
  sections: form2021.sections,
  tables: [proactiveTable, applicationsTable(outcomes2019), reviewTable],
  sums: [...applicationSums(outcomes2019), ...reviewSums],
  balances: applicationBalances,
  carries: applicationCarries,
  stocks: [],
  pendings: reviewPendings,
  unpaidFees: [],
  localLegislation: made.map((column) => key('rules', column.id)),
}
