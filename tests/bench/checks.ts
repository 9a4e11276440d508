/** All totals and all checks of a whole report, as they run at each key press. */
import { checkReport } from '../../shared/checks/index.ts'
import { formOf } from '../../shared/forms/lookup.ts'
import type { Report } from '../../shared/report.ts'
import { totalsOf } from '../../shared/totals.ts'
import { huaian } from '../fixtures/samples.ts'
import { type Line, limited, sideBySide } from './measure.ts'

export async function benchChecks(): Promise<Line[]> {
  const last = huaian()
  const report: Report = { ...huaian(), year: 2025, lastYear: { year: 2024, form: '2021', figures: last.figures } }
  const form = formOf('2021')
  const repeat = 20
  const run = () => {
    for (let times = 0; times < repeat; times += 1) {
      totalsOf(form, report.figures)
      checkReport(report)
    }
  }
  const times = await sideBySide([{ name: 'ours', run }], 40, 20)
  return [limited('all totals and checks of a report', (times.get('ours') ?? 0) / repeat, 1, 'ms')]
}
