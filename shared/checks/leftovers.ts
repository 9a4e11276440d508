/** Q7: what belongs to a template and was left in: instructions, places to fill in, names that are none. */
import { checkParagraphs, cited, type Fault, replace } from './inText.ts'

interface Leftover {
  readonly pattern: RegExp
  readonly what: string
  readonly advice: string
  /** Whether it can be taken out without anything being missed. */
  readonly takenOut?: boolean
}

const instruction = { what: '是格式里的填写说明', advice: '请删去。', takenOut: true }
const blankToFill = { what: '是没有填写的空', advice: '请填写实际内容，或者删去。' }

const asks =
  '文字描述|表格描述|请?填写|填报|此处|字数|请(?:说明|简述|概述|描述|补充|输入|根据|结合|核[对实])|待(?:补充|填写|定|完善|核实)|需补充|可(?:删除|选填|不填)|选填|示例文字|如有请'

const leftovers: readonly Leftover[] = [
  {
    pattern: /该?(?:部分|表格?)以(?:表格|文字)(?:形式|方式)报告[。，、：:]?(?:(?:具体)?表格如下[。：:]?)?/g,
    ...instruction,
  },
  { pattern: /收取信息处理费情况在此处报告[。.]?/g, ...instruction },
  { pattern: new RegExp(`[（(【\\[〔](?:${asks})[^（）()【】\\[\\]〔〕]{0,40}[）)】\\]〕]`, 'g'), ...instruction },
  {
    pattern:
      /[（(【[](?:本|该|此)(?:部分|项|栏|处)(?:内容)?(?:需要?|请|应)(?:填|写|说明|描述|概述|补充|报告)[^（）()【】[\]]{0,30}[）)】\]]/g,
    ...instruction,
  },
  { pattern: /(?:此处|此部分|这里)(?:请|需)?(?:填写|输入|填入)[^，。；（）()]{0,12}/g, ...blankToFill },
  {
    pattern:
      /[（(]主?要?(?:包括|内容)[：:](?=[^（）()]{0,40}(?:主动公开|依申请公开|信息管理|平台建设|监督保障))[^（）()]{0,60}…+[）)]/g,
    what: '是格式里的填写说明',
    advice: '请删去，写出内容。',
  },
  {
    pattern: /[（(【[](?:模板|范文|样稿|参考(?:模板|范文))[）)】\]]|(?<=^\s*|[。；]\s*)(?:示例|样例|范例)(?=[：:])/g,
    what: '是模板里的字样',
    advice: '请改为本单位的内容。',
  },
  { pattern: /[（(【[](?:略|空|无内容|以下略|内容略)[）)】\]]/g, what: '说明这里的内容略去了', advice: '请写出内容。' },
  // ××小区 is a name that is left out on purpose.
  {
    pattern:
      /(?<![A-Za-z0-9@._/-])(?:[XxＸｘ×✕╳○〇*＊]{2,}(?![XxＸｘ×✕╳○〇*＊])(?!小区|村|社区|路|公司)|[□▢]+)(?![A-Za-z@.])(?!号文)/g,
    ...blankToFill,
  },
  {
    pattern:
      /(?<![A-Za-z0-9@.])(?:[XxＸｘ×NnＮ](?=(?:年|月|日|件|条|个|次|份|人次|篇|万|元|名|期|场|县|市|区|局)(?!性)))/g,
    ...blankToFill,
  },
  { pattern: /(?<![A-Za-z0-9@.])[_＿﹍]{2,}(?![A-Za-z0-9])/g, ...blankToFill },
  {
    pattern:
      /【\s*】|【[^【】]{0,30}(?:名称|单位|数字|数量|年份|日期|地址|电话|邮箱|[XxＸN]|年度|部门|件数|金额|姓名|内容)[^【】]{0,10}】|\[[^[\]]{0,10}(?:单位名称|单位|名称|数字|数量|年份|日期|件数|金额)\]/g,
    ...blankToFill,
  },
  { pattern: /\{\{?[^{}]{0,30}\}?\}|[<＜](?:单位|名称|年份|数字|日期|填写)[^<>＜＞]{0,12}[>＞]/g, ...blankToFill },
  { pattern: /[（(](?:单位|机关|部门)(?:名称|全称|简称)[）)]/g, ...blankToFill },
  {
    pattern: /某某(?:[局县市区委办厅镇乡州省]|单位|部门|街道)?|(?<=^|[，。；、：]|由|现将)某[局县市区镇乡](?!一)/gu,
    what: '不是实际的名称',
    advice: '请改为实际的名称。',
  },
  { pattern: /[（(]\s*[）)]|（\s+）|《\s*》|“\s*”/g, ...blankToFill },
]

/** 二〇〇〇年 and ○○ in 二○○八 are digits. */
const partOfYear = /[一二三四五六七八九〇○零]$/

export const leftoversIn = (text: string): Fault[] => {
  const faults = leftovers.flatMap(({ pattern, what, advice, takenOut }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index: from }): Fault[] => {
      if (
        /^[○〇]+$/.test(found) &&
        (partOfYear.test(text.slice(0, from)) || /^[一二三四五六七八九年]/.test(text.slice(from + found.length)))
      )
        return []
      const to = from + found.length
      const mend = takenOut ? { mend: replace(text, from, to, '', '删去') } : {}
      return [{ rule: 'Q7', severity: 'warning', from, to, message: `${cited(found)}${what}。`, advice, ...mend }]
    }),
  )
  const sorted = faults.sort((a, b) => a.from - b.from || b.to - a.to)
  return sorted.filter(({ from }, index) => !sorted.slice(0, index).some((earlier) => from < earlier.to))
}

/** Q7 */
export const checkLeftovers = checkParagraphs(leftoversIn)
