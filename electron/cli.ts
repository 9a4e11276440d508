/** The command line: the use cases without a window. Standard output carries only the result. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding } from '../shared/checks/finding.ts'
import { openErrors } from '../shared/checks/index.ts'
import { partNames, placeWords } from '../shared/checks/placeWords.ts'
import { toDataFile } from '../shared/dataFile.ts'
import { cellName, formOf } from '../shared/forms/lookup.ts'
import type { Report } from '../shared/report.ts'
import type { Application, ReadReport } from './application.ts'
import { choiceOptions, choicesFrom, type GivenChoices } from './cliChoices.ts'
import { help } from './cliHelp.ts'
import { exportKinds } from './exporting.ts'

export interface Output {
  out(text: string): void
  error(text: string): void
}

/** 0 done; 1 open errors (`check` only); 2 nothing was done, and one line says why. */
export type ExitCode = 0 | 1 | 2

type Command = (application: Application, args: Arguments, output: Output) => Promise<ExitCode>

interface Arguments {
  readonly file: string
  readonly out: string | undefined
  readonly year: string | undefined
  readonly last: string | undefined
  readonly unit: string | undefined
  readonly json: boolean
  readonly choices: GivenChoices
}

/** Options each command takes besides FILE. */
const commands: Readonly<Record<string, { readonly run: Command; readonly options: readonly string[] }>> = {
  read: { run: runRead, options: [] },
  draft: { run: runDraft, options: ['year', 'out', 'unit'] },
  check: { run: runCheck, options: ['last', 'json'] },
  export: { run: runExport, options: ['out', ...choiceOptions] },
}

/** Runs one command. `start` is called only once the arguments are right. */
export async function runCli(
  argv: readonly string[],
  output: Output,
  start: () => Promise<Application>,
): Promise<ExitCode> {
  const parsed = parse(argv)
  if ('message' in parsed) return fail(output, parsed.message)
  if ('help' in parsed) {
    output.out(help(parsed.help))
    return 0
  }
  const application = await start()
  try {
    return await parsed.run(application, parsed.arguments, output)
  } finally {
    application.close()
  }
}

type Parsed =
  | { readonly message: string }
  | { readonly help: string | undefined }
  | { readonly run: Command; readonly arguments: Arguments }

const misuse = (what: string): { message: string } => ({ message: `${what}，什么也没有做；用法请看 nianbao --help。` })

function parse(argv: readonly string[]): Parsed {
  const [name, ...rest] = argv
  if (name === undefined) return misuse('没有给出命令')
  if (name === '--help' || name === '-h' || name === 'help') return { help: undefined }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return misuse(`没有“${name}”这个命令`)
  return parseCommand(name, command, rest)
}

function parseCommand(
  name: string,
  { run, options }: { run: Command; options: readonly string[] },
  argv: readonly string[],
): Parsed {
  let parsed: ReturnType<typeof parseOptions>
  try {
    parsed = parseOptions(argv)
  } catch {
    return misuse('有不认识的选项，或选项后面缺少内容')
  }
  const { values, positionals } = parsed
  if (values.help) return { help: name }
  const unexpected = Object.keys(values).find((option) => !options.includes(option))
  if (unexpected !== undefined) return misuse(`${name} 命令没有 --${unexpected} 这个选项`)
  const [file, extra] = positionals
  if (file === undefined || file === '') return misuse(`${name} 命令后面要写文件名`)
  if (extra !== undefined) return misuse(`多出了“${extra}”`)
  const { out, year, last, unit, json = false, help: _, ...choices } = values
  return { run, arguments: { file, out, year, last, unit, json, choices } }
}

const parseOptions = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      out: { type: 'string', short: 'o' },
      year: { type: 'string' },
      last: { type: 'string' },
      unit: { type: 'string' },
      json: { type: 'boolean' },
      fonts: { type: 'string' },
      numerals: { type: 'string' },
      'page-number': { type: 'string' },
      seal: { type: 'string' },
      note: { type: 'string' },
      table: { type: 'string' },
      'sign-off': { type: 'string' },
      preparer: { type: 'string' },
      reviewer: { type: 'string' },
      phone: { type: 'string' },
    },
  })

function fail(output: Output, message: string): ExitCode {
  output.error(message.replace(/\s*\n\s*/g, ' '))
  return 2
}

async function runRead(application: Application, { file }: Arguments, output: Output): Promise<ExitCode> {
  const done = await application.read(file)
  if (!done.ok) return fail(output, done.message)
  const { source, report, sources, reports, chosen, notFound, doubtful, notes, findings } = done.read
  const facts = { notFound, doubtful, findings, notes, sources, reports, chosen }
  output.out(JSON.stringify({ source, report: toDataFile(report), ...facts }, null, 2))
  return 0
}

