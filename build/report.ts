/** The main job on a real report: Huai'an 2024 read, carried forward to 2025, drafted and printed. `npm run report`. */
import { mkdir } from 'node:fs/promises'
import { createApplication, type ReadReport } from '../electron/application.ts'
import type { Finding } from '../shared/checks/finding.ts'
import { columnName, enteredKeys, formOf, placeOf } from '../shared/forms/lookup.ts'
import { paragraphsOf, type Report } from '../shared/report.ts'

const source = 'tests/fixtures/huaian-2024.docx'
const year = 2025
const draft = `out/huaian-${year}.nianbao`
const word = `out/huaian-${year}.docx`

function whatWasRead({ report, notFound, doubtful, findings }: ReadReport): string[] {
  const { overview, problems, other } = report.narrative
  const count = paragraphsOf([overview, problems, other].join('\n')).length
  const faults = findings.length === 0 ? '各项合计和勾稽关系都对得上' : `发现${findings.length}处问题`
  return [
    `读取：《${report.title}》（${source}）`,
    `　　　三张表共${Object.keys(report.figures).length}格，没有找到${notFound.length}格，存疑${doubtful.length}格；文字${count}段。`,
    `　　　上年报告自身核对：${faults}。`,
  ]
}

function whatWasCarried(report: Report): string[] {
  const form = formOf(report.form)
  const carried = report.unconfirmed.map((key) => {
    const place = placeOf(form, key)
    return `${place ? columnName(place) : key}${report.figures[key]}件`
  })
  return [
    `结转：上年结转政府信息公开申请：${carried.join('，')}（待确认）。`,
    `　　　文字${report.textUnconfirmed.length}部分沿用上年，年份和统计期限改了${report.textChanges.length}处（待修改或确认）。`,
  ]
}

function whatIsLeft(report: Report): string {
  const form = formOf(report.form)
  const blank = enteredKeys(form).filter((key) => typeof report.figures[key] !== 'number').length
  const totals = form.tables
    .flatMap(({ rows }) => rows.flat())
    .filter((cell) => cell.type === 'entry' && cell.kind === 'total').length
  return `待填：${blank}格（另有${totals}格合计自动算出）；成文日期；现行有效件数在填好制发、废止后自动给出建议数。`
}

function whatWasFound(findings: readonly Finding[]): string[] {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const [first] = findings
  const most = first ? `　　　如：${first.message}${first.advice}` : ''
  const blanks = findings.filter(({ rule }) => rule === 'EMPTY').length
  const counts = `错误${count('error')}条，警告${count('warning')}条（其中空白格${blanks}条），提示${count('hint')}条。`
  return [`审核：${counts}`, ...(most ? [most] : [])]
}

const application = createApplication()
try {
  await mkdir('out', { recursive: true })
  const drafted = await application.draft(source, year, draft)
  const exported = drafted.ok ? await application.exportReport(draft, word, 'docx') : drafted
  if (drafted.ok && exported.ok) {
    const lines = [
      ...whatWasRead(drafted.last),
      ...whatWasCarried(drafted.report),
      whatIsLeft(drafted.report),
      ...whatWasFound(exported.read.findings),
      `写出：${draft}（草稿，可继续填报）`,
      `　　　${word}（规定格式的 Word 文件，未填的格留空）`,
    ]
    console.log(lines.join('\n'))
  } else if (!exported.ok) {
    console.error(exported.message)
    process.exitCode = 2
  }
} finally {
  application.close()
}
