/** 国办公开办函〔2021〕30号: the form of the reports since 2021, and the only one this program writes. */
import { entry, type Form, type FormCell, type FormTable, label, type SumRule } from './form.ts'

/** One row of table three that takes figures. `group` is the label cell (with its rows counted) that begins here. */
interface ApplicationRow {
  readonly id: string
  readonly label: string
  /** What texts say for it. */
  readonly spoken?: readonly string[]
  readonly help?: string
}

/** （三）to（六）: a name and the numbered outcomes below it; an outcome without a group fills both label columns. */
export interface OutcomeGroup {
  readonly label?: string
  readonly help?: string
  readonly rows: readonly ApplicationRow[]
}

/** The applicants: the columns of table three, the last of which is the sum of the others. */
export const applicants = [
  {
    id: 'natural',
    label: '自然人',
    spoken: ['公民个人', '公民'],
    help: '申请人是公民个人的。每件申请按申请人只计入一列。',
  },
  { id: 'business', label: '商业企业', help: '申请人是企业的。' },
  { id: 'research', label: '科研机构', help: '申请人是科学研究机构的。' },
  { id: 'charity', label: '社会公益组织', help: '申请人是社会公益组织的。' },
  { id: 'legal', label: '法律服务机构', help: '申请人是律师事务所等法律服务机构的。' },
  { id: 'other', label: '其他', help: '申请人是法人或其他组织，但不属于前四类的。' },
] as const

const applicantTotalHelp = '自然人和五类法人或其他组织之和，自动算出。'

/** Other words for 总计 in reports. */
const totalAliases = ['合计', '总数']

const applicantColumns = [...applicants.map(({ id }) => id), 'total']

export const newReceived: ApplicationRow = {
  id: 'newReceived',
  label: '一、本年新收政府信息公开申请数量',
  help: '本年1月1日至12月31日收到的申请。收到之日按第三十一条：当面提交的为提交之日，需签收的邮寄为签收之日，平常信函、互联网和传真提交的为双方确认之日。',
}
export const carriedIn: ApplicationRow = {
  id: 'carriedIn',
  label: '二、上年结转政府信息公开申请数量',
  help: '上年没有办结、转到本年继续办理的申请，应等于上年报告的“结转下年度继续办理”。',
}
const resultTotal: ApplicationRow = {
  id: 'resultTotal',
  label: '（七）总计',
  help: '以上各项办理结果之和，自动算出。每件申请只计一种结果。',
}
export const carriedOut: ApplicationRow = {
  id: 'carriedOut',
  label: '四、结转下年度继续办理',
  help: '到本年12月31日还没有办结的申请；一加二等于三（七）加四。',
}

