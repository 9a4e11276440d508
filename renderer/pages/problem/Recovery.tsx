/** What there is to go on with where the data file is damaged or gone: the backup, what was rescued, or both. */
import { Button } from 'antd'
import type { Damage, RescuedReport } from '../../../shared/answers.ts'
import { momentWords, reasonWords, reportWords, timeWords } from '../settings/backupWords.ts'

export type From = 'backup' | 'rescued' | 'both'

interface RecoveryProps {
  readonly damage: Damage
  readonly busy: From | null
  readonly onRecover: (from: From) => void
}

export function Recovery({ damage, busy, onRecover }: RecoveryProps) {
  const { backup, rescued, reports, orphans } = damage
  if (!backup && rescued === 0) {
    return <p className="soft">旁边没有可用的自动备份，这个文件里也没有能读出来的报告。</p>
  }
  const both = backup !== null && rescued > 0
  const button = (from: From, words: string, primary: boolean) => (
    <Button
      type={primary ? 'primary' : 'default'}
      loading={busy === from}
      disabled={busy !== null && busy !== from}
      onClick={() => onRecover(from)}
    >
      {words}
    </Button>
  )
  return (
    <>
      <ul className="problem-choices">
        {both && (
          <li>
            {button('both', '备份和抢救的合起来', true)}
            <span>
              每份报告取较新而且完整的一份，见下表“取用”一栏；单位设置和常用语以备份为准，备份里没有的从损坏的文件补上。备份里的修改记录保留。
            </span>
          </li>
        )}
        {backup && (
          <li>
            {button('backup', '用最近的备份', !both)}
            <span>
              {timeWords(backup.at)}的备份（{reasonWords[backup.reason]}），有{backup.reports}份报告，已核对完好。
            </span>
          </li>
        )}
        {rescued > 0 && (
          <li>
            {button('rescued', '只用抢救出来的', !backup)}
            <span>
              从损坏的文件里读出了{rescuedParts(damage)}
              ；读不准的格标为“待确认”，没有读出的格是空白，单位设置和常用语请核对。修改记录（撤销、重做）和导出记录不带入。
              {orphans > 0 && `另有${orphans}处数字和文字不知道属于哪份报告，没有取用。`}
            </span>
          </li>
        )}
      </ul>
      <ReportTable reports={reports} both={both} read={rescued > 0} />
    </>
  )
}

/** What came out of the file: 3份报告、2个单位的设置、5条常用语. */
function rescuedParts({ rescued, units, phrases }: Damage): string {
  const parts = [[rescued, '份报告'] as const, [units, '个单位的设置'] as const, [phrases, '条常用语'] as const]
  return parts.flatMap(([count, words]) => (count > 0 ? [`${count}${words}`] : [])).join('、')
}

/** How much of a report was rescued. */
export function rescuedWords({ rescued }: RescuedReport): string {
  if (rescued === null) return '没有读出'
  const { cells, of, texts, doubtful, changedAt } = rescued
  const parts = [
    cells >= of ? `数字${cells}格` : `数字${cells}格（应有${of}格）`,
    texts === 4 ? '文字4段' : `文字${texts}段（应有4段）`,
    ...(doubtful > 0 ? [`${doubtful}处待确认`] : []),
  ]
  return `${parts.join('，')}；改于${momentWords(changedAt)}`
}

interface ReportTableProps {
  readonly reports: readonly RescuedReport[]
  readonly both: boolean
  /** Whether anything was read out of the file. */
  readonly read: boolean
}

function ReportTable({ reports, both, read }: ReportTableProps) {
  return (
    <section className="problem-scroll" aria-label="能恢复的报告">
      <table className="problem-reports">
        <thead>
          <tr>
            <th scope="col">报告</th>
            {read && <th scope="col">抢救出来的</th>}
            <th scope="col">备份里的</th>
            {both && <th scope="col">取用</th>}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={reportWords(report)}>
              <td>{reportWords(report)}</td>
              {read && <td>{rescuedWords(report)}</td>}
              <td>{report.backupChangedAt === null ? '没有' : `改于${momentWords(report.backupChangedAt)}`}</td>
              {both && <td>{report.take === 'rescued' ? '抢救出来的' : '备份'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
