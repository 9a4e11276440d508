/** Reading a .docx, guards and recognition included, against mammoth alone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import mammoth from 'mammoth'
import { forkReadingChild } from '../../electron/reading/forkedChild.ts'
import { createReader } from '../../electron/reading/reader.ts'
import { fuzzedKinds, seedOf } from '../reading/fuzz/seeds.ts'
import { hostileFiles } from './hostileFiles.ts'
import { compared, type Line, limited, runProgram, sideBySide } from './measure.ts'

const sample = resolve('tests/fixtures/huaian-2024.docx')

async function warm(): Promise<Line> {
  const reader = createReader(() => forkReadingChild())
  const buffer = readFileSync(sample)
  try {
    const times = await sideBySide(
      [
        {
          name: 'ours',
          async run() {
            const outcome = await reader.read(sample)
            if (!outcome.ok) throw new Error(outcome.message)
          },
        },
        { name: 'mammoth', run: () => mammoth.convertToHtml({ buffer }) },
      ],
      25,
    )
    return compared(
      'read a .docx, warm child',
      [times.get('ours') ?? 0, times.get('mammoth') ?? 0],
      'mammoth alone, warm',
      1.3,
    )
  } finally {
    reader.close()
  }
}

async function cold(entry: readonly string[], what: string): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  const script = join(folder, 'mammoth.mjs')
  const mammothFile = import.meta.resolve('mammoth')
  writeFileSync(
    script,
    `import mammoth from ${JSON.stringify(mammothFile)}\nconst { value } = await mammoth.convertToHtml({ path: ${JSON.stringify(sample)} })\nconsole.log(value)\n`,
  )
  try {
    const times = await sideBySide(
      [
        { name: 'ours', run: () => runProgram([...entry, 'read', sample]) },
        { name: 'mammoth', run: () => runProgram([script]) },
      ],
      15,
      2,
    )
    return compared(what, [times.get('ours') ?? 0, times.get('mammoth') ?? 0], 'cold Node with mammoth alone', 1.3)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The largest resident size of a fresh process that refuses each hostile file in turn, in MB. */
function peakOfRefusing(): Line {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  try {
    const peaks = hostileFiles().map(({ name, bytes }) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      const { refused, megabytes } = JSON.parse(runProgram([resolve('tests/bench/peak.ts'), path])) as {
        refused: boolean
        megabytes: number
      }
      if (!refused) throw new Error(`${name} was not refused`)
      return megabytes
    })
    return limited('peak memory of refusing a hostile file', Math.max(...peaks), 300, 'MB')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each format in a warm child beside the .docx of the same figures, and what a fresh process needs at most. */
async function formats(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  const reader = createReader(() => forkReadingChild())
  try {
    const paths: { kind: string; path: string }[] = []
    for (const kind of fuzzedKinds) {
      const path = join(folder, `report.${kind}`)
      writeFileSync(path, (await seedOf(kind)).bytes)
      paths.push({ kind, path })
    }
    const contenders = paths.map(({ kind, path }) => ({
      name: kind,
      async run() {
        const outcome = await reader.read(path)
        if (!outcome.ok) throw new Error(`${kind}: ${outcome.message}`)
      },
    }))
    const times = await sideBySide(contenders, 10, 3)
    return paths.flatMap(({ kind, path }) => {
      const { megabytes } = JSON.parse(runProgram([resolve('tests/bench/peak.ts'), path])) as { megabytes: number }
      return [
        compared(`read .${kind}, warm child`, [times.get(kind) ?? 0, times.get('docx') ?? 0], 'the .docx', 5),
        limited(`peak memory of reading .${kind}`, megabytes, 300, 'MB'),
      ]
    })
  } finally {
    reader.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function benchReading(): Promise<Line[]> {
  return [
    await warm(),
    await cold([resolve('dist/nianbao.js')], 'command line `read`, built'),
    await cold([resolve('build/run.mjs'), 'electron/cliMain.ts'], 'command line `read`, from the sources'),
    peakOfRefusing(),
    ...(await formats()),
  ]
}
