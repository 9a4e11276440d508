/** 已报送: freezing a report, opening it again for a correction, and what was handed in. */

import type { Answer, SourceFile } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import { exportedBytes, exportNames } from '../exporting.ts'
import { writeAtomically } from '../files.ts'
import { fileNameOf, withEnding } from './files.ts'
import { choicesOfReport } from './homeAndUnits.ts'
import { openReport } from './reports.ts'
import { andThen, good, plain, type Session } from './session.ts'

type Calls = Pick<Handlers, 'markReported' | 'reopenReport' | 'reportedState' | 'exportReported'>

export function reportedCalls(session: Session): Calls {
  const { desktop, handles, withStore, now } = session

  /** As it was handed in; its layout is what the unit has chosen by now. */
  async function exportState(id: number, number: number): Promise<Answer<SourceFile | null>> {
    const state = withStore((store) => plain(store.reportedState(id, number)))
    if (!state.ok) return state
    const choices = withStore((store) => choicesOfReport(store, id))
    if (!choices.ok) return choices
    const document = await exportedBytes(state.value, 'docx', choices.value)
    if (!document.ok) return document
    const name = fileNameOf(`${state.value.title}（第${number}次报送）`, 'docx')
    const kinds = [{ name: exportNames.docx.kind, extensions: ['docx'] }]
    const chosen = await desktop.chooseTarget('导出报送时的 Word 文件', name, kinds)
    if (chosen === null) return good(null)
    const path = withEnding(chosen, '.docx')
    const written = await writeAtomically(path, document.bytes)
    return written.ok ? good(handles.ofPath(path)) : written
  }

  return {
    markReported: ({ id, day }) =>
      withStore((store) => andThen(store.markReported(id, day, now()), () => openReport(store, id))),
    reopenReport: ({ id, reason }) =>
      withStore((store) => andThen(store.reopenReport(id, reason, now()), () => openReport(store, id))),
    reportedState: ({ id, number }) => withStore((store) => plain(store.reportedState(id, number))),
    exportReported: ({ id, number }) => exportState(id, number),
  }
}