/** （一）to（五）, the same in both editions. */
export const commonOutcomes: readonly OutcomeGroup[] = [
  {
    rows: [
      {
        id: 'disclosed',
        label: '（一）予以公开',
        spoken: ['已予公开', '同意公开'],
        help: '可以公开并已提供的（第三十六条第二项），和已经主动公开、告知获取方式的（第三十六条第一项）。',
      },
    ],
  },
  {
    rows: [
      {
        id: 'partlyDisclosed',
        label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
        spoken: ['部分予以公开', '予以部分公开', '区分处理', '作区分处理'],
        help: '作区分处理、只公开一部分的（第三十七条），只计在这里。',
      },
    ],
  },
  {
    label: '（三）不予公开',
    help: '决定不予公开并说明理由的（第三十六条第三项），按理由分八种。',
    rows: [
      { id: 'denied.stateSecret', label: '1.属于国家秘密', help: '依法确定为国家秘密的（第十四条）。' },
      {
        id: 'denied.prohibitedByLaw',
        label: '2.其他法律行政法规禁止公开',
        spoken: ['法律、行政法规禁止公开', '法律法规禁止公开'],
        help: '法律、行政法规禁止公开的（第十四条）。',
      },
      {
        id: 'denied.publicSafety',
        label: '3.危及“三安全一稳定”',
        spoken: ['三安全一稳定'],
        help: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的（第十四条）。',
      },
      {
        id: 'denied.thirdPartyRights',
        label: '4.保护第三方合法权益',
        spoken: ['第三方合法权益'],
        help: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益的（第十五条、第三十二条）。',
      },
      {
        id: 'denied.internalAffairs',
        label: '5.属于三类内部事务信息',
        spoken: ['内部事务信息', '属于内部事务信息', '三类内部事务'],
        help: '人事管理、后勤管理、内部工作流程三类信息（第十六条第一款）。',
      },
      {
        id: 'denied.deliberative',
        label: '6.属于四类过程性信息',
        spoken: ['过程性信息', '属于过程性信息'],
        help: '讨论记录、过程稿、磋商信函、请示报告四类信息（第十六条第二款）。',
      },
      {
        id: 'denied.enforcementFile',
        label: '7.属于行政执法案卷',
        spoken: ['行政执法案卷信息'],
        help: '行政执法案卷信息（第十六条第二款）。',
      },
      {
        id: 'denied.administrativeEnquiry',
        label: '8.属于行政查询事项',
        help: '工商、不动产登记资料等，依照有关法律、行政法规查询的（第三十六条第七项）。',
      },
    ],
  },
  {
    label: '（四）无法提供',
    help: '本机关没有、需要另行制作或者申请内容不明确，因而无法提供的，分三种。',
    rows: [
      {
        id: 'unavailable.notHeld',
        label: '1.本机关不掌握相关政府信息',
        spoken: ['不掌握相关政府信息', '本机关不掌握', '不掌握相关信息', '本单位不掌握相关政府信息'],
        help: '不属于本机关负责公开的（第三十六条第五项）等。经检索没有的（第三十六条第四项）是否计在这里，请按本地填报要求。',
      },
      {
        id: 'unavailable.needsCreation',
        label: '2.没有现成信息需要另行制作',
        spoken: ['没有现成信息', '需要另行制作', '需另行制作', '没有现成信息，需要另行制作'],
        help: '需要加工、分析才能形成的（第三十八条）。',
      },
      {
        id: 'unavailable.stillUnclear',
        label: '3.补正后申请内容仍不明确',
        spoken: ['补正后仍不明确', '补正后内容仍不明确'],
        help: '补正后仍不明确、无法提供的（第三十条）。',
      },
    ],
  },
  {
    label: '（五）不予处理',
    help: '不作为政府信息公开申请处理的、不予处理或者不予重复处理的，分五种。',
    rows: [
      {
        id: 'rejected.petition',
        label: '1.信访举报投诉类申请',
        spoken: [
          '信访、举报、投诉类申请',
          '信访举报投诉类',
          '信访、举报、投诉类',
          '信访举报投诉',
          '信访投诉举报类',
          '信访、投诉、举报类',
          '信访投诉举报类申请',
          '信访、投诉、举报类申请',
        ],
        help: '以申请的形式进行信访、投诉、举报的（第三十九条第一款）。',
      },
      {
        id: 'rejected.repeated',
        label: '2.重复申请',
        help: '已作出答复、同一申请人重复申请同一信息的（第三十六条第六项）。',
      },
      {
        id: 'rejected.publication',
        label: '3.要求提供公开出版物',
        spoken: ['公开出版物'],
        help: '要求提供政府公报、报刊、书籍等公开出版物的（第三十九条第二款）。',
      },
      {
        id: 'rejected.excessive',
        label: '4.无正当理由大量反复申请',
        spoken: ['大量反复申请'],
        help: '申请的数量、频次明显超过合理范围、理由不合理的（第三十五条）。',
      },
      {
        id: 'rejected.reconfirmation',
        label: '5.要求行政机关确认或重新出具已获取信息',
        spoken: ['确认或重新出具已获取信息', '要求确认或重新出具已获取信息'],
        help: '要求确认或重新出具已经获取的信息的。',
      },
    ],
  },
]

