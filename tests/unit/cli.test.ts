import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Application, createApplication } from '../../electron/application.ts'
import { runCli } from '../../electron/cli.ts'
import { writeXlsx } from '../../electron/sheet/writeXlsx.ts'
import { parseDataFile } from '../../shared/dataFile.ts'
import { type DocumentChoices, defaultChoices } from '../../shared/document/choices.ts'
import { writeHtml } from '../../shared/document/html/writeHtml.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { huaian } from '../fixtures/samples.ts'
import { asXml, draw, formFile } from '../reading/formFiles.ts'
import { cell, row, table } from '../reading/wordFiles.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
const huaianFile = fixture('huaian-2024.docx')

let folder = ''
let application: Application
beforeAll(() => {
  application = createApplication()
})
afterAll(() => application.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

async function run(...argv: string[]) {
  let [out, error] = ['', '']
  const output = { out: (text: string) => (out += `${text}\n`), error: (text: string) => (error += `${text}\n`) }
  // One application for all: its child stays warm. A command closes what it started, so it is given one that it cannot close.
  const code = await runCli(argv, output, async () => ({ ...application, close: () => undefined }))
  return { code, out, error }
}

const path = (name: string) => join(folder, name)

function written(name: string, text: string): string {
  writeFileSync(path(name), text)
  return path(name)
}

function madeFolder(name: string): string {
  mkdirSync(path(name))
  return path(name)
}

function parseReport(file: string): Report {
  const parsed = parseDataFile(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.report
}

async function draft(year = '2025', source = huaianFile): Promise<string> {
  const out = path(`draft-${year}.nianbao`)
  expect((await run('draft', source, '--year', year, '-o', out)).code).toBe(0)
  return out
}

describe('read', () => {
  it('prints source, report, what was not found, what is doubtful and the findings as JSON, and nothing else', async () => {
    const { code, out, error } = await run('read', huaianFile)
    expect([code, error]).toEqual([0, ''])
    const read = JSON.parse(out)
    expect(read.source).toEqual({ file: huaianFile, kind: 'docx' })
    expect(read.report).toMatchObject({ nianbao: 1, form: '2021', year: 2024, unit: { name: '淮安市人民政府' } })
    expect(read.report.figures['proactive.fees.amount']).toBe(96171.6)
    expect([read.notFound, read.doubtful, read.findings]).toEqual([[], [], []])
    expect(Object.keys(read.sources)).toHaveLength(200)
    expect(read.sources['proactive.fees.amount']).toEqual({ table: 0, row: 13, column: 1, text: '96171.6' })
    expect(read.reports).toMatchObject([{ year: 2024, unit: '淮安市人民政府', form: '2021' }])
    expect(read.chosen).toBe(0)
  })

  it('takes data files too', async () => {
    const { out } = await run('read', await draft())
    expect(JSON.parse(out)).toMatchObject({ source: { kind: 'nianbao' }, report: { year: 2025 }, notFound: [] })
  })
})

describe('draft', () => {
  it('writes this year’s report with the figures carried forward', async () => {
    const parsed = parseDataFile(readFileSync(await draft(), 'utf8'))
    if (!parsed.ok) throw new Error(parsed.message)
    expect(parsed.report.figures['applications.carriedIn.natural']).toBe(103)
    expect(parsed.report.figures['applications.newReceived.natural']).toBeNull()
    expect(parsed.report.lastYear?.figures).toEqual(huaian().figures)
  })

  it('keeps standard output for results and says on standard error what was carried', async () => {
    const { out, error } = await run('draft', huaianFile, '--year', '2025', '-o', path('d.nianbao'))
    expect(out).toBe('')
    expect(error).toContain('“二、上年结转政府信息公开申请数量”的“自然人” 103')
  })

  it('says why nothing is carried from another year', async () => {
    const { error, code } = await run('draft', huaianFile, '--year', '2026', '-o', path('d.nianbao'))
    expect(code).toBe(0)
    expect(error).toContain('不是上一年（2025年）的')
  })

  it('takes the unit’s new name', async () => {
    await run('draft', huaianFile, '--year', '2025', '-o', path('d.nianbao'), '--unit', '淮安市人民政府办公室')
    expect(JSON.parse(readFileSync(path('d.nianbao'), 'utf8'))).toMatchObject({
      unit: { name: '淮安市人民政府办公室' },
      title: '淮安市人民政府办公室2025年政府信息公开工作年度报告',
    })
  })
})

describe('check', () => {
  it('finds nothing in a true report and exits 0', async () => {
    expect(await run('check', huaianFile)).toEqual({ code: 0, out: '没有发现问题。\n', error: '' })
    expect(JSON.parse((await run('check', huaianFile, '--json')).out)).toEqual({ findings: [] })
  })

  it('exits 1 for an error, unless a reason was written', async () => {
    const file = JSON.parse(readFileSync(await draft(), 'utf8'))
    file.figures['applications.carriedIn.natural'] = 104
    writeFileSync(path('wrong.nianbao'), JSON.stringify(file))
    const wrong = await run('check', path('wrong.nianbao'), '--json')
    expect(wrong.code).toBe(1)
    const [finding] = JSON.parse(wrong.out).findings
    expect(finding).toMatchObject({
      rule: 'X1',
      severity: 'error',
      cells: ['applications.carriedIn.natural'],
      left: 104,
      right: 103,
      difference: 1,
    })
    file.overrides = [{ rule: 'X1', cells: finding.cells, reason: '上年更正', at: '2026-01-12' }]
    writeFileSync(path('wrong.nianbao'), JSON.stringify(file))
    const reasoned = await run('check', path('wrong.nianbao'))
    expect(reasoned.code).toBe(0)
    expect(reasoned.out).toContain('已说明理由：上年更正')
  })

  it('names where in the texts a finding is: part, paragraph, letters, and the letters themselves', async () => {
    const { code, out } = await run('check', fixture('huzhu-jyj-2023.txt'))
    expect(code).toBe(0)
    expect(out).toContain('警告 W5 第一部分第2段第83字“、”：这一段以“、”结束')
    expect(out).toContain('警告 W3 第一部分第1段第1—3字“(一)”：“(一)”用了半角括号。')
    expect(out).toContain('警告 Q2 “一、总体情况”没有写到依申请公开、政府信息公开平台建设。')
    const { findings } = JSON.parse((await run('check', fixture('huzhu-jyj-2023.txt'), '--json')).out)
    expect(findings.find(({ rule }: { rule: string }) => rule === 'W5').where).toEqual({
      section: 'overview',
      paragraph: 1,
      from: 82,
      to: 83,
    })
  })

  it('compares the texts with those of last year’s file', async () => {
    const file = JSON.parse(readFileSync(await draft(), 'utf8'))
    writeFileSync(path('copied.nianbao'), JSON.stringify({ ...file, textUnconfirmed: [], lastYear: undefined }))
    const alone = JSON.parse((await run('check', path('copied.nianbao'), '--json')).out).findings
    const beside = JSON.parse((await run('check', path('copied.nianbao'), '--last', huaianFile, '--json')).out).findings
    const copied = (findings: { rule: string }[]) => findings.filter(({ rule }) => rule === 'Q5').length
    expect([copied(alone), copied(beside)]).toEqual([0, 2])
  })

  it('compares with last year’s file', async () => {
    const { code, out } = await run('check', fixture('shuyang-fgj-2023.docx'), '--last', huaianFile, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).findings.find(({ rule }: { rule: string }) => rule === 'X1')).toMatchObject({
      severity: 'warning',
    })
  })
})

describe('export', () => {
  it('writes the official Word file and lists on standard error what nobody has confirmed', async () => {
    const { code, out, error } = await run('export', await draft(), '-o', path('report.docx'))
    expect([code, out]).toEqual([0, ''])
    expect(error).toContain('未确认：“二、上年结转政府信息公开申请数量”的“自然人” 103，已照印。')
    expect(error).toContain('EMPTY')
    const read = JSON.parse((await run('read', path('report.docx'))).out)
    expect(read.report.title).toBe('淮安市人民政府2025年政府信息公开工作年度报告')
    expect(read.report.figures['applications.carriedIn.natural']).toBe(103)
    expect(read.report.figures['applications.disclosed.natural']).toBeNull()
  })

  it('writes the page, and lists the same', async () => {
    const file = await draft()
    const { code, out, error } = await run('export', file, '-o', path('report.HTML'))
    expect([code, out]).toEqual([0, ''])
    expect(error).toBe((await run('export', file, '-o', path('report.docx'))).error)
    expect(readFileSync(path('report.HTML'), 'utf8')).toBe(writeHtml(parseReport(file)))
  })

  it('writes the spreadsheet, and lists the same', async () => {
    const file = await draft()
    const { code, error } = await run('export', file, '-o', path('report.xlsx'))
    expect(code).toBe(0)
    expect(error).toContain('未确认：')
    expect(Buffer.compare(readFileSync(path('report.xlsx')), await writeXlsx(parseReport(file)))).toBe(0)
  })

  it.each(['report.pdf', 'report', 'report.htm', 'docx'])(
    'names the three kinds where the target is %s',
    async (name) => {
      const { code, error } = await run('export', huaianFile, '-o', path(name))
      expect([code, error]).toEqual([
        2,
        `输出文件“${path(name)}”应以 .docx、.html 或 .xlsx 结尾，没有写入，请改正文件名。\n`,
      ])
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('replaces a file that stands there, whole', async () => {
    writeFileSync(path('report.docx'), 'old')
    await run('export', huaianFile, '-o', path('report.docx'))
    expect(statSync(path('report.docx')).size).toBeGreaterThan(5000)
    expect(readdirSync(folder)).toEqual(['report.docx'])
  })
})

describe('export with choices', () => {
  /** Runs `export` and gives the choices that reached the application. */
  async function exported(...options: string[]) {
    let given: DocumentChoices | undefined
    const output = { out: () => undefined, error: () => undefined }
    const code = await runCli(['export', huaianFile, '-o', path('r.docx'), ...options], output, async () => ({
      ...application,
      close: () => undefined,
      exportReport: (file, out, kind, choices) => {
        given = choices
        return application.exportReport(file, out, kind, choices)
      },
    }))
    expect(code).toBe(0)
    return given
  }

  it('takes every choice that the window has', async () => {
    const words =
      '--fonts gb2312 --numerals text --page-number center --seal unsealed --table landscape --sign-off last'
    const texts = ['--note', '此件公开发布', '--preparer', '张三', '--reviewer', '李四', '--phone', '0517-83605210']
    expect(await exported(...words.split(' '), ...texts)).toEqual({
      fonts: 'gb2312',
      numerals: 'text',
      pageNumber: 'center',
      seal: 'unsealed',
      note: '此件公开发布',
      applicationsTable: 'landscape',
      signOff: { place: 'last', preparer: '张三', reviewer: '李四', phone: '0517-83605210' },
    })
    expect(existsSync(path('r.docx'))).toBe(true)
  })

  it('leaves what was not chosen as it is by default', async () => {
    expect(await exported()).toEqual(defaultChoices)
    expect(await exported('--fonts', 'founder')).toEqual({ ...defaultChoices, fonts: 'founder' })
  })

  it.each([
    ['--fonts', 'system、gb2312、founder'],
    ['--numerals', 'latin、text'],
    ['--page-number', 'outside、center、right'],
    ['--seal', 'sealed、unsealed'],
    ['--table', 'portrait、landscape'],
    ['--sign-off', 'none、first、last'],
  ])('refuses another word for %s and names the right ones', async (option, right) => {
    const { code, error } = await run('export', huaianFile, '-o', path('r.docx'), option, '没有的')
    expect([code, error]).toEqual([2, `${option} 不能是“没有的”，没有写入，可以写 ${right}。\n`])
    expect(existsSync(path('r.docx'))).toBe(false)
  })
})

describe('bad input', () => {
  const strangeTable = '<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>'
  const cases: readonly (readonly [string, () => string[]])[] = [
    ['no command', () => []],
    ['an unknown command', () => ['print', huaianFile]],
    ['a name of every object', () => ['constructor', huaianFile]],
    ['no file', () => ['read']],
    ['two files', () => ['read', huaianFile, huaianFile]],
    ['an unknown option', () => ['read', huaianFile, '--fast']],
    ['an option of another command', () => ['read', huaianFile, '--year', '2025']],
    ['an option without its value', () => ['draft', huaianFile, '-o']],
    ['no such file', () => ['read', path('none.docx')]],
    ['a folder', () => ['check', folder]],
    ['an empty file', () => ['read', written('empty.docx', '')]],
    ['a table that is none of the form’s', () => ['read', written('a.html', strangeTable)]],
    ['a file that is none', () => ['check', written('x.docx', 'x')]],
    ['last year’s file missing', () => ['check', huaianFile, '--last', path('none.docx')]],
    ['no year', () => ['draft', huaianFile, '-o', path('d.nianbao')]],
    ['a year that is none', () => ['draft', huaianFile, '--year', '25', '-o', path('d.nianbao')]],
    ['no target', () => ['export', huaianFile]],
    ['a target of another kind', () => ['draft', huaianFile, '--year', '2025', '-o', path('d.docx')]],
    ['a target in no folder', () => ['export', huaianFile, '-o', join(folder, 'none', 'a.docx')]],
    ['a note longer than a line', () => ['export', huaianFile, '-o', path('a.docx'), '--note', '注'.repeat(61)]],
    ['a name for a sheet that is not asked for', () => ['export', huaianFile, '-o', path('a.docx'), '--phone', '1']],
    ['a choice of another command', () => ['check', huaianFile, '--fonts', 'system']],
    ['a target that is a folder', () => ['export', huaianFile, '-o', madeFolder('a.docx')]],
  ]

  it.each(cases)('%s: one sentence in Chinese, exit 2, nothing written', async (_, argv) => {
    const args = argv()
    const before = readdirSync(folder)
    const { code, out, error } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(error).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。\n$/u)
    expect(readdirSync(folder)).toEqual(before)
  })

  it('the source itself as target is refused, and stays as it was', async () => {
    const file = await draft()
    const before = readFileSync(file, 'utf8')
    expect((await run('draft', file, '--year', '2026', '-o', file)).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it.each(['docx', 'html', 'xlsx'])('a 2019 report is not exported as .%s', async (kind) => {
    const file = path('old.nianbao')
    writeFileSync(
      file,
      JSON.stringify({ nianbao: 1, form: '2019', year: 2020, unit: { name: '某局' }, figures: {}, narrative: {} }),
    )
    const { code, error } = await run('export', file, '-o', path(`old.${kind}`))
    expect(code).toBe(2)
    expect(error).toContain('2019年版')
    expect(existsSync(path(`old.${kind}`))).toBe(false)
  })
})

describe('help', () => {
  it('is in Chinese, for all commands and for one', async () => {
    for (const argv of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await run(...argv)
      expect(code).toBe(0)
      for (const command of ['read', 'draft', 'check', 'export']) expect(out).toContain(`nianbao ${command} `)
    }
    const { out } = await run('draft', '--help')
    expect(out).toContain('--year')
    expect(out).not.toContain('nianbao export')
  })
})

describe('what was left out or is doubtful', () => {
  it('is said by every command that reads, on standard error', async () => {
    const file = path('remark.docx')
    const tables = (['proactive', 'applications', 'review'] as const).map((id) =>
      asXml(
        draw(formOf('2021'), id, huaian().figures, {
          figure: (key, text) => (key === 'proactive.rules.issued' ? '约1' : text),
        }),
      ),
    )
    writeFileSync(
      file,
      formFile(formOf('2021'), [tables[0] ?? '', tables[1] ?? '', `${tables[2]}${table([row([cell('联系人')])])}`]),
    )
    for (const argv of [
      ['check', file],
      ['export', file, '-o', path('a.docx')],
      ['draft', file, '--year', '2025', '-o', path('a.nianbao')],
    ]) {
      const { error } = await run(...argv)
      expect(error).toContain('存疑：“规章”的“本年制发件数”写的是“约1”')
      expect(error).toContain('1个不是年度报告的表')
    }
  })
})

describe('the entry', () => {
  const start = (node: string, ...args: string[]) =>
    new Promise<{ code: number; out: string; error: string }>((resolve) => {
      execFile(node, args, { cwd: fileURLToPath(new URL('../..', import.meta.url)) }, (failed, out, error) =>
        resolve({ code: typeof failed?.code === 'number' ? failed.code : 0, out, error }),
      )
    })

  it('runs as a process of its own, from the sources', async () => {
    const { code, out } = await start(process.execPath, 'build/run.mjs', 'electron/cliMain.ts', 'check', huaianFile)
    expect([code, out]).toEqual([0, '没有发现问题。\n'])
  })

  it.runIf(existsSync('/dev/full'))('says so and exits 2 where the result cannot be written', async () => {
    const { code, error } = await start(
      'sh',
      '-c',
      `"${process.execPath}" build/run.mjs electron/cliMain.ts read "${huaianFile}" > /dev/full`,
    )
    expect([code, error]).toEqual([2, '结果没有能写出，请检查磁盘空间或输出位置后重试。\n'])
  })

  it('exits 2 with one line for bad input', async () => {
    const { code, out, error } = await start(
      process.execPath,
      'build/run.mjs',
      'electron/cliMain.ts',
      'read',
      path('none.docx'),
    )
    expect([code, out, error]).toEqual([2, '', '找不到这个文件，请检查文件名和所在文件夹后重试。\n'])
  })
})
