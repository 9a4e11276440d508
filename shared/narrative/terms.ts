/**
 * The vocabulary in which a text speaks of the tables. A number is compared with a cell only where every word in front of
 * it is known: a word that is not in here (县公安局, 征地类, 群众来信) may name a part, another office or another thing.
 */
import type { Form } from '../forms/form.ts'
import { applicationWords, proactiveWords, reviewWords } from './formWords.ts'

/** What happened to applications. `carried`: 结转 alone, which may be either way. */
export type Role = 'received' | 'accepted' | 'carriedIn' | 'done' | 'handled' | 'carriedOut' | 'carried'

/** What a number is about. `review`: columns of table four. `cases`: 案件, of whatever kind was spoken of. */
export type Topic =
  | { readonly id: 'applications'; readonly plain: boolean }
  | { readonly id: 'review'; readonly columns: readonly number[] }
  | { readonly id: 'cases' }
  | { readonly id: 'stock'; readonly index: number }
  | { readonly id: 'decisions'; readonly index: number }
  | { readonly id: 'charges'; readonly index: number }
  | { readonly id: 'fee' }
  | { readonly id: 'elsewhere' }

export type StockColumn = 'issued' | 'repealed' | 'inForce'
export type FeePart = 'notices' | 'noticedYuan' | 'receivedYuan'

export type Term =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'outcome'; readonly rows: readonly number[] }
  | { readonly kind: 'applicant'; readonly columns: readonly number[] }
  | { readonly kind: 'result'; readonly label: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'other' }
  | { readonly kind: 'stock'; readonly column: StockColumn }
  | { readonly kind: 'feePart'; readonly part: FeePart }
  /** The report's own year, or another time: a month, another year. */
  | { readonly kind: 'period'; readonly own: boolean }
  /** 目前: the time of writing, which for 现行有效 is right. */
  | { readonly kind: 'now' }
  /** 增加, 同比: the number is a difference, or last year's. */
  | { readonly kind: 'compare' }
  /** 其中; `some`: 含, which names a part and not all parts. */
  | { readonly kind: 'child'; readonly some: boolean }
  /** 分别, 各: which number belongs to which word is not told. */
  | { readonly kind: 'each' }
  | { readonly kind: 'timely' }
  /** 全县: the whole area. `office`: 县本级, the office itself. */
  | { readonly kind: 'area' }
  | { readonly kind: 'office' }
  /** The unit by its name. */
  | { readonly kind: 'self' }
  | { readonly kind: 'filler' }

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

const roleWords: Readonly<Record<Role, string>> = {
  received: '新收 新收到 收到 共收到 新增 接收 接到 收 新接收 新接到 收到并登记 登记',
  accepted: '受理 新受理 接收受理 登记受理 受理登记',
  carriedIn:
    '上年结转 上年度结转 结转上年 结转上年度 上一年结转 上一年度结转 去年结转 上年结转至本年 上年度结转至本年度 上年结转本年 上年转入 上年度转入 结转自上年 结转自上年度 上年转结 上年度转结 上年未办结结转 上年度未办结 上年未办结 上年结转办理 上年度顺延 上年结转继续办理 上一年度转入 加上年结转 加上年度结转 连同上年结转 连同上年度结转 连同上年未办结 连同上年度未办结',
  done: '办结 答复 回复 办复 办毕 已答复 答复办理 办理结果总计 本年度办理结果总计 办理结果共计',
  handled: '办理 处理',
  carriedOut:
    '结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转到下年 结转到下年度 结转到下一年 结转到下一年度 结转下年度继续办理 结转下年继续办理 结转下一年度继续办理 结转至下年度继续办理 结转至下一年度继续办理 结转到下年度继续办理 结转到下一年度继续办理 顺延到下年度答复 顺延至下年度答复 顺延到下年度 顺延至下年度 顺延下年度 顺延至下一年度 顺延到下一年度 转入下年度 转入下年度继续办理 转下年度 转至下年度 转至下一年度 延至下年度 下年度继续办理 结转次年 结转至次年 结转到次年 结转次年继续办理 结转至次年继续办理 转入次年 正在办理 正在办理中 尚在办理 尚在办理中 尚未办结 未办结 仍在办理 仍在办理中 在办 在办理 在办理中',
  carried: '结转',
}

const applicationTopic =
  '政府信息公开申请 信息公开申请 依申请公开 要求获取政府信息的申请 获取政府信息的申请 政府信息的申请 政府信息公开的申请 信息公开的申请 依申请公开件 依申请公开政府信息 依申请公开信息 依申请信息公开 依申请公开申请 依申请公开事项 依申请公开办件 依申请件 依申请 依申请政府信息公开 公开申请 申请公开政府信息 申请公开信息 政府信息公开申请事项 政府信息公开申请件 政府信息公开依申请 申请公开 政府信息申请 信息公开申请件 信息公开申请事项 申请政府信息公开 信息公开依申请 政府信息公开依申请公开 政府信息依申请公开 政府信息依申请公开申请'
