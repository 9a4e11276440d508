/** Exporting from the window: first everything is saved, then the file is written, and its name kept for opening it. */
import { App } from 'antd'
import { useState } from 'react'
import type { SourceFile } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import type { ReportEditing } from '../../app/useReport.ts'

export const exportKinds = ['docx', 'html', 'xlsx'] as const
export type ExportKind = (typeof exportKinds)[number]

export interface Exported {
  readonly kind: ExportKind
  readonly file: SourceFile
}

export interface Exporting {
  /** The kind that is being written. */
  readonly working: ExportKind | null
  readonly exported: Exported | null
  readonly write: (kind: ExportKind) => Promise<void>
}

export function useExport(client: Client, editing: ReportEditing): Exporting {
  const { message, modal } = App.useApp()
  const [exported, setExported] = useState<Exported | null>(null)
  const [working, setWorking] = useState<ExportKind | null>(null)
  const { id } = editing.opened

  async function write(kind: ExportKind): Promise<void> {
    setWorking(kind)
    try {
      if (!(await editing.settle())) {
        message.error('还有修改没有保存，暂不导出，请等保存成功后再试。')
        return
      }
      const answer = await (kind === 'docx' ? client.exportWord({ id }) : client.exportOther({ id, kind }))
      if (!answer.ok) modal.error({ title: '没有导出', content: answer.message })
      else if (answer.value) {
        setExported({ kind, file: answer.value })
        await editing.reload()
      }
    } finally {
      setWorking(null)
    }
  }

  return { working, exported, write }
}
