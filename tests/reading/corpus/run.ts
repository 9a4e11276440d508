/**
 * `npm run corpus`: makes the whole corpus, reads it, prints the shares of cells for each generator and writes them to
 * out/corpus.txt. `npm run corpus -- doc xls` runs only the generators whose names begin so.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { corpusFiles, readCorpus, reportHead, reportLines } from './corpus.ts'
import { generators } from './generators.ts'

const asked = process.argv.slice(2)
const lines: string[] = [reportHead]
console.log(reportHead)
let wrong = 0
let files = 0
for (const generator of generators) {
  if (asked.length > 0 && !asked.some((name) => generator.name.startsWith(name))) continue
  const results = await readCorpus(await corpusFiles(generator, { whole: true }))
  files += results.length
  for (const { reading } of results) {
    if (reading.state === 'read')
      wrong += [...reading.verdicts.values()].filter((verdict) => verdict === 'wrong').length
  }
  const added = reportLines(generator, results)
  lines.push(...added)
  console.log(added.join('\n'))
}
const sum = `${files} files, ${wrong} cells wrong`
console.log(sum)
mkdirSync('out', { recursive: true })
writeFileSync('out/corpus.txt', `${[...lines, sum].join('\n')}\n`)
process.exitCode = wrong > 0 ? 1 : 0