const feeUnpaid: ApplicationRow = {
  id: 'otherwise.feeUnpaid',
  label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  spoken: ['申请人逾期未按收费通知要求缴纳费用', '逾期未按收费通知要求缴纳费用', '逾期未缴费', '逾期未缴纳费用'],
  help: '收取信息处理费的通知发出后逾期不缴费的（第四十二条和《政府信息公开信息处理费管理办法》）。',
}
const otherwise: OutcomeGroup = {
  label: '（六）其他处理',
  help: '不属于以上五类的办理结果，分三种。',
  rows: [
    {
      id: 'otherwise.notCorrected',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      spoken: ['申请人无正当理由逾期不补正', '无正当理由逾期不补正', '逾期不补正', '申请人逾期不补正', '逾期未补正'],
      help: '告知补正后无正当理由逾期不补正的，视为放弃申请（第三十条）。',
    },
    feeUnpaid,
    { id: 'otherwise.other', label: '3.其他', help: '以上都不是的，如申请人主动撤回。' },
  ],
}

const resultsHelp = '本年办结的申请；每件只计一种结果。'

const applicationKey = (row: string, column: string) => `applications.${row}.${column}`

function applicationEntries(row: ApplicationRow): FormCell[] {
  return applicantColumns.map((column) =>
    entry(applicationKey(row.id, column), column === 'total' || row.id === resultTotal.id ? 'total' : 'count'),
  )
}

function outcomeRows(group: OutcomeGroup): FormCell[][] {
  return group.rows.map((row, index) => {
    if (!group.label)
      return [label(row.label, { colspan: 2, spoken: row.spoken, help: row.help }), ...applicationEntries(row)]
    const first = index === 0 ? [label(group.label, { rowspan: group.rows.length, help: group.help })] : []
    return [...first, label(row.label, { spoken: row.spoken, help: row.help }), ...applicationEntries(row)]
  })
}

