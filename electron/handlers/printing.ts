/** Calls that put the pages the window shows on paper or into a PDF. */

import type { Answer } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import { writeAtomically } from '../files.ts'
import { fileNameOf, withEnding } from './files.ts'
import { good, plain, type Session } from './session.ts'

type PrintCalls = Pick<Handlers, 'savePdf' | 'printPages'>

const refuse = (message: string): Answer<never> => ({ ok: false, message })

export function printCalls({ desktop, handles, withStore }: Session): PrintCalls {
  return {
    async savePdf({ id }) {
      const loaded = withStore((store) => plain(store.loadReport(id)))
      if (!loaded.ok) return loaded
      const name = fileNameOf(loaded.value.title, 'pdf')
      const chosen = await desktop.chooseTarget('保存为 PDF', name, [{ name: 'PDF 文件', extensions: ['pdf'] }])
      if (chosen === null) return good(null)
      const path = withEnding(chosen, '.pdf')
      const pages = await desktop.pagesAsPdf().catch(() => null)
      if (pages === null)
        return refuse('PDF 没有生成，原文件没有改动，报告不受影响；请重试，或导出 Word 后另存为 PDF。')
      const written = await writeAtomically(path, pages)
      return written.ok ? good(handles.ofPath(path)) : written
    },
    async printPages() {
      return (await desktop.printPages())
        ? good(null)
        : refuse('没有打印出来，报告不受影响；请检查打印机后重试，或保存为 PDF 后再打印。')
    },
  }
}
