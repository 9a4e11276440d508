/** W3: the year in the number of a document stands in 〔〕 (GB/T 9704-2012 7.2.5): 清政办[2025]5号, 清政办（2025]5号. */
import { certainly, cited, type Fault, replace } from './inText.ts'

/** Round brackets of one kind are left alone: many offices write them. 〔2019〕60号 is told by its basis (Q7). */
const numbered =
  /(?<=(?<!公开办函?)[\p{Script=Han}])(?<open>[[［（(〔【])(?<year>(?:19|20)\d\d)(?<close>[\]］）)〕】])(?=\s*(?:第\s*)?\d+\s*号)/gu
const kinds = ['［］', '[]', '（）', '()', '〔〕', '【】', '（)', '(）']

const isWrong = (brackets: string): boolean => !kinds.includes(brackets) || brackets === '[]' || brackets === '［］'

/** Numbers of documents whose year has square brackets, or two of different kinds. */
export const documentNumbers = (text: string): Fault[] =>
  [...text.matchAll(numbered)].flatMap(({ 0: written, index, groups }) => {
    if (!isWrong(`${groups?.open ?? ''}${groups?.close ?? ''}`)) return []
    const to = index + written.length
    const right = `〔${groups?.year ?? ''}〕`
    return [
      {
        rule: 'W3',
        severity: 'warning' as const,
        from: index,
        to,
        message: `文号里的${cited(written)}没有用六角括号。`,
        advice: `发文字号的年份用六角括号“〔〕”。`,
        mend: certainly(replace(text, index, to, right, `改为${right}`)),
      },
    ]
  })
