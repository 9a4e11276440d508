/** Lines of a government's site that stand around a report and are no part of it. */

/** Longer lines are text, whatever they begin with. */
const longest = 120

const beginnings =
  '(?:发布|发文|成文|生成|更新|公开|印发|添加|录入)?(?:日期|时间)[:：]|(?:信息|文章|稿件|文件)?(?:来源|出处)[:：]|' +
  '(?:浏览|点击|阅读|访问)(?:次数|人次|量|数)?[:：]|已?阅读?[:：]?\\d+次|(?:作者|编辑|责任编辑|责编|初审|复审|终审|审核|信息员)[:：]|' +
  '(?:索引号|文号|主题词|主题分类|体裁分类|组配分类|发布机构|发文机关|公开方式|公开范围|有效性|关键词|信息分类|内容概述)[:：]|' +
  '[【[(（]?\\s*(?:字体|字号)|视力保护色|保护视力|' +
  '(?:您?(?:现在|当前|目前)?(?:的|所在)?位置|当前栏目)[:：]|首页\\s*[>›»/→]|首页$'

const endings =
  '[【[(（]?\\s*(?:打印(?:本页|页面|文章|此页)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|纠错)\\s*[】\\])）]?(?:\\s|$|[|｜【[])|' +
  '分享(?:到|至|给|本文|$)|一键分享|扫一扫|微信扫|用手机|上一[篇条个页]|下一[篇条个页]|相关(?:链接|文章|文档|信息|稿件|阅读|解读|附件)|' +
  '返回(?:顶部|列表|首页)|回到顶部|友情链接|网站(?:地图|声明|标识码|支持)|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持[:：]|' +
  '版权(?:所有|声明)|copyright|©|.{0,6}ICP备|.{0,3}公网安备|政府网站标识码|联系我们$|无障碍(?:浏览|阅读|$)|适老化|我要(?:纠错|分享)|' +
  '(?:中国)?政府网站找错'

const around = new RegExp(`^(?:${beginnings}|${endings})`, 'i')
const after = new RegExp(`^(?:${endings})`, 'i')

const tidy = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

const isOne = (pattern: RegExp, line: string): boolean => {
  const text = tidy(line)
  return text.length <= longest && pattern.test(text)
}

/** When it was published, who read it, where one is on the site: lines around a report. */
export const isAround = (line: string): boolean => isOne(around, line) || isPath(line)

/** The first line behind a report: share, print, next article, the site's footer. */
export const isAfter = (line: string): boolean => isOne(after, line)

/** 首页 > 信息公开 > 年报: a path through the site. */
const isPath = (line: string): boolean => /(?:[>›»→].*){2}/.test(line) && !/[。；]/.test(line)
