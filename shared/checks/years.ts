/**
 * Q4: a year that is not the report's, in the title, the period, 成文日期 and the texts.
 *
 * Plans, laws, numbers of documents, ranges and last year's comparison name other years rightly. So another year is a
 * fault only where a sentence speaks of it as this report's year: as its subject (“2024年，我局…”) or as its period.
 */
import { distanceOf, roleOfYear } from '../narrative/neighbourYear.ts'
import { ownYearsIn, type WrittenYear, writeYear } from '../narrative/ownYear.ts'
import { sentencesOf } from '../narrative/sentences.ts'
import { narrativeIds, type Report } from '../report.ts'
import type { Finding } from './finding.ts'
import { atPlace, perText, replace } from './inText.ts'

/** Q4 */
export const checkYears = (report: Report): Finding[] => [
  ...titleYear(report),
  ...narrativeIds.flatMap((section) =>
    report.narrative[section].split('\n').flatMap((text, paragraph) =>
      sentencesWithYears(text).flatMap((sentence) =>
        strangeYears(sentence, report).map((found) => {
          const [from, to] = [sentence.from + found.from, sentence.from + found.to]
          const right = writeYear(rightYear(found.kind, report.year), found.written)
          return atPlace(
            'Q4',
            'warning',
            { section, paragraph, from, to },
            [`这里写的是${found.written}年，本报告是${report.year}年的。`, adviceFor(found.kind, report.year)],
            found.kind === 'month' ? undefined : replace(text, from, to, right, `改为${right}年`),
          )
        }),
      ),
    ),
  ),
  ...signedDay(report),
]

type Kind = 'subject' | 'period' | 'month' | 'last' | 'next'

const rightYear = (kind: Kind, year: number): number =>
  kind === 'last' || kind === 'next' ? year + distanceOf[kind] : year

const keepable = '确实说的是那一年的，可以不改。'

function adviceFor(kind: Kind, year: number): string {
  if (kind === 'period') return `统计期限是${year}年1月1日至12月31日，请核对。`
  if (kind === 'last') return `一般与上年（${year - 1}年）相比，请核对；${keepable}`
  if (kind === 'next') return `结转和计划一般是下一年（${year + 1}年）的，请核对；${keepable}`
  return `请核对是否沿用了别的年份的文字；${keepable}`
}

interface Found extends WrittenYear {
  readonly kind: Kind
}

interface SentenceWithYears {
  readonly text: string
  readonly from: number
  /** The sentences before and behind it in the paragraph. */
  readonly previous: string
  readonly next: string
  readonly years: readonly WrittenYear[]
  readonly months: readonly WrittenYear[]
}

const monthOfYear = /(?<!\d)((?:19|20)\d\d)(?=年(?:[1-9]|1[0-2])月)/g

/** The sentences of a paragraph that name a year, whichever. Independent of the report, so that it can be remembered. */
const sentencesWithYears = perText((paragraph: string): SentenceWithYears[] =>
  /(?:19|20|１９|２０)[\d０-９]{2}|[一二][〇○零九]/.test(paragraph)
    ? sentencesOf(paragraph).flatMap(({ text, from }, index, all) => {
        const years = ownYearsIn(text)
        const own = new Set(years.map((year) => year.from))
        const months = [...text.matchAll(monthOfYear)].flatMap(({ 0: written, index }) =>
          own.has(index) ? [] : [{ year: Number(written), from: index, to: index + written.length, written }],
        )
        return years.length + months.length === 0
          ? []
          : [{ text, from, previous: all[index - 1]?.text ?? '', next: all[index + 1]?.text ?? '', years, months }]
      })
    : [],
)

/** Which of the years in a sentence are spoken of as the report's, or in a fixed distance from it, and are not. */
function strangeYears(sentence: SentenceWithYears, report: Report): Found[] {
  const beside = strangeRoles(sentence, report.year)
  const isBeside = ({ from }: WrittenYear): boolean => beside.some((one) => one.from === from)
  return [...beside, ...strangeOwnYears(sentence, report).filter((one) => !isBeside(one))].sort(
    (a, b) => a.from - b.from,
  )
}

