import { Button, Dropdown, type MenuProps } from 'antd'
import { useMemo, useState } from 'react'
import type { ReportEntry } from '../../../shared/answers.ts'
import type { PageProps } from '../../app/place.ts'
import { Failure } from '../parts/Failure.tsx'
import { answered } from '../parts/useAnswer.ts'
import { ReportRow } from './ReportRow.tsx'
import type { UnitTask } from './UnitDialogs.tsx'
import { type NextReport, nextReport, type UnitYears, visibleYears } from './unitList.ts'
import { useStates } from './useStates.ts'

interface UnitTableProps extends PageProps {
  readonly groups: readonly UnitYears[]
  /** How many years of a unit are drawn without unfolding. */
  readonly least: number
  readonly today: string
  readonly onTask: (task: UnitTask) => void
  readonly onFailure: (message: string) => void
}

/** Units with their years as one table; older years are drawn, and their states asked for, only when unfolded. */
export function UnitTable({ client, go, groups, least, today, onTask, onFailure }: UnitTableProps) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const shown = useMemo(
    () => groups.flatMap((group) => visibleYears(group, unfolded.has(group.entry.id), least).shown),
    [groups, unfolded, least],
  )
  const { stateOf, failure, retry } = useStates(client, shown)
  const toggle = (id: number) =>
    setUnfolded((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  async function writeNext({ from, year }: NextReport) {
    const answer = await answered(client.continueReport({ id: from.id, year }))
    if (answer.ok) go({ at: 'report', id: answer.value.id })
    else onFailure(answer.message)
  }
  return (
    <>
      <Failure message={failure} onRetry={retry} />
      <table className="units">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">年度</th>
            <th scope="col">状态</th>
            <th scope="col">距公布期限</th>
            <th scope="col">上次修改</th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <UnitBody
            key={group.entry.id}
            {...{ go, group, least, today, onTask, stateOf }}
            unfolded={unfolded.has(group.entry.id)}
            onFold={() => toggle(group.entry.id)}
            onNext={writeNext}
          />
        ))}
      </table>
    </>
  )
}

interface UnitBodyProps {
  readonly go: PageProps['go']
  readonly group: UnitYears
  readonly least: number
  readonly today: string
  readonly unfolded: boolean
  readonly onFold: () => void
  readonly onTask: (task: UnitTask) => void
  readonly onNext: (next: NextReport) => Promise<void>
  readonly stateOf: ReturnType<typeof useStates>['stateOf']
}

function UnitBody({ group, least, unfolded, onFold, onTask, onNext, stateOf, go, today }: UnitBodyProps) {
  const { shown, folded } = visibleYears(group, unfolded, least)
  const { name } = group.entry.unit
  const next = nextReport(group, today)
  const rows: readonly (ReportEntry | null)[] = shown.length > 0 ? shown : [null]
  return (
    <tbody>
      {rows.map((report, index) => (
        <tr key={report?.id ?? 'none'}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={rows.length} className="unit">
              <div className="unit-line">
                <span className="unit-name">{name}</span>
                {(folded > 0 || unfolded) && (
                  <button
                    type="button"
                    className="unit-fold"
                    aria-expanded={unfolded}
                    aria-label={`${name}：${unfolded ? '收起较早的年度' : `较早的${folded}个年度`}`}
                    onClick={onFold}
                  >
                    {unfolded ? '收起' : `较早${folded}年`}
                  </button>
                )}
                <UnitMenu group={group} next={next} onTask={onTask} onNext={onNext} />
              </div>
            </th>
          )}
          {report ? (
            <ReportRow
              {...{ go, group, report, today, onNext }}
              state={stateOf(report)}
              next={next?.due && next.from === report ? next : null}
            />
          ) : (
            <td colSpan={5} className="soft">
              还没有年度报告，可导入上年报告或新建空白报告。
            </td>
          )}
        </tr>
      ))}
    </tbody>
  )
}

interface UnitMenuProps {
  readonly group: UnitYears
  readonly next: NextReport | null
  readonly onTask: (task: UnitTask) => void
  readonly onNext: (next: NextReport) => Promise<void>
}

function UnitMenu({ group, next, onTask, onNext }: UnitMenuProps) {
  const { archived, unit } = group.entry
  const task = (kind: UnitTask['kind']) => () => onTask({ kind, group })
  const items: MenuProps['items'] = [
    ...(next
      ? [{ key: 'next', label: `用${next.from.year}年度编写${next.year}年度`, onClick: () => void onNext(next) }]
      : []),
    { key: 'rename', label: '改名…', onClick: task('rename') },
    { key: 'archive', label: archived ? '恢复使用' : '归档', onClick: task('archive') },
    { type: 'divider' },
    { key: 'delete', label: <span className="menu-delete">删除…</span>, onClick: task('delete') },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" size="small" className="unit-menu" aria-haspopup="menu" aria-label={`${unit.name}：更多操作`}>
        更多
      </Button>
    </Dropdown>
  )
}
