/** The corpus: every generator with every fault, and what the readers make of it. */
import type { CellKey } from '../../../shared/forms/form.ts'
import { huaian } from '../../fixtures/samples.ts'
import { type Reading, readCorpusFile, type Verdict } from './assess.ts'
import { faults } from './faults.ts'
import type { Generator } from './generators.ts'
import { type CorpusReport, corpusReport, type Fault } from './report.ts'

export interface CorpusFile {
  readonly generator: Generator
  readonly fault: Fault
  readonly report: CorpusReport
  readonly bytes: Buffer
}

/** LibreOffice takes about half a second a file: of what it makes, these are in the short run. */
const shortRun = new Set([
  'the official tables',
  'columns in another order',
  'labels over lines',
  'a title row above each table',
  'table three broken in two',
  'the report of the year before in front',
  'groups in the labels of their rows',
  'a missing row',
  'label cells not merged',
  'a row twice with other figures',
])

/** The files of one generator. */
export async function corpusFiles(generator: Generator, { whole }: { whole: boolean }): Promise<readonly CorpusFile[]> {
  const kept = faults.filter(({ name }) => !generator.loses?.includes(name))
  const chosen = whole || !generator.slow ? kept : kept.filter(({ name }) => shortRun.has(name))
  const { figures } = huaian()
  const reports = chosen.map((fault) => demanded(generator, corpusReport(fault, figures)))
  const written = await generator.write(reports)
  return chosen.map((fault, index) => {
    const [report, bytes] = [reports[index], written[index]]
    if (!report || !bytes) throw new Error(`${generator.name} made no file of ${fault.name}`)
    return { generator, fault, report, bytes }
  })
}

/** Where a generator puts something behind each whole number, none of those is to be read as certain. */
function demanded({ doubts }: Generator, report: CorpusReport): CorpusReport {
  if (!doubts) return report
  const digits = (key: CellKey) => report.texts.get(key)?.match(/^\d+$/) !== null
  return {
    ...report,
    demand: (key) => (report.demand(key) === 'right' && digits(key) ? 'doubtful' : report.demand(key)),
  }
}

export interface Result {
  readonly file: CorpusFile
  readonly reading: Reading
}

/** Reads files one after the other. */
export async function readCorpus(files: readonly CorpusFile[]): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const file of files) {
    results.push({ file, reading: await readCorpusFile(file.bytes, file.generator, file.report) })
  }
  return results
}

const verdicts: readonly Verdict[] = ['right', 'doubtful', 'missing', 'wrong']
const share = (count: number, of: number) => (of === 0 ? '–' : `${((100 * count) / of).toFixed(2)}%`)

/** The shares of a generator's cells as a row of the report, and a line for each file that is not read as it should be. */
export function reportLines(generator: Generator, results: readonly Result[]): readonly string[] {
  const read = results.flatMap(({ reading }) => (reading.state === 'read' ? [reading] : []))
  const all = read.flatMap((reading) => [...reading.verdicts.values()])
  const counts = verdicts.map((verdict) => share(all.filter((found) => found === verdict).length, all.length))
  const noReader = results.filter(({ reading }) => reading.state === 'noReader').length
  const row = [generator.name, results.length, all.length, ...counts].join(' | ')
  const remarks = results.flatMap(({ file, reading }) => {
    if (reading.state === 'refused') return [`  ${file.fault.name}: refused, ${reading.why}`]
    if (reading.state === 'noReader' || reading.faults.length === 0) return []
    const { length } = reading.faults
    return [`  ${file.fault.name}: ${length} cells otherwise than demanded; ${reading.faults.slice(0, 3).join('; ')}`]
  })
  return [`| ${row} |`, ...(noReader > 0 ? [`  ${noReader} files of a format that has no reader yet`] : []), ...remarks]
}

export const reportHead =
  '| generator | files | cells | right | doubtful | missing | wrong |\n|---|---|---|---|---|---|---|'