/** Table three with the given outcomes: 10 columns, three rows of headers, 一, 二, 三（一）…（七）, 四. */
export function applicationsTable(groups: readonly OutcomeGroup[]): FormTable {
  const results = [
    ...groups.flatMap(outcomeRows),
    [
      label(resultTotal.label, { colspan: 2, aliases: totalAliases, help: resultTotal.help }),
      ...applicationEntries(resultTotal),
    ],
  ]
  const [firstResult = [], ...otherResults] = results
  const [natural, ...legalPersons] = applicants
  const whole = (row: ApplicationRow) => [label(row.label, { colspan: 3, help: row.help }), ...applicationEntries(row)]
  return {
    id: 'applications',
    columns: 10,
    columnWidths: [754, 921, 3271, 685, 685, 685, 685, 685, 685, 685],
    headerRows: 3,
    rows: [
      [
        label('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', { colspan: 3, rowspan: 3 }),
        label('申请人情况', { colspan: applicantColumns.length, help: '每件申请按申请人计入一列。' }),
      ],
      [
        label(natural.label, { rowspan: 2, spoken: natural.spoken, help: natural.help }),
        label('法人或其他组织', {
          spoken: ['法人和其他组织', '法人及其他组织', '法人或者其他组织', '法人、其他组织', '法人'],
          colspan: legalPersons.length,
          help: '申请人不是公民个人的，分五种。',
        }),
        label('总计', { rowspan: 2, aliases: totalAliases, help: applicantTotalHelp }),
      ],
      legalPersons.map(({ id, label: text, help }) => label(text, { aliases: id === 'other' ? ['其它'] : [], help })),
      whole(newReceived),
      whole(carriedIn),
      [label('三、本年度办理结果', { rowspan: results.length, help: resultsHelp }), ...firstResult],
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
  {
    id: 'upheld',
    label: '结果维持',
    spoken: ['维持原行政行为', '维持原具体行政行为'],
    aliases: ['维持'],
    help: '复议或者诉讼已审结，结果是维持的件数。',
  },
  {
    id: 'corrected',
    label: '结果纠正',
    spoken: ['被纠正', '予以纠正'],
    aliases: ['纠正'],
    help: '复议或者诉讼已审结，结果是纠正的件数。',
  },
  {
    id: 'other',
    label: '其他结果',
    spoken: [],
    aliases: ['其它结果'],
    help: '已审结，但结果既不是维持也不是纠正的件数。',
  },
  {
    id: 'pending',
    label: '尚未审结',
    spoken: ['仍未审结', '正在审理', '尚在审理', '正在审理中', '尚在审理中'],
    aliases: ['未审结'],
    help: '到本年12月31日还没有审结的件数。',
  },
]

const reviewColumns = [
  ...reviewResults,
  { id: 'total', label: '总计', spoken: [], aliases: totalAliases, help: '前四种结果之和，自动算出。' },
]

const reconsideration = {
  id: 'reconsideration',
  label: '行政复议',
  spoken: ['复议'],
  help: '因政府信息公开工作被申请行政复议的案件。是否包含上年没有审结的案件，请按本地填报要求。',
}
const litigation = [
  {
    id: 'directLitigation',
    label: '未经复议直接起诉',
    spoken: [
      '未经复议直接提起诉讼',
      '未经复议直接提起行政诉讼',
      '未经行政复议直接起诉',
      '未经行政复议直接提起行政诉讼',
      '未经复议直接诉讼',
      '未经行政复议直接诉讼',
      '直接诉讼',
      '直接起诉',
      '直接提起诉讼',
      '直接提起行政诉讼',
    ],
    help: '没有申请行政复议、直接向人民法院起诉的。',
  },
  {
    id: 'litigationAfterReconsideration',
    label: '复议后起诉',
    spoken: [
      '复议后诉讼',
      '经复议后诉讼',
      '行政复议后诉讼',
      '复议后提起诉讼',
      '复议后提起行政诉讼',
      '经复议后起诉',
      '经行政复议后起诉',
      '行政复议后起诉',
      '行政复议后提起诉讼',
      '行政复议后提起行政诉讼',
      '经复议后提起行政诉讼',
    ],
    help: '先申请行政复议、之后又起诉的。',
  },
]
const litigationHelp = '因政府信息公开工作被提起行政诉讼的案件（第五十条第三项），分两组填写，没有两组相加的总计。'
const reviewGroups = [reconsideration, ...litigation]
const reviewKey = (group: string, column: string) => `review.${group}.${column}`

const reviewLabel = ({ label: text, aliases, spoken, help }: (typeof reviewColumns)[number], rowspan: number) =>
  label(text, { rowspan, aliases, spoken, help })

/** Table four, the same in both editions: 15 columns, three rows of headers, one row of figures. */
export const reviewTable: FormTable = {
  id: 'review',
  columns: reviewGroups.length * reviewColumns.length,
  columnWidths: [649, 649, 649, 649, 649, 649, 649, 650, 650, 650, 650, 650, 650, 650, 650],
  headerRows: 3,
  rows: [
    [
      label(reconsideration.label, {
        colspan: reviewColumns.length,
        spoken: reconsideration.spoken,
        help: reconsideration.help,
      }),
      label('行政诉讼', { colspan: litigation.length * reviewColumns.length, help: litigationHelp }),
    ],
    [
      ...reviewColumns.map((column) => reviewLabel(column, 2)),
      ...litigation.map((group) =>
        label(group.label, { colspan: reviewColumns.length, spoken: group.spoken, help: group.help }),
      ),
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
  { id: 'issued', label: '本年制发件数', help: '本年制定发布的件数。' },
  { id: 'repealed', label: '本年废止件数', help: '本年废止、失效的件数。' },
  {
    id: 'inForce',
    label: '现行有效件数',
    help: '到本年年底有效的件数，一般等于上年现行有效加本年制发减本年废止；制发中含修订、或有清理和职能划转的，可以不等。',
  },
] as const

const stockRows = [
  { id: 'rules', label: '规章', aliases: [], help: '只有设区的市、自治州以上有规章制定权的机关填写，其他单位填0。' },
  {
    id: 'normativeDocuments',
    label: '行政规范性文件',
    aliases: ['规范性文件'],
    help: '第二十条第一项的行政规范性文件。湖北省2020年的填报说明：行政机关发布的决定、公告、通告、意见、通知，和标题用“规定”“办法”“细则”“规范”“规程”“规则”等字样的公文，一般属于规范性文件。',
  },
]

/** The name of the column of row names in table two. */
export const contentLabel = '信息内容'

const stockKey = (row: string, column: string) => `proactive.${row}.${column}`

/** An item of 条例第二十条 and what it names. */
const articleRow = (text: string, help: string): FormCell[] => [label(text, { colspan: 4, help })]

const block = (article: FormCell[], header: string, help: string, rows: readonly FormCell[][]): FormCell[][] => [
  article,
  [label(contentLabel), label(header, { colspan: 3, help })],
  ...rows,
]

const feesHelp = '本年收取的行政事业性收费。信息处理费的收取情况另在第六部分报告。'

const decisionsHelp = '本年作出的决定件数，不是权力清单的项数。'

const decisions = (name: string, id: string) => [
  label(name, { help: `本年作出的${name}决定。` }),
  entry(`proactive.${id}.decisions`, 'count', 3),
]

const proactiveTable: FormTable = {
  id: 'proactive',
  columns: 4,
  columnWidths: [2435, 2435, 2435, 2435],
  headerRows: 0,
  rows: [
    articleRow('第二十条第（一）项', '行政法规、规章和规范性文件。'),
    [label(contentLabel), ...stockColumns.map((column) => label(column.label, { help: column.help }))],
    ...stockRows.map((row) => [
      label(row.label, { aliases: row.aliases, help: row.help }),
      ...stockColumns.map((column) => entry(stockKey(row.id, column.id))),
    ]),
    ...block(
      articleRow('第二十条第（五）项', '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果。'),
      '本年处理决定数量',
      decisionsHelp,
      [decisions('行政许可', 'licensing')],
    ),
    ...block(
      articleRow(
        '第二十条第（六）项',
        '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定。',
      ),
      '本年处理决定数量',
      decisionsHelp,
      [decisions('行政处罚', 'penalties'), decisions('行政强制', 'coercion')],
    ),
    ...block(
      articleRow('第二十条第（八）项', '行政事业性收费项目及其依据、标准。'),
      '本年收费金额（单位：万元）',
      '本年实际收取的金额，单位是万元，可带小数（最多六位，精确到分）。',
      [
        [
          label('行政事业性收费', { spoken: ['行政事业性费用'], help: feesHelp }),
          entry('proactive.fees.amount', 'amount', 3),
        ],
      ],
    ),
  ],
}

const outcomes2021 = [...commonOutcomes, otherwise]

export const form2021: Form = {
  edition: '2021',
  document: '国办公开办函〔2021〕30号',
  sections: [
    {
      id: 'overview',
      heading: '一、总体情况',
      aliases: ['概述', '基本情况'],
      help: '综述贯彻落实《条例》的情况，主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面；各级人民政府还要写工作考核、社会评议和责任追究结果情况（第五十条第四项）。',
    },
    {
      id: 'proactive',
      heading: '二、主动公开政府信息情况',
      aliases: [],
      help: '第五十条第一项的内容，以表格报告，按第二十条第一、五、六、八项填写。',
    },
    {
      id: 'applications',
      heading: '三、收到和处理政府信息公开申请情况',
      aliases: [],
      help: '第五十条第二项的内容，以表格报告。每一列第一项加第二项之和，等于第三项加第四项之和。',
    },
    {
      id: 'review',
      heading: '四、政府信息公开行政复议、行政诉讼情况',
      aliases: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
      help: '第五十条第三项的内容，以表格报告。',
    },
    {
      id: 'problems',
      heading: '五、存在的主要问题及改进情况',
      aliases: ['政府信息公开工作存在的主要问题及改进情况', '存在问题及改进情况', '存在的主要问题及整改措施'],
      help: '第五十条第四项的内容：存在的主要问题，和改进的情况、措施。上一年问题的改进和本年存在的问题可以分开写；不能写“无”。',
    },
    {
      id: 'other',
      heading: '六、其他需要报告的事项',
      aliases: [],
      help: '第五十条第五项的内容。收取信息处理费情况在此处报告；上级规定了分项的，按规定的分项写；没有其他事项的，写一句说明。',
    },
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
  unpaidFees: applicants.map((applicant) => applicationKey(feeUnpaid.id, applicant.id)),
  localLegislation: stockColumns.map((column) => stockKey('rules', column.id)),
}
