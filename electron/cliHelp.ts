/** The help of the command line. */

const usage: Readonly<Record<string, string>> = {
  read: `nianbao read 文件
  读取一份年度报告（Word、WPS、PDF、网页、表格、文本文件，或 .nianbao），以 JSON 列出报告、没有找到的格、存疑的格、发现的问题，各格在文件中的位置；文件里有几份报告时读取最新的一份，并全部列出。`,
  draft: `nianbao draft 上年文件 --year 年份 -o 输出.nianbao [--unit 单位全称]
  读取上年的报告，结转数字和文字，写成今年的报告。
  --year 年份      今年报告的年份，如 2025
  -o, --out 文件   写到哪里，以 .nianbao 结尾
  --unit 单位全称  单位改名或合并后的名称`,
  check: `nianbao check 文件 [--last 上年文件] [--json]
  核对一份报告的数字和文字，文字里的问题写明在第几部分、第几段、第几字；有未说明理由的错误时，退出码为 1。
  --last 上年文件  与这份上年报告对照，包括文字是否沿用
  --json           以 JSON 列出`,
  export: `nianbao export 文件 -o 输出.docx|.html|.xlsx
  写成规定格式的 Word 文件、供网站发布的网页或供上级汇总的表格；未确认的数字和发现的问题列在标准错误输出。
  -o, --out 文件   写到哪里：.docx 为 Word 文件，.html 为网页，.xlsx 为三张表的数字
  --fonts 字体        system 系统字体，gb2312 GB2312 字体，founder 方正 GBK 字体；不写为 system
  --numerals 数字     latin 用 Times New Roman，text 与正文相同；不写为 latin
  --page-number 页码  outside 双面（单右双左），center 居中，right 居右；不写为 outside
  --seal 印章         sealed 加盖印章，unsealed 不加盖印章；不写为 sealed
  --note 附注         如 此件公开发布；不写为没有
  --table 表三        portrait 纵向小字，landscape 横向单独一页；不写为 portrait
  --sign-off 审签单   none 不要，first 放在最前，last 放在最后；不写为 none
  --preparer 填报人   --reviewer 审核人   --phone 联系电话   印在审签单上，不写为空白`,
}

/** The help of one command, or of all. */
export function help(command: string | undefined): string {
  const one = command === undefined ? undefined : usage[command]
  if (one !== undefined) return one
  return `公开年报：政府信息公开工作年度报告的读取、结转、核对和导出

${Object.values(usage).join('\n\n')}

退出码：0 完成；1 有未说明理由的错误（仅 check）；2 没有完成，标准错误输出有一句说明，什么也没有写。`
}
