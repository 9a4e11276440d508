import type { PageProps } from '../app/place.ts'
import { Failure } from './parts/Failure.tsx'
import './parts/parts.css'
import { useAnswer } from './parts/useAnswer.ts'
import { DataFile } from './settings/DataFile.tsx'
import './settings/settings.css'
import { Units } from './settings/Units.tsx'

/** 设置: the units, and the data file. */
export function SettingsPage({ client }: PageProps) {
  const home = useAnswer(() => client.home(undefined))
  return (
    <div className="page settings" aria-busy={home.value === null && home.failure === null}>
      <h1>设置</h1>
      <Failure message={home.failure} onRetry={() => void home.again()} />
      {home.value && <Units client={client} entries={home.value.units} reload={home.again} />}
      <DataFile client={client} onReplaced={home.again} />
    </div>
  )
}
