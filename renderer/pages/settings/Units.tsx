import { Input } from 'antd'
import { useState } from 'react'
import type { UnitEntry } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { matching, searchFrom } from '../home/unitList.ts'
import { UnitForm } from './UnitForm.tsx'
import type { UnitDraft } from './unitDraft.ts'

interface UnitsProps {
  readonly client: Client
  readonly entries: readonly UnitEntry[]
  readonly reload: () => Promise<void>
  /** Drafts that are not saved yet, by unit. */
  readonly unsaved: Map<number, UnitDraft>
}

/** The units beside the form of the chosen one. */
export function Units({ client, entries, reload, unsaved }: UnitsProps) {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const inUseFirst = [...entries].sort((a, b) => Number(a.archived) - Number(b.archived))
  const groups = inUseFirst.map((entry) => ({ entry, reports: [], changedAt: '' }))
  const found = matching(groups, query).map(({ entry }) => entry)
  const current = entries.find(({ id }) => id === chosen) ?? inUseFirst[0]
  return (
    <section className="settings-block" aria-labelledby="settings-units">
      <h2 id="settings-units">单位</h2>
      {!current && <p className="soft">还没有单位。导入上年报告或新建空白报告时会建立。</p>}
      {current && (
        <div className="settings-units">
          <div>
            {entries.length >= searchFrom && (
              <Input
                className="settings-search"
                value={query}
                allowClear
                aria-label="按名称查找单位"
                placeholder={`按名称查找（共${entries.length}个）`}
                onChange={({ target }) => setQuery(target.value)}
              />
            )}
            <ul className="settings-list" aria-label="单位">
              {found.map((entry) => (
                <li key={entry.id}>
                  <button
                    type="button"
                    aria-current={entry.id === current.id ? 'true' : undefined}
                    onClick={() => setChosen(entry.id)}
                  >
                    {entry.unit.name}
                    {entry.archived && <span className="soft">（已归档）</span>}
                  </button>
                </li>
              ))}
              {found.length === 0 && <li className="settings-no-unit soft">没有这样的单位</li>}
            </ul>
          </div>
          <UnitForm key={current.id} client={client} entry={current} reload={reload} unsaved={unsaved} />
        </div>
      )}
    </section>
  )
}
