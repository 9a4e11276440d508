/** 交接 and 接收: everything on another PC, in one file. */
import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Answer, BroughtOver, HandedOver } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import type { FileKind } from '../desktopPort.ts'
import { writeAtomically } from '../files.ts'
import { localTime } from '../store/backups/names.ts'
import { type Arrived, handoverEnding, packHandover, unpackHandover } from '../store/handover.ts'
import type { Store } from '../store/store.ts'
import { freePath, withLibrary } from './backups.ts'
import { withEnding } from './files.ts'
import { borrowed, brought, listed } from './otherData.ts'
import { andThen, good, plain, type Session } from './session.ts'

type Calls = Pick<Handlers, 'handOver' | 'chooseHandedOver' | 'takeOver'>

const refuse = (message: string): Answer<never> => ({ ok: false, message })
const kinds: readonly FileKind[] = [{ name: '公开年报交接文件', extensions: [handoverEnding.slice(1)] }]

export function handOverCalls(session: Session): Calls {
  const { desktop, handles, withStore, now } = session
  const isEmpty = (store: Store): Answer<boolean> =>
    andThen(plain(store.listUnits()), (units) => good(units.length === 0))

  /** Writes the data file that arrived where `work` can open it; it goes away if it is not used. */
  async function unpacked<T>(arrived: Arrived, work: (path: string) => Answer<T>): Promise<Answer<T>> {
    const path = freePath(dirname(session.path()), '接收', new Date(now()))
    const written = await writeAtomically(path, arrived.bytes)
    if (!written.ok) return written
    try {
      return work(path)
    } finally {
      if (session.path() !== path) rmSync(path, { force: true })
    }
  }

  return {
    async handOver() {
      const day = localTime(new Date(now())).slice(0, 10)
      const chosen = await desktop.chooseTarget('交接文件存放到哪里', `公开年报交接-${day}${handoverEnding}`, kinds)
      if (chosen === null) return good(null)
      const packed = withStore((store) => withLibrary((library) => packHandover(library, store, now())))
      if (!packed.ok) return packed
      const path = withEnding(chosen, handoverEnding)
      const written = await writeAtomically(path, packed.value)
      if (!written.ok) return written
      // What was written is read back: a stick that drops bytes is found here and not on the other PC.
      return andThen(
        withLibrary((library) => unpackHandover(library, path)),
        () => good(basename(path)),
      )
    },
    async chooseHandedOver(): Promise<Answer<HandedOver | null>> {
      const path = await desktop.chooseFile('选择交接文件', kinds)
      if (path === null) return good(null)
      const arrived = withLibrary((library) => unpackHandover(library, path))
      if (!arrived.ok) return arrived
      const { manifest, content } = arrived.value
      return unpacked(arrived.value, (data) =>
        borrowed(data, (other) =>
          withStore((own) =>
            andThen(isEmpty(own), (intoEmpty) =>
              andThen(listed(own, other), (reports) =>
                good({ ...handles.ofPath(path), madeAt: manifest.madeAt, units: content.units, reports, intoEmpty }),
              ),
            ),
          ),
        ),
      )
    },
    async takeOver({ handle, ids }): Promise<Answer<BroughtOver>> {
      const path = handles.pathOf(handle)
      if (path === undefined) return refuse('这个文件已不在程序的记录里，没有接收，请重新选择。')
      const arrived = withLibrary((library) => unpackHandover(library, path))
      if (!arrived.ok) return arrived
      const empty = withStore(isEmpty)
      if (!empty.ok) return empty
      return unpacked(arrived.value, (data) => (empty.value ? becomes(session, data, arrived.value) : over(data, ids)))
    },
  }

  function over(data: string, ids: readonly number[]): Answer<BroughtOver> {
    return borrowed(data, (other) =>
      withStore((own) =>
        andThen(plain(session.autoBackup.before(own, 'import')), (backup) =>
          andThen(brought(own, other, { ids, at: now() }), (done) => good({ ...done, backup })),
        ),
      ),
    )
  }
}

/** Into an empty program: it becomes the data file, with its history; the empty one stays beside it. */
function becomes(session: Session, data: string, { content }: Arrived): Answer<BroughtOver> {
  const start = session.switchTo(data)
  if (start.state !== 'ready') return refuse(start.message)
  return good({ copied: content.reports.length, kept: [], backup: null })
}
