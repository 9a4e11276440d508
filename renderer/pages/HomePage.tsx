import { useState } from 'react'
import type { Home } from '../../shared/answers.ts'
import type { PageProps } from '../app/place.ts'
import { type Begin, FirstStart } from './home/FirstStart.tsx'
import { NewReportDialog } from './home/NewReportDialog.tsx'
import { UnitList } from './home/UnitList.tsx'
import './home/home.css'
import { Failure } from './parts/Failure.tsx'
import { handOver } from './parts/handOver.ts'
import './parts/parts.css'
import { answered, useAnswer } from './parts/useAnswer.ts'
import { useFileDrop } from './parts/useFileDrop.ts'

/** 年度报告: all units with their years, and the ways to begin one. A file dropped anywhere is read as last year's. */
export function HomePage({ client, go }: PageProps) {
  const home = useAnswer(() => client.home(undefined))
  const [failure, setFailure] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)

  async function importDropped(files: readonly File[]) {
    setFailure(null)
    const source = await handOver(client, files)
    if (source.ok) go({ at: 'import', source: source.value })
    else setFailure(source.message)
  }

  async function openExample() {
    setFailure(null)
    const example = await answered(client.createExample(undefined))
    if (example.ok) go({ at: 'report', id: example.value.id })
    else setFailure(example.message)
  }

  const dragged = useFileDrop((files) => void importDropped(files), !creating)
  const begin = {
    onImport: () => go({ at: 'import' }),
    onBlank: () => setCreating(true),
    onExample: () => void openExample(),
  }
  return (
    <div className="page home" aria-busy={home.value === null && home.failure === null}>
      <Failure message={home.failure} onRetry={() => void home.again()} />
      <Failure message={failure} onClose={() => setFailure(null)} />
      {home.value && <HomeContent {...{ client, go, begin }} home={home.value} reload={home.again} />}
      {home.value && creating && (
        <NewReportDialog client={client} home={home.value} onClose={() => setCreating(false)} go={go} />
      )}
      {dragged && <div className="drop-hint">松开鼠标，读取这个文件作为上年报告</div>}
    </div>
  )
}

interface ContentProps extends PageProps {
  readonly home: Home
  readonly begin: Begin
  readonly reload: () => Promise<void>
}

function HomeContent({ home, begin, ...rest }: ContentProps) {
  const first = home.reports.length === 0
  return (
    <>
      {home.clockTrouble && <p className="home-trouble">{home.clockTrouble}</p>}
      {home.backupTrouble && <p className="home-trouble">{home.backupTrouble}</p>}
      {first && <FirstStart {...begin} />}
      {(!first || home.units.length > 0) && <UnitList {...rest} home={home} begin={begin} first={first} />}
    </>
  )
}
