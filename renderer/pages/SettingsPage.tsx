import { useState } from 'react'
import type { PageProps } from '../app/place.ts'
import { Failure } from './parts/Failure.tsx'
import './parts/parts.css'
import { useAnswer } from './parts/useAnswer.ts'
import { DataFile } from './settings/DataFile.tsx'
import './settings/settings.css'
import { Units } from './settings/Units.tsx'
import type { UnitDraft } from './settings/unitDraft.ts'

/** 设置: the units, and the data file. */
export function SettingsPage({ client }: PageProps) {
  const home = useAnswer(() => client.home(undefined))
  const [shown, setShown] = useState(() => ({ file: 0, unsaved: new Map<number, UnitDraft>() }))

  /** Another data file is open: its units are shown afresh, and nothing typed for the file before gets into it. */
  async function showReplaced() {
    shown.unsaved.clear()
    await home.again()
    setShown({ file: shown.file + 1, unsaved: new Map() })
  }

  return (
    <div className="page settings" aria-busy={home.value === null && home.failure === null}>
      <h1>设置</h1>
      <Failure message={home.failure} onRetry={() => void home.again()} />
      {home.value && (
        <Units
          key={shown.file}
          client={client}
          entries={home.value.units}
          reload={home.again}
          unsaved={shown.unsaved}
        />
      )}
      <DataFile client={client} onReplaced={showReplaced} />
    </div>
  )
}