/** 全年（2024年）, 上年（2023年）, 较2023年增加, 结转至2025年办理 in the report of 2025. */
const strangeRoles = (sentence: SentenceWithYears, year: number): Found[] =>
  sentence.years.flatMap((one): Found[] => {
    const { text, previous, years } = sentence
    const role = roleOfYear(text.slice(0, one.from), text.slice(one.to))
    if (role === null || one.year === year + distanceOf[role]) return []
    if (role === 'own') return [{ ...one, kind: 'subject' }]
    // Where last year is the year that is spoken of, the one before it is compared with rightly.
    if (previous.includes(String(year - 1)) || years.some((other) => other !== one && other.year === year - 1))
      return []
    if (role === 'next') return one.year === year && !isFromBefore(text, one) ? [{ ...one, kind: 'next' }] : []
    return one.year === year - 2 && !ofManyYears.test(text) ? [{ ...one, kind: 'last' }] : []
  })

const ofManyYears = /连续|[两三四五几多]年|历年|年均|以来|逐年|[上去]年(?!度?\s*[（(])|上一年(?!度?\s*[（(])/
/** 上年结转2025年办理1件: carried into this year. */
const isFromBefore = (text: string, { from }: WrittenYear): boolean =>
  /(?:上一?年|去年|(?:19|20)\d\d)[^，。；]*$/.test(text.slice(0, from))

function strangeOwnYears(sentence: SentenceWithYears, report: Report): Found[] {
  const { text, next, years, months } = sentence
  const { year } = report
  const others = years.filter((one) => one.year !== year)
  const periods = others.filter((one) => isPeriod(text, one))
  if (hasOwnPeriod(text, year)) return []
  if (periods.length > 0 && isAboutPeriod(text)) return periods.map((one) => ({ ...one, kind: 'period' }))
  if (text.includes(String(year)) || years.length > others.length) return []
  // 2024年收到18件。2025年收到21件。: two years side by side.
  if (next.startsWith(`${year}年`)) return []
  const strange = others.flatMap((one): Found[] => {
    if (isPeriod(text, one)) return isComparison(text) || one.year > year ? [] : [{ ...one, kind: 'period' }]
    return isSubject(text, one, report) ? [{ ...one, kind: 'subject' }] : []
  })
  return [
    ...strange,
    ...months.filter((one) => isFactOfMonth(text, one, year)).map((one) => ({ ...one, kind: 'month' as const })),
  ]
}

/** The report's whole period is said: another one beside it is another report's. */
const hasOwnPeriod = (text: string, year: number): boolean =>
  new RegExp(`${year}年1月1日起?[至到—－-]+(?:${year}年)?12月31日`).test(text.replaceAll(/\s/g, ''))

const restOf = (text: string, { to }: WrittenYear): string => text.slice(to).replace(/^\s*年\s*(?:度)?\s*/, '')

/** The first or last day of a year: 2024年1月1日至…, 截至2024年12月31日. */
const isPeriod = (text: string, one: WrittenYear): boolean =>
  // 2024年12月31日前制定的: a day that something came before.
  /^\s*年\s*(?:0?1\s*月\s*0?1\s*日|12\s*月\s*31\s*日)(?!\s*(?:[之以]?[前后]|起(?!\s*[至到])))/.test(
    text.slice(one.to),
  ) ||
  (/^\s*年(?:年?底|末)/.test(text.slice(one.to)) && /截[至止]\s*$/.test(text.slice(0, one.from)))

const isAboutPeriod = (text: string): boolean =>
  /统计(?:期限|时限|时间|区间|周期)|(?:数据|期限|时限)[^。]{0,12}[自从为]|1\s*月\s*1\s*日[^。，；]{0,6}[至到—-][^。，；]{0,6}12\s*月\s*31\s*日/.test(
    text,
  )

/** Words that tell that a sentence compares with another year, tells what became of it, or looks back. */
const isComparison = (text: string): boolean =>
  /同比|相比|[较比](?:上年|去年|20)|上年|上一年|去年|今年|本年|以来|连续|历年|现已|已(?:全部)?整改|目前/.test(text)

/** What may stand between the beginning of a sentence and its year: numbers of headings, 一是, a connective. */
const leading =
  /^(?:\s|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[.．、]|[一二三四五六七八九十]是|(?:主动公开|依申请公开|总体|基本|工作|存在的?问题|政府信息管理|监督保障|平台建设)[^，。；\d]{0,8}[：:]?|在|其中，?|截[至止])*$/
/** The report's own words in front of a year: 现将我局2024年度…报告如下. */
const announces = /(?:现将|现就|公布|编制|发布|报告)[^，。；]{0,24}$/
const announced = /^(?:政府)?(?:信息公开|政务公开)(?:工作)?(?:年度)?(?:的)?(?:报告|情况|工作)/

/** What follows where a sentence speaks of its own year. */
const speaksOf =
  /^(?:，|,|我|本|全[县市区镇乡州省年局旗]|[县市区镇乡州旗委局](?![^，。；]{0,3}(?:预算|决算))|共|累计|主动公开|收到|受理|新收|办[理结]|未|没有|无(?!障碍)|通过|政府信息公开|政务公开|信息公开|以来|的?工作|的(?:政府信息公开|政务公开|信息公开)工作)/
/** The thing of another year: 2024年度部门决算, 2024年政务公开工作要点, 2024年底. */
const thingOfYear =
  /^(?:年?底|末|初|起|前|后|之前|以前|之后|同期|上半年|下半年|第?[一二三四]季度|[春夏秋冬]季)|^[^，。；]{0,16}(?:预算|决算|审计|要点|方案|计划|规划|总结|白皮书|公报|年鉴|目录|清单|考核|考评|评估|测评|评比|通报|反馈|指出|提出|任务|项目|年报|年度报告|荣誉|先进|表彰|高考|中考|招生|招聘|相比|结转|整改|存在|问题)/
/** A plan, which is of a year to come. */
const isPlan = /将|计划|打算|拟|继续|进一步|力争|下一步|着力|加强|推进|努力|不断|提升|要|规划/
/** Something that became so once and stays: laws, plans, offices. */
const lasting =
  /施行|实施|修订|修正|颁布|成立|(?:年|月|日)起|印发|出台|制定|以来|(?:公布|发布|通过|下发|转发)了?《|被?评为|荣获|获评|获得|入选|被列|试点|启动|开通|建成|结转|机构改革|合并|更名|换届/

/** What a year's own report says of its requests, in numbers; 2025年结转的1件 is another thing. */
const carriedForward =
  /(?:上年度?|上一年度?)结转|结转(?:至|到)?(?:(?:下|次)(?:一)?年度?|(?:19|20)\d\d年度?)(?:继续)?(?:办理|答复)?/g
const nothingElse = /^(?:没有|无)(?:其他)?(?:需要?|应当)报告/
/** Of an older year only numbers: 2020年，省政府… is history. */
const counted = /^[^。；]{0,12}(?:收到|登记|受理|新收|办结|答复|公开)[^，。；]{0,20}\d/
const countsSomething =
  /(?:公开|收到|登记|受理|新收|办结|答复|发布|收取|回复|制发|举办|组织|召开|开展)[^，。；]{0,20}\d|按照|坚持|认真|严格|深入|高度重视|围绕|贯彻|(?:未|没有|无)[^，。；]{0,6}(?:收到|收取|接到|发生|产生|收费)/

/** How the report speaks of its own office in front of the year: 我局2024年…. */
const ourselves =
  /^(?:我|本)(?:局|委|办|厅|镇|乡|县|市|区|旗|街道|单位|机关|部门|院|中心|社|会|校|处|队|站|所|办公室)在?$/
/** What follows there: what was done, not 我局2024年受理的2件. */
const doneThen = /^[，,]?(?:共|累计|全年|主动公开|公开|收到|受理|新收|登记|办[理结]|未|没有|无)(?![^，。；]{0,8}的)/

/** 青石县司法局2024年…, 县司法局2024年…: its own name or the end of it. */
function isOwnOffice(words: string, { unit }: Report): boolean {
  const name = words.replace(/在$/, '')
  return ourselves.test(words) || (name.length > 2 && (unit.name.endsWith(name) || name === unit.shortName))
}

const headingNumber = /^(?:\s|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[.．、])*/
/** 一、2024年总体情况. */
const heading =
  /^(?:总体|主动公开|依申请公开|(?:政府)?信息管理|(?:政府信息公开)?平台建设|(?:政府信息公开)?监督保障)(?:工作)?(?:情况)?[。：:]?$/
/** 2024年的政府信息公开工作有序开展. */
const workOfYear =
  /^的?(?:政府信息公开|政务公开|信息公开)工作(?!要求|部署|任务|安排|经验|做法)[^，。；]*(?:有序|顺利|扎实|稳步|深入|全面)(?:开展|推进|进行)/

function isSubject(text: string, one: WrittenYear, report: Report): boolean {
  const [left, rest] = [text.slice(0, one.from), restOf(text, one)]
  if (announces.test(left) && announced.test(rest)) return true
  const behindNumber = left.replace(headingNumber, '')
  const ofLastYear = one.year === report.year - 1
  if (ofLastYear && behindNumber === '' && heading.test(rest)) return true
  const isOurs = ofLastYear && isOwnOffice(behindNumber, report) && doneThen.test(rest)
  if (!isOurs && (!leading.test(left) || !speaksOf.test(rest))) return false
  if (thingOfYear.test(rest) || isLookingBack(text)) return false
  if (one.year > report.year) return countsSomething.test(rest) && !isPlan.test(rest)
  if (lasting.test(rest.replaceAll(carriedForward, ''))) return false
  if (ofLastYear && (workOfYear.test(rest) || nothingElse.test(rest))) return true
  return (ofLastYear ? countsSomething : counted).test(rest)
}

/** 比上年 tells nothing: the sentence that begins with last year's number may be last year's. */
const isLookingBack = (text: string): boolean =>
  /今年|本年|上述|连续|历年|现已|已(?:全部|基本)?(?:整改|改进)|整改情况/.test(text)

/** A fact of a month of last year at the beginning of a sentence of its own. */
const isFactOfMonth = (text: string, one: WrittenYear, year: number): boolean =>
  one.year === year - 1 &&
  /^(?:\s|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]是)*$/.test(text.slice(0, one.from)) &&
  /^年\d{1,2}月(?:\d{1,2}日)?(?:，[^。]*(?:我|本|县|局|举办|组织|召开|开展|公开)|(?:我局|举办|组织|召开|开展)(?!的)[^，。；的]*(?:活动|培训|检查|会|次|期))/.test(
    text.slice(one.to),
  ) &&
  !lasting.test(text) &&
  !isComparison(text)

const anyYear = /(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2}/g

/** The title has to name the year of the report. */
function titleYear({ title, year }: Report): Finding[] {
  if (title.trim() === '') return []
  const plain = title.normalize('NFKC')
  const named = [...plain.matchAll(anyYear)]
  const right = named.some(({ 0: written }) => writeYear(year, written) === written)
  if (right) return []
  const [first] = named
  const place = {
    section: 'title' as const,
    paragraph: 0,
    from: first?.index ?? 0,
    to: (first?.index ?? 0) + (first?.[0].length ?? 0),
  }
  const message = first ? `标题写的是${first[0]}年，本报告是${year}年的。` : '标题里没有年份。'
  return [atPlace('Q4', 'warning', place, [message, `请在标题里写明${year}年。`])]
}

/** A report is signed when its year is over, in the year after. */
function signedDay({ signature, year }: Report): Finding[] {
  const day = signature.date.slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return []
  const place = { section: 'date' as const, paragraph: 0, from: 0, to: signature.date.length }
  const [signedIn = '', month = '', date = ''] = day.split('-')
  const written = `${signedIn}年${Number(month)}月${Number(date)}日`
  if (day < `${year}-12-31`) {
    return [
      atPlace('Q4', 'warning', place, [
        `成文日期${written}在${year}年结束之前。`,
        '年报在年度结束后编制，请核对成文日期的年份。',
      ]),
    ]
  }
  if (Number(signedIn) <= year + 1) return []
  return [
    atPlace('Q4', 'warning', place, [
      `成文日期${written}比报告年度晚了${Number(signedIn) - year}年。`,
      `${year}年的年报一般在${year + 1}年3月底以前编制公布，请核对成文日期的年份。`,
    ]),
  ]
}
