/**
 * What a text is to be divided into: headings with a prompt each that says what belongs there. Prompts are shown beside
 * the text and never get into it.
 */
import type { NarrativeId, Report, Unit } from '../report.ts'
import { levelOf } from './levels.ts'

export interface OutlineItem {
  readonly heading: string
  readonly prompt: string
  /** By which words the heading is known when it is worded in another way. */
  readonly words: RegExp
}

/** 第五十条第四项: 工作考核、社会评议和责任追究结果情况 are asked of 各级人民政府 only. */
const isGovernment = ({ kind, name }: Unit): boolean =>
  kind === 'government' || (kind === 'township' && !/街道|办事处/.test(name))

/** The five aspects of section one (国办公开办函〔2021〕30号), as offices call them. */
const aspects: readonly (Omit<OutlineItem, 'prompt'> & { readonly prompt: (unit: Unit) => string })[] = [
  {
    heading: '主动公开',
    words: /主动公开/,
    prompt: () =>
      '本年公开了哪些信息、多少条，重点领域公开的做法，政策解读和回应关切，规章和行政规范性文件的公开（条例第二十条）。',
  },
  {
    heading: '依申请公开',
    words: /依申请/,
    prompt: () =>
      '收到、上年结转、办结和结转下年度的件数，办理和答复的做法，行政复议和行政诉讼的件数；与表中数字一致。',
  },
  {
    heading: '政府信息管理',
    words: /信息管理|信息资源/,
    prompt: () => '公开前的审查，信息的动态调整，规范性文件的清理和集中公开，公开目录和指南的更新。',
  },
  {
    heading: '政府信息公开平台建设',
    words: /平台/,
    prompt: () => '政府网站专栏、政务新媒体、政府公报、查阅场所的建设和维护，检查和整改的情况。',
  },
  {
    heading: '监督保障',
    words: /监督|保障|教育培训/,
    prompt: (unit) =>
      `负责的机构和人员，制度、培训和检查。${
        isGovernment(unit)
          ? '各级人民政府必须写明工作考核、社会评议和责任追究的结果（条例第五十条第四项）。'
          : '可以写明考核、评议的情况和是否有责任追究。'
      }`,
  },
]

const problemItems: readonly OutlineItem[] = [
  {
    heading: '上一年问题的改进情况',
    words: /上一?年|改进情况|整改情况/,
    prompt: '逐条对照上一年报告写的问题：做了什么，结果怎样。',
  },
  {
    heading: '本年存在的主要问题和改进措施',
    words: /存在|主要问题|不足|改进措施/,
    prompt: '写本年的具体问题，每个问题写出对应的改进措施；不能只写“无”。',
  },
]

const literal = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))

/** A sub-heading as a unit has it: without its number and full stop. */
export const plainHeading = (heading: string): string =>
  heading
    .trim()
    .replace(/^(?:[（(][一二三四五六七八九十百\d]+[）)]|[一二三四五六七八九十百]+、|\d+[.．、])\s*/, '')
    .replace(/[。：:]$/, '')
    .trim()

/** What a section is divided into. `subheadings`: those of section six that the unit's province prescribes. */
export function outlineOf(section: NarrativeId, unit: Unit, subheadings: readonly string[]): OutlineItem[] {
  if (section === 'overview') return aspects.map((item) => ({ ...item, prompt: item.prompt(unit) }))
  if (section === 'problems') return [...problemItems]
  if (section !== 'other') return []
  return subheadings
    .map(plainHeading)
    .filter((heading) => heading !== '')
    .map((heading) => ({ heading, words: literal(heading), prompt: promptOf(heading) }))
}

const promptOf = (heading: string): string =>
  /处理费|收费/.test(heading)
    ? '发出收费通知的件数和总金额、实际收取的总金额；没有收取的，写未收取。'
    : '按本省的要求填写；没有的，写一句说明。'

/** How far an item of the outline is in a text. */
export interface OutlineState {
  readonly item: OutlineItem
  /** The paragraph of its heading; null where it is missing. */
  readonly paragraph: number | null
  /** The last paragraph that belongs to it. */
  readonly last: number | null
  /** Characters written under it, the heading not counted. */
  readonly written: number
}

interface Block {
  readonly paragraph: number
  readonly last: number
  readonly heading: string
  readonly written: number
}

/** Headings of the text's highest level, each with what stands under it. */
function blocksOf(text: string): Block[] {
  const lines = text.split('\n')
  const levels = lines.map((line) => levelOf(line))
  const headings = lines.flatMap((_, index) => (isHeading(levels[index]) ? [index] : []))
  return headings.map((paragraph, index) => {
    const last = (headings[index + 1] ?? lines.length) - 1
    const length = levels[paragraph]?.headingLength ?? 0
    const own = (lines[paragraph] ?? '').slice(length)
    const written = [own, ...lines.slice(paragraph + 1, last + 1)].join('').replace(/\s/g, '').length
    return { paragraph, last, heading: (lines[paragraph] ?? '').slice(0, length), written }
  })
}

const isHeading = (leveled: ReturnType<typeof levelOf> | undefined): boolean =>
  leveled !== undefined && (leveled.level === 1 || leveled.level === 2) && leveled.headingLength > 0

/** How far each item of an outline is; a heading of the text stands for one item only. */
export function outlineStates(text: string, items: readonly OutlineItem[]): OutlineState[] {
  const free = blocksOf(text)
  return items.map((item) => {
    const exact = free.findIndex(({ heading }) => heading.includes(item.heading))
    const at = exact >= 0 ? exact : free.findIndex(({ heading }) => item.words.test(heading))
    const [block] = at >= 0 ? free.splice(at, 1) : []
    return block
      ? { item, paragraph: block.paragraph, last: block.last, written: block.written }
      : { item, paragraph: null, last: null, written: 0 }
  })
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const ordinal = (number: number): string =>
  number <= 10 ? (ordinals[number - 1] ?? '') : number < 20 ? `十${ordinals[number - 11] ?? ''}` : `二十`

/** A heading as it stands in the text: （一）主动公开情况。 */
const written = (heading: string, number: number): string => `（${ordinal(number)}）${heading}。`

/** The headings of an outline as a text of its own, for a section that is still empty. */
export const outlineText = (items: readonly OutlineItem[]): string =>
  items.map(({ heading }, index) => written(heading, index + 1)).join('\n')

/**
 * The heading of an item that is missing, numbered on behind the headings that are there in the way they are: 三、 behind 二、.
 * A text without headings gets its first, （一）.
 */
export function nextHeading(text: string, { heading }: OutlineItem): string {
  const headings = blocksOf(text).map((block) => block.heading.trim())
  const last = headings.at(-1) ?? ''
  const numbers = headings.map((one) => ordinals.indexOf(/[一二三四五六七八九十]+/.exec(one)?.[0] ?? '') + 1)
  const number = Math.max(headings.length, ...numbers) + 1
  return /^[一二三四五六七八九十]+、/.test(last) ? `${ordinal(number)}、${heading}` : written(heading, number)
}

/** What a report's section is divided into, and how far each part is. */
export const outlineFor = (
  section: NarrativeId,
  report: Pick<Report, 'unit' | 'narrative'>,
  subheadings: readonly string[],
): OutlineState[] => outlineStates(report.narrative[section], outlineOf(section, report.unit, subheadings))
