/** The pages that are on the screen, on paper or as a PDF. */
import { App } from 'antd'
import { useState } from 'react'
import type { SourceFile } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import type { ReportEditing } from '../../app/useReport.ts'
import { answered } from '../parts/useAnswer.ts'

export interface Printing {
  readonly working: 'pdf' | 'print' | null
  /** The PDF that was saved last. */
  readonly saved: SourceFile | null
  savePdf(): Promise<void>
  print(): Promise<void>
}

export function usePrinting(client: Client, editing: ReportEditing): Printing {
  const { message, modal } = App.useApp()
  const [working, setWorking] = useState<'pdf' | 'print' | null>(null)
  const [saved, setSaved] = useState<SourceFile | null>(null)

  async function savePdf(): Promise<void> {
    setWorking('pdf')
    try {
      if (!(await editing.settle())) {
        message.error('还有修改没有保存，暂不保存 PDF，请等保存成功后再试。')
        return
      }
      const answer = await answered(client.savePdf({ id: editing.opened.id }))
      if (!answer.ok) modal.error({ title: '没有保存 PDF', content: answer.message })
      else if (answer.value) setSaved(answer.value)
    } finally {
      setWorking(null)
    }
  }

  async function print(): Promise<void> {
    setWorking('print')
    const answer = await answered(client.printPages(undefined))
    setWorking(null)
    if (!answer.ok) modal.error({ title: '没有打印', content: answer.message })
  }

  return { working, saved, savePdf, print }
}
