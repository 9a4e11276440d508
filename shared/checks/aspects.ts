/**
 * Q2: what section one has to cover. 国办公开办函〔2021〕30号: 主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障; for
 * governments also 工作考核、社会评议和责任追究结果 (条例第五十条第四项).
 *
 * An aspect is there where its usual words are, wherever in the section; reports name it in many ways. A heading that
 * names it counts with what stands under it: an outline that is not filled in yet reports nothing.
 */
import { quoted, sectionOf } from '../forms/lookup.ts'
import { cleanLine } from '../narrative/cleanLine.ts'
import { levelOf } from '../narrative/levels.ts'
import type { Report } from '../report.ts'
import { hasPrintedTotals } from '../totals.ts'
import { kindOf } from '../unitName.ts'
import type { CheckContext, Finding } from './finding.ts'
import { atPlace, perText, wholeTexts } from './inText.ts'

interface Aspect {
  readonly name: string
  readonly words: RegExp
}

/** The five aspects, in the order of the form. */
const aspects: readonly Aspect[] = [
  {
    name: '主动公开',
    words:
      /主动(?:向社会)?公[开布]|(?:公开|公布|发布|公示)[^。；]{0,16}(?:信息|文件|公告|动态|稿件|政策)[^。；]{0,12}\d|(?:公开|发布|公布)(?:各类|各项|政府|政务|部门|工作)[^。；]{0,8}信息|公开[^。；，]{0,10}(?:方案|预决算|决算|权责清单|办事指南|重点领域)/,
  },
  {
    name: '依申请公开',
    words:
      /依申请|申请公开|公开申请(?!人)|(?:受理|收到|接到|办理|答复|回复|办结|处理)(?:(?!复议|诉讼|行政许可|[。；]).){0,16}申请(?!书式)|申请人?[^。；]{0,10}(?:答复|回复|办结)/,
  },
  {
    name: '政府信息管理',
    words:
      /信息管理|信息(?:的)?(?:采集|制作|归档|更新|维护|清理|留存)|(?:保密|公开|发布|内容|信息|合法性)审[查核]|审[查核批][^。；]{0,8}(?:制度|机制|程序|流程|关)|三审(?:三校)?|三级审|先审|谁(?:公开|发布|制作|主管)[、，]?谁|公开属性|源头|动态(?:调整|管理|更新)|公开(?:基本|事项|标准)?目录|公开指南|目录[^。；]{0,6}(?:编制|更新|调整)|规范性文件[^。；]{0,16}(?:清理|管理|备案|集中|公开|库)|台账|清理/,
  },
  {
    name: '政府信息公开平台建设',
    words:
      /平台|网站|网页|门户|新媒体|融媒体|微信|公众号|微博|抖音|客户端|短视频|公报|专栏|栏目|公[示开]栏|宣传栏|显示屏|查阅[点处室场]|查阅场所|公开专区|政务公开区|APP/i,
  },
  {
    name: '监督保障',
    words:
      /监督|保障|培训|考核|考评|评议|评估|责任追究|问责|领导小组|组织领导|分管领导|专人|专班|督[查促导办]|检查|抽查|巡查|通报/,
  },
]

const ofGovernments: readonly Aspect[] = [
  { name: '工作考核', words: /考核|考评|绩效|评估|测评/ },
  { name: '社会评议', words: /评议|满意度|(?:社会|群众|公众|第三方)[^。；，]{0,6}(?:评价|评估|意见|监督)|问卷|监督员/ },
  { name: '责任追究', words: /追究|追责|问责|通报批评|约谈|责令改正/ },
]

/** The name of an aspect alone, as outlines have it. (二)我局没有依申请公开事项。 is an answer, not a heading. */
const aspectAlone =
  /^[（(][一二三四五六七八九十]+[）)](?:主动公开|依申请公开|(?:政府)?信息管理|(?:(?:政府)?信息)?(?:公开)?平台建设|(?:(?:政府)?信息公开)?监督保障)(?:政府信息)?(?:工作)?(?:情况)?[。：:]?$/

const anyName = /主动公开|依申请公开|信息管理|平台建设|监督保障/g
const betweenNames = /政府信息公开|政府信息|工作|情况|[、，和及等。：；\s]/g
/** A sentence that lists the names and says next to nothing of them: 主动公开情况、依申请公开情况…均良好。 */
const onlyNames = (sentence: string): boolean =>
  (sentence.match(anyName)?.length ?? 0) >= 4 &&
  !/\d/.test(sentence) &&
  sentence.replaceAll(anyName, '').replaceAll(betweenNames, '').length <= 8

/** Whether nothing stands under the heading: the next paragraph is a heading of its level or above, or there is none. */
function isBare(paragraph: string, next: string | undefined): boolean {
  if (!aspectAlone.test(paragraph)) return false
  const below = next === undefined ? 1 : levelOf(next).level
  return below === 1 || below === 2
}

/** The text without the headings that nothing stands under, as the rules compare it. */
function answersIn(overview: string): string {
  const paragraphs = overview
    .split('\n')
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ''))
    .filter((paragraph) => paragraph !== '')
  return cleanLine(
    paragraphs
      .filter((one, index) => !isBare(one, paragraphs[index + 1]))
      .join('')
      .replaceAll(/[^。！？]+[。！？]?/g, (sentence) => (onlyNames(sentence) ? '' : sentence)),
  )
}

const missingOf = (list: readonly Aspect[]) =>
  perText((overview: string) => {
    const text = answersIn(overview)
    return list.filter(({ words }) => !words.test(text)).map(({ name }) => name)
  }, wholeTexts)
const missingAspects = missingOf(aspects)
const missingOfGovernments = missingOf(ofGovernments)

/**
 * Q2, one finding that names all that is missing. An empty section is said elsewhere. What only governments report is
 * asked of a report that is being written: a published one is what it is, and many have none of the three.
 */
export function checkAspects(report: Report, { form }: CheckContext): Finding[] {
  const text = report.narrative.overview
  if (text.trim() === '') return []
  const kind = kindOf(report.unit)
  const isGovernment = kind === 'government' || (kind === 'township' && !report.unit.name.includes('街道'))
  const asked = isGovernment && !hasPrintedTotals(form, report.figures)
  const general = missingAspects(text)
  const results = asked && !general.includes('监督保障') ? missingOfGovernments(text) : []
  const missing = [...general, ...results]
  if (missing.length === 0) return []
  const basis =
    general.length > 0 ? '国办公开办函〔2021〕30号要求写明这几个方面' : '条例第五十条第四项要求各级人民政府报告这些结果'
  const place = { section: 'overview' as const, paragraph: 0, from: 0, to: 0 }
  const message = `${quoted(sectionOf(form, 'overview').heading)}没有写到${missing.join('、')}。`
  return [atPlace('Q2', 'warning', place, [message, `${basis}，没有发生的也请写一句说明。`])]
}