const bareApplication = '申请 申请件 申请事项 申请表 申请书'

/** Nouns of other work: what is counted behind them are not applications, though the verbs are the same. */
const elsewhere =
  '建议 提案 信访 来信 来访 来电 留言 热线 咨询 诉求 工单 证照 纠纷 信件 邮件 意见 线索 举报 投诉 舆情 稿件 公文 信箱 问政 求助 信用 政务服务 不予受理 网民 办事 议案 问题 差评 便民 为诉讼 用于诉讼 因诉讼'

const stockWords: Readonly<Record<StockColumn, string>> = {
  issued: '制发 新制发 制定 新制定 制定出台 印发 制定印发 出台 本年制发 新增 制定发布 制发件数 本年制发件数',
  repealed: '清理废止 废止 废止件数 本年废止件数 本年废止',
  inForce: '现行有效 继续有效 现行有效件数',
}

const feeWords: Readonly<Record<FeePart, string>> = {
  notices: '收费通知 发出收费通知 收费通知书 发出收费通知书 缴费通知 发出缴费通知',
  noticedYuan: '总金额 通知总金额 通知金额 应收金额 应收总金额 收费通知总金额',
  receivedYuan: '实际收取 实际收取总金额 实际收取金额 实收 实收金额 实际收费 收取 收费 收取费用',
}

const ownPeriod =
  '今年 本年 本年度 全年 全年度 年内 年度内 本年内 当年度 截至年底 截至12月底 截至年末 今年以来 本年以来 年度 期间 一年来'
const otherPeriod =
  '十四五 十三五 十五五 两年来 四年来 五年来 六年来 十年来 三年间 五年间 近四年 近四年来 近五年来 近十年 上年 去年 上年度 上一年 上一年度 前年 往年 历年 以来 同期 上年同期 去年同期 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 近年来 近三年 三年来 近两年 近五年 明年 下年度 次年 下一年度 近年 当年 当月 每月 月均'
const compareWords =
  '同比 环比 较 相比 增加 减少 增长 下降 上升 降低 多 少 持平 净增 比上年 比去年 比上年度 比 较上年 减 增幅 降幅 翻番 倍 提高 占比 占 占总数 占总量 超过 首次突破'

const fillers =
  '共 共计 总共 一共 合计 总计 累计 全部 均 都 已 已经 计 有 为 是 达 达到 的 了 等 并 且 和 及 以及 与 或 或者 其 数 数量 总数 总量 件数 情况 方面 工作 中 本机关 本单位 我局 我委 我办 我镇 我乡 我街道 我街 我县 我市 我区 我旗 我州 我院 我厅 我中心 我单位 全局 全委 全办 全院 全中心 全厅 我府 本府 本局 本委 本办 本镇 本乡 本街道 本县 本市 本区 局机关 单位 依法 依规 依法依规 及时 规范 认真 按规定 按程序 按照规定 按规定程序 按要求 严格 妥善 积极 高效 稳妥 政府信息公开 信息公开 政府信息 政务公开 政府信息公开工作 信息公开工作 相关 有关 各类 各种 因 由 在 被 提起 提出 引起 引发 发生 产生 涉及 涉 另 另有 另外 还 还有 尚有 仍有 其余 余 剩余 决定 作出 做出 作 给予 予以 告知 进行 完成 做好 提交 递交 总体 结果 类型 类 即 也 又 申请人 申请者 公民、法人和其他组织 公民、法人或者其他组织 公民、法人或其他组织 公民法人和其他组织 社会公众 公众 群众 人民群众 本年度办理结果 办理结果 处理结果 答复结果 办结结果 分为 包括以下 行政案件 从 看 来看 按 上 分 方式 主要 继续 需 按规定程序均 申请量 对 向 行政机关 一方面 仅 只 就 数为 件 全年共 年共 信息处理费 政府信息公开信息处理费 政府信息处理费 信息公开处理费 所 时 期限 后 金额 所有 以 年报 统计 的有 并已 则 情形 作为 答复的 引起的 该项 受理的 新 一是 二是 三是 四是 五是 六是 七是 八是 首先 其次 完毕 完结 如下 种 期内 危及 量 加上 为主 主要理由 主要原因'

/** The whole area. 各部门 or 各乡镇 alone may be a part of it. */
const wholeAreas = words('全县 全市 全区 全旗 全州 全盟 全省 全域').flatMap((area) =>
  ['', '各级', '各级各部门', '各级行政机关', '各行政机关', '行政机关', '各级各单位'].map((whole) => area + whole),
)

const timelyWords =
  '按期 按时 如期 限期内 法定期限内 在法定期限内 规定时限内 规定期限内 法定时限内 在规定时限内 在规定期限内 在法定时限内'

/** A word that changes nothing. */
export const filler: Term = { kind: 'filler' }

