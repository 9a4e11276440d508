/** Puts a table on the clipboard, for pasting into Word, WPS, Excel or a web form. */
import { App, Button } from 'antd'
import { copiedTable } from '../../../shared/document/html/copiedTable.ts'
import type { FormTable } from '../../../shared/forms/form.ts'
import type { Figures } from '../../../shared/report.ts'

interface CopyTableButtonProps {
  readonly table: FormTable
  /** What stands in the table, totals too. */
  readonly figures: Figures
}

export function CopyTableButton({ table, figures }: CopyTableButtonProps) {
  const { message } = App.useApp()

  async function copy(): Promise<void> {
    const { html, text } = copiedTable(table, figures)
    try {
      const parts = { 'text/html': html, 'text/plain': text }
      await navigator.clipboard.write([new ClipboardItem(parts)])
    } catch {
      message.error('表格没有复制，剪贴板仍是原来的内容，请点一下窗口后重试。')
      return
    }
    message.success('已复制，可以粘贴到 Word、WPS、Excel 或网页表单里。')
  }

  return (
    <Button size="small" onClick={() => void copy()}>
      复制表格
    </Button>
  )
}
