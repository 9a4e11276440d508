/** Files in every format with every fault: each cell is right, doubtful or missing as the fault demands, and none is wrong. */
import { describe, expect, it } from 'vitest'
import { documentOf, rightByPosition } from './assess.ts'
import { type CorpusFile, corpusFiles, readCorpus } from './corpus.ts'
import { type Generator, generators } from './generators.ts'

/**
 * What is known to fall short, by generator and fault: so many cells are missing or doubtful that should be right.
 * Where a label is broken by hand and its row by the end of a page, a PDF does not tell that both parts are one row.
 * Where another program has saved a second piece of a table with other columns than the first, its figures are doubtful.
 * In a text without the lines of its tables, labels repeated instead of merged leave nothing certain.
 */
const shortfalls: Readonly<Record<string, number>> = {
  'docx: saved by LibreOffice, table three broken in two': 161,
  'html: saved by LibreOffice, table three broken in two': 161,
  'pdf: saved by LibreOffice, table three broken in two': 161,
  'pdf: saved by LibreOffice, labels over lines': 29,
  'text: copied from a page, cells of figures merged': 2,
  'text: copied from a page, labels repeated instead of merged': 200,
  'text: copied from a word processor, labels repeated instead of merged': 200,
}

/** The files of each generator, made once for both of its tests. */
const made = new Map<string, Promise<readonly CorpusFile[]>>()
const filesOf = (generator: Generator): Promise<readonly CorpusFile[]> => {
  const files = made.get(generator.name) ?? corpusFiles(generator, { whole: false })
  made.set(generator.name, files)
  return files
}

const shortfallsOf = (name: string) =>
  Object.fromEntries(Object.entries(shortfalls).filter(([of]) => of.startsWith(`${name}, `)))

describe.each(generators.map((generator) => [generator.name, generator] as const))('%s', (name, generator) => {
  it('every cell of every file is as it should be', async () => {
    const results = await readCorpus(await filesOf(generator))
    const short: Record<string, number> = {}
    for (const { file, reading } of results) {
      const of = `${name}, ${file.fault.name}`
      if (reading.state !== 'read')
        throw new Error(`${of}: ${reading.state === 'refused' ? reading.why : reading.state}`)
      const wrong = [...reading.verdicts].filter(([, verdict]) => verdict === 'wrong')
      expect(wrong, `${of}: ${reading.faults.join('; ')}`).toEqual([])
      if (reading.faults.length > 0) short[of] = reading.faults.length
    }
    expect(short).toEqual(shortfallsOf(name))
  })

  it('a reader by position reads the official tables, and fails where labels are moved', async () => {
    const [plain, ...others] = await filesOf(generator)
    const moved = others.filter(({ fault }) => fault.moved)
    if (!plain) throw new Error('no file of the official tables')
    expect(moved.length).toBeGreaterThan(1)
    const shareOf = async ({ bytes, report }: CorpusFile) => {
      const right = rightByPosition(await documentOf(bytes, generator.kind), report)
      return right / Object.keys(report.figures).length
    }
    const whole = await shareOf(plain)
    expect(whole).toBeGreaterThan(0.95)
    for (const file of moved) expect(await shareOf(file), file.fault.name).toBeLessThan(whole)
  })
})