/** The words of every report on this form; a word may have several meanings. */
export function commonTerms(form: Form): [string, Term][] {
  const applications = applicationWords(form)
  const review = reviewWords(form)
  const proactive = proactiveWords(form)
  const each = (list: readonly string[], term: Term): [string, Term][] => list.map((word) => [word, term])
  return [
    ...each(words(fillers), filler),
    ...each(words(ownPeriod), { kind: 'period', own: true }),
    ...each(words(otherPeriod), { kind: 'period', own: false }),
    ...each(words('截至目前 目前 截止目前 现在'), { kind: 'now' }),
    ...each(words(compareWords), { kind: 'compare' }),
    ...each(words(elsewhere), { kind: 'topic', topic: { id: 'elsewhere' } }),
    ...each(words('其中 其中有'), { kind: 'child', some: false }),
    ...each(words('含 包含 包括 其中含 其中包括 其中包含 含有'), { kind: 'child', some: true }),
    ...each(words('分别 各 各自 平均 每'), { kind: 'each' }),
    ...each(words(timelyWords), { kind: 'timely' }),
    ...each(wholeAreas, { kind: 'area' }),
    ...each(words('本级 县本级 市本级 区本级 县政府本级 市政府本级 区政府本级 政府本级'), { kind: 'office' }),
    ...(Object.keys(roleWords) as Role[]).flatMap((role) => each(words(roleWords[role]), { kind: 'role', role })),
    ...each(words(applicationTopic), { kind: 'topic', topic: { id: 'applications', plain: false } }),
    ...each(words('新收 新收到'), { kind: 'topic', topic: { id: 'applications', plain: true } }),
    ...each(words(bareApplication), { kind: 'topic', topic: { id: 'applications', plain: true } }),
    ...applications.outcomes.flatMap(({ words: names, at }) => each(names, { kind: 'outcome', rows: at })),
    ...applications.applicants.flatMap(({ words: names, at }) => each(names, { kind: 'applicant', columns: at })),
    // 个人 alone is also that of 个人隐私.
    ...applications.applicants
      .filter(({ words: names }) => names.includes('自然人'))
      .flatMap(({ at }) => [
        ...each(['个人申请'], { kind: 'applicant', columns: at }),
        ...each(['个人申请'], { kind: 'topic', topic: { id: 'applications', plain: true } }),
      ]),
    ...each(words('其他 其它'), { kind: 'other' }),
    ...review.groups.flatMap(({ words: names, at }) => {
      const topic: Term = { kind: 'topic', topic: { id: 'review', columns: at } }
      const about = names.flatMap((name) => [
        name,
        `${name}案件`,
        `${name}案`,
        `${name}申请`,
        `被申请${name}`,
        `申请${name}`,
        `提起${name}`,
      ])
      return each(about, topic)
    }),
    ...each(words('诉讼 诉讼案件'), {
      kind: 'topic',
      topic: { id: 'review', columns: litigationColumns(review.groups) },
    }),
    ...each(words('案件 相关案件 涉诉案件 复议诉讼案件 应诉案件'), { kind: 'topic', topic: { id: 'cases' } }),
    ...review.results.flatMap(({ words: names, label }) => each(names, { kind: 'result', label })),
    ...each(words('审结 已审结'), { kind: 'closed' }),
    ...proactive.stocks.flatMap(({ words: names }, index) =>
      each(
        names.flatMap((name) => [name, `政府${name}`, `市政府${name}`, `县政府${name}`]),
        { kind: 'topic', topic: { id: 'stock', index } },
      ),
    ),
    ...(Object.keys(stockWords) as StockColumn[]).flatMap((column) =>
      each(words(stockWords[column]), { kind: 'stock', column }),
    ),
    ...proactive.decisions.flatMap(({ words: names }, index) =>
      each(
        names.flatMap((name) => [
          name,
          `${name}决定`,
          `${name}处理决定`,
          `${name}案件`,
          `${name}办件`,
          `${name}事项办件`,
          `办理${name}事项`,
          `办结${name}事项`,
        ]),
        { kind: 'topic', topic: { id: 'decisions', index } },
      ),
    ),
    ...proactive.charges.flatMap(({ words: names }, index) =>
      each(names, { kind: 'topic', topic: { id: 'charges', index } }),
    ),
    ...each(words('信息处理费 政府信息公开信息处理费 政府信息处理费 信息公开处理费'), {
      kind: 'topic',
      topic: { id: 'fee' },
    }),
    ...(Object.keys(feeWords) as FeePart[]).flatMap((part) => each(words(feeWords[part]), { kind: 'feePart', part })),
    ...each(words(feeWords.notices), { kind: 'topic', topic: { id: 'fee' } }),
    ...each(words('发出 下达 实施 收取费用 征收 发放 收费金额 收费总金额'), filler),
  ]
}

/** 行政诉讼 is the group that holds other groups. */
function litigationColumns(groups: readonly { readonly at: readonly number[] }[]): readonly number[] {
  return (
    groups.find(({ at }) =>
      groups.some((other) => other.at.length < at.length && other.at.every((column) => at.includes(column))),
    )?.at ?? []
  )
}
