import { Alert, Button } from 'antd'
import { useState } from 'react'
import { PasteDialog } from './PasteDialog.tsx'
import type { Pasted } from './pasted.ts'

interface ChooseSourceProps {
  /** Why the last file was not taken. */
  readonly refusal: string | null
  readonly onChoose: () => void
  readonly onPaste: (pasted: Pasted) => void
  readonly onBack: () => void
}

/** Asks for last year's file. */
export function ChooseSource({ refusal, onChoose, onPaste, onBack }: ChooseSourceProps) {
  const [pasting, setPasting] = useState(false)
  return (
    <section className="import-choose" aria-labelledby="import-heading">
      <h1 id="import-heading">导入上年报告</h1>
      {refusal !== null && <Alert type="error" showIcon className="page-failure" title={refusal} />}
      <div className="import-zone">
        <p>把去年的年度报告文件拖到这里</p>
        <div className="import-ways">
          <Button type="primary" size="large" onClick={onChoose}>
            {refusal === null ? '选择文件…' : '另选文件…'}
          </Button>
          <Button size="large" onClick={() => setPasting(true)}>
            粘贴文字…
          </Button>
        </div>
        <p className="soft">
          Word 和 WPS
          文件（.docx、.doc、.wps）、PDF、网页（.html、.mht）、表格（.xlsx、.xls）、文本，或本程序的数据文件（.nianbao）。
          <br />
          只读取，不会改动原文件。报告在网页或 PDF 里时，也可以把全文复制下来，用“粘贴文字”读取。扫描件读不出文字。
        </p>
      </div>
      <Button type="link" onClick={onBack}>
        返回年度报告
      </Button>
      {pasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onDone={(pasted) => {
            setPasting(false)
            onPaste(pasted)
          }}
        />
      )}
    </section>
  )
}
