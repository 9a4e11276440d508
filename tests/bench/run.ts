/**
 * `npm run bench`: ratios of things run side by side, medians. Says what was aimed at and what was missed.
 * `npm run bench -- typing starting` runs only the groups that are named.
 */

import { machine } from '../setUp.ts'
import { benchBackup } from './backup.ts'
import { benchChecks } from './checks.ts'
import { benchDay } from './day.ts'
import { asTable, type Line } from './measure.ts'
import { benchReading } from './reading.ts'
import { benchSaving } from './saving.ts'
import { benchText } from './text.ts'
import { benchStarting, benchTyping } from './window.ts'
import { benchWriting } from './writing.ts'

const groups: Readonly<Record<string, () => Promise<Line[]>>> = {
  reading: benchReading,
  writing: benchWriting,
  saving: benchSaving,
  checks: benchChecks,
  text: benchText,
  backup: benchBackup,
  typing: benchTyping,
  starting: benchStarting,
  day: benchDay,
}
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(groups, name))
if (unknown.length > 0)
  throw new Error(`no such group: ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`)

const lines: Line[] = []
for (const [name, bench] of Object.entries(groups)) {
  if (asked.length === 0 || asked.includes(name)) lines.push(...(await bench()))
}
console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}\n\n${asTable(lines)}`)
const missed = lines.filter(({ met }) => !met)
console.log(missed.length === 0 ? '\nEvery aim is met.' : `\nMissed: ${missed.map(({ what }) => what).join('; ')}`)
