import { Button, Input, Pagination } from 'antd'
import { useMemo, useState } from 'react'
import type { Home } from '../../../shared/answers.ts'
import type { PageProps } from '../../app/place.ts'
import { Failure } from '../parts/Failure.tsx'
import type { Begin } from './FirstStart.tsx'
import { UnitDialogs, type UnitTask } from './UnitDialogs.tsx'
import { UnitTable } from './UnitTable.tsx'
import { groupByUnit, matching, pageOf, searchFrom, type UnitYears, unitsPerPage, yearsShown } from './unitList.ts'

interface UnitListProps extends PageProps {
  readonly home: Home
  readonly begin: Begin
  /** Whether the first start's choices stand above: then the heading and its buttons would only repeat them. */
  readonly first: boolean
  readonly reload: () => Promise<void>
}

/** All units in use, searched by name where they are many; archived ones are folded away below. */
export function UnitList({ client, go, home, begin, first, reload }: UnitListProps) {
  const [query, setQuery] = useState('')
  const [task, setTask] = useState<UnitTask | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const groups = useMemo(() => groupByUnit(home), [home])
  const active = useMemo(() => groups.filter(({ entry }) => !entry.archived), [groups])
  const archived = useMemo(() => groups.filter(({ entry }) => entry.archived), [groups])
  const found = useMemo(() => matching(active, query), [active, query])
  const foundArchived = useMemo(() => matching(archived, query), [archived, query])
  const table = {
    client,
    go,
    today: home.today,
    least: yearsShown(groups.length),
    onTask: setTask,
    onFailure: setFailure,
  }
  return (
    <section aria-labelledby="home-heading">
      <header className="home-head">
        {first ? <h2 id="home-heading">单位</h2> : <h1 id="home-heading">年度报告</h1>}
        {groups.length >= searchFrom && (
          <Input
            className="home-search"
            value={query}
            allowClear
            aria-label="按名称查找单位"
            placeholder={`按名称查找（共${active.length}个单位）`}
            onChange={({ target }) => setQuery(target.value)}
          />
        )}
        {!first && (
          <div className="home-begin">
            <Button type="text" onClick={begin.onExample}>
              看示例
            </Button>
            <Button onClick={begin.onBlank}>新建空白报告</Button>
            <Button type="primary" onClick={begin.onImport}>
              导入上年报告
            </Button>
          </div>
        )}
      </header>
      <Failure message={failure} onClose={() => setFailure(null)} />
      <PagedUnits groups={found} key={query} {...table} />
      {found.length === 0 && (
        <p className="home-none" role="status">
          {query.trim() === '' ? '没有在用的单位。' : `没有名称含“${query.trim()}”的在用单位。`}
        </p>
      )}
      {foundArchived.length > 0 && <Archived groups={foundArchived} {...table} />}
      <UnitDialogs client={client} task={task} onClose={() => setTask(null)} reload={reload} />
    </section>
  )
}

interface TableProps extends PageProps {
  readonly groups: readonly UnitYears[]
  readonly today: string
  readonly least: number
  readonly onTask: (task: UnitTask) => void
  readonly onFailure: (message: string) => void
}

function PagedUnits({ groups, ...rest }: TableProps) {
  const [wanted, setWanted] = useState(1)
  const { page, shown } = useMemo(() => pageOf(groups, wanted), [groups, wanted])
  if (groups.length === 0) return null
  return (
    <>
      <UnitTable groups={shown} {...rest} />
      {groups.length > unitsPerPage && (
        <nav className="home-pages" aria-label="单位列表翻页">
          <Pagination
            current={page}
            total={groups.length}
            pageSize={unitsPerPage}
            showSizeChanger={false}
            showTotal={(total, [from, to]) => `第${from}–${to}个，共${total}个单位`}
            onChange={setWanted}
          />
        </nav>
      )}
    </>
  )
}

function Archived({ groups, ...rest }: TableProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="home-archived" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>已归档的单位（{groups.length}个）</summary>
      {open && <PagedUnits groups={groups} {...rest} />}
    </details>
  )
}
