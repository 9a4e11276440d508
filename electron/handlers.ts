/** The calls of the contract carried out: the use cases behind the window, on the open data file. */
import type { Handlers } from '../shared/api.ts'
import { createApplication } from './application.ts'
import type { Desktop } from './desktopPort.ts'
import { backupCalls } from './handlers/backups.ts'
import { damageCalls } from './handlers/damage.ts'
import { dataFileCalls, exportCalls, importCalls } from './handlers/files.ts'
import { createHandles } from './handlers/handles.ts'
import { handOverCalls } from './handlers/handOver.ts'
import { homeAndUnits } from './handlers/homeAndUnits.ts'
import { otherDataCalls } from './handlers/otherData.ts'
import { phraseCalls } from './handlers/phrases.ts'
import { printCalls } from './handlers/printing.ts'
import { reportedCalls } from './handlers/reported.ts'
import { reportCalls } from './handlers/reports.ts'
import { openSession } from './handlers/session.ts'
import { createReader } from './reading/reader.ts'

export interface HandlersOptions {
  /** The data file; where it is absent, the one the person chose last, or the one in the program's own folder. */
  readonly dataFile?: string
  readonly now?: () => Date
}

/** Opens the data file and gives the handlers of all calls. A data file that cannot be opened is told by `start`. */
export function createHandlers(desktop: Desktop, options: HandlersOptions = {}): { handlers: Handlers; close(): void } {
  const application = createApplication(createReader(() => desktop.startReadingChild()))
  const handles = createHandles()
  const session = openSession({ desktop, application, handles }, options)
  return {
    handlers: {
      ...dataFileCalls(session),
      ...homeAndUnits(session),
      ...reportCalls(session),
      ...phraseCalls(session),
      ...importCalls(session),
      ...exportCalls(session),
      ...otherDataCalls(session),
      ...printCalls(session),
      ...backupCalls(session),
      ...damageCalls(session),
      ...handOverCalls(session),
      ...reportedCalls(session),
    },
    close() {
      session.close()
      application.close()
      handles.close()
    },
  }
}
