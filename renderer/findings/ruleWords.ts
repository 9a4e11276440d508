/** The rules in the words of the clerks; their numbers in the specification stay for who looks one up. */
const words: Readonly<Record<string, string>> = {
  'T3-A': '横向合计',
  'T3-B': '纵向合计',
  'T3-C': '勾稽关系',
  'T4-D': '合计',
  TYPE: '数值',
  EMPTY: '空白',
  X1: '上年结转',
  X2: '现行有效',
  X3: '尚未审结',
  X4: '增减',
  L1: '规章',
  HEAD: '标题署名',
  TEXT: '文字',
  CONFIRM: '待确认',
  LINK: '文中数字',
}

/** The word of a rule; its number where there is none. */
export const ruleWord = (rule: string): string => words[rule] ?? rule