/** A target must end as its kind does, so that no last year's file is overwritten by a slip. */
function targetOf<Ending extends string>(
  { file, out }: Arguments,
  endings: readonly Ending[],
): { readonly out: string; readonly ending: Ending } | { readonly message: string } {
  const either = endings
    .map((ending) => `.${ending}`)
    .join('、')
    .replace(/、(?=[^、]*$)/, ' 或 ')
  if (out === undefined || out === '') return misuse(`要用 -o 写明输出的 ${either} 文件`)
  const ending = endings.find((one) => out.toLowerCase().endsWith(`.${one}`))
  if (ending === undefined) return { message: `输出文件“${out}”应以 ${either} 结尾，没有写入，请改正文件名。` }
  if (resolve(out) === resolve(file))
    return { message: `输出文件与“${file}”是同一个文件，没有写入，请另给一个文件名。` }
  return { out, ending }
}

async function runDraft(application: Application, args: Arguments, output: Output): Promise<ExitCode> {
  const { file, year = '', unit } = args
  const target = targetOf(args, ['nianbao'])
  if ('message' in target) return fail(output, target.message)
  if (!/^20\d\d$/.test(year)) return fail(output, misuse('要用 --year 写明今年报告的年份，如 --year 2025').message)
  if (unit !== undefined && unit.trim() === '') return fail(output, misuse('--unit 后面要写单位全称').message)
  const done = await application.draft(file, Number(year), target.out, unit?.trim())
  if (!done.ok) return fail(output, done.message)
  for (const line of draftLines(done.last, done.report, done.findings)) output.error(line)
  return 0
}

function draftLines(last: ReadReport, report: Report, findings: readonly Finding[]): string[] {
  const form = formOf(report.form)
  const carried = report.unconfirmed.map((key) => `${cellName(form, key)} ${report.figures[key]}`)
  return [
    ...readingLines(last),
    carried.length > 0 ? `已结转：${carried.join('，')}；请核对后确认。` : '没有可以结转的上年结转数字，请自行填写。',
    ...findings.filter(({ rule }) => rule !== 'EMPTY').map((finding) => findingLine(report, finding)),
  ]
}

/** What the person should know of how a file was read: what was left out, what is doubtful, what was not found. */
function readingLines({ source, report, doubtful, notFound, notes }: ReadReport): string[] {
  const form = formOf(report.form)
  return [
    ...notes,
    ...doubtful.map(({ key, text, why }) => `存疑：${cellName(form, key)}写的是“${text}”，${why}。`),
    ...(notFound.length > 0 && source.kind !== 'nianbao'
      ? [
          `没有找到${notFound.length}格，没有当作0：${notFound
            .slice(0, 5)
            .map((key) => cellName(form, key))
            .join('、')}${notFound.length > 5 ? '等' : ''}。`,
        ]
      : []),
  ]
}

async function runCheck(application: Application, { file, last, json }: Arguments, output: Output): Promise<ExitCode> {
  const done = await application.check(file, last)
  if (!done.ok) return fail(output, done.message)
  const { read, findings } = done
  for (const line of readingLines(read)) output.error(line)
  output.out(json ? JSON.stringify({ findings }, null, 2) : findingsText(read.report, findings))
  return openErrors(findings).length > 0 ? 1 : 0
}

const severityNames = { error: '错误', warning: '警告', hint: '提示' } as const

function findingLine(report: Report, finding: Finding): string {
  const { rule, severity, message, advice, override, note, where } = finding
  const place = where && where.from < where.to ? `${placeWords(report, finding)}：` : ''
  const reason = override ? `（已说明理由：${override.reason}）` : note === undefined ? '' : `（已说明：${note}）`
  return `${severityNames[severity]}${reason} ${rule} ${place}${message}${advice}`
}

function findingsText(report: Report, findings: readonly Finding[]): string {
  if (findings.length === 0) return '没有发现问题。'
  const counts = (['error', 'warning', 'hint'] as const).map(
    (severity) => `${severityNames[severity]}${findings.filter((finding) => finding.severity === severity).length}条`,
  )
  return [
    ...findings.map((finding) => findingLine(report, finding)),
    `共${findings.length}条：${counts.join('，')}。`,
  ].join('\n')
}

async function runExport(application: Application, args: Arguments, output: Output): Promise<ExitCode> {
  const target = targetOf(args, exportKinds)
  if ('message' in target) return fail(output, target.message)
  const chosen = choicesFrom(args.choices)
  if ('message' in chosen) return fail(output, chosen.message)
  const done = await application.exportReport(args.file, target.out, target.ending, chosen.choices)
  if (!done.ok) return fail(output, done.message)
  const { report, findings } = done.read
  const form = formOf(report.form)
  for (const line of readingLines(done.read)) output.error(line)
  for (const key of done.unconfirmed) output.error(`未确认：${cellName(form, key)} ${report.figures[key]}，已照印。`)
  for (const section of report.textUnconfirmed) output.error(`未确认：${partNames[section]}仍是上年的文字，已照印。`)
  for (const finding of findings) output.error(findingLine(report, finding))
  return 0
}
