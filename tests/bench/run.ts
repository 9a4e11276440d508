/** `npm run bench`: ratios of things run side by side, medians. Says what was aimed at and what was missed. */

import { machine } from '../setUp.ts'
import { benchChecks } from './checks.ts'
import { asTable } from './measure.ts'
import { benchReading } from './reading.ts'
import { benchSaving } from './saving.ts'
import { benchWindow } from './window.ts'
import { benchWriting } from './writing.ts'

const lines = [
  ...(await benchReading()),
  ...(await benchWriting()),
  ...(await benchSaving()),
  ...(await benchChecks()),
  ...(await benchWindow()),
]
console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}\n\n${asTable(lines)}`)
const missed = lines.filter(({ met }) => !met)
console.log(missed.length === 0 ? '\nEvery aim is met.' : `\nMissed: ${missed.map(({ what }) => what).join('; ')}`)
