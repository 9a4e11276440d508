/** 预览和导出: the pages, what the findings are, the files, and what to do with them. */
import { Alert, App, Button, Space } from 'antd'
import { useDeferredValue } from 'react'
import type { SourceFile } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import type { Choosing } from '../../app/useChoices.ts'
import type { ReportEditing } from '../../app/useReport.ts'
import { PageView } from '../../preview/PageView.tsx'
import { ChoicesPanel } from './ChoicesPanel.tsx'
import { MarkReported } from './MarkReported.tsx'
import { isFrozen } from './Reported.tsx'
import { type ExportKind, exportKinds, useExport } from './useExport.ts'
import { usePrinting } from './usePrinting.ts'

interface ExportStepProps {
  readonly client: Client
  readonly editing: ReportEditing
  readonly choosing: Choosing
  readonly findings: readonly Finding[]
  readonly onCheck: () => void
}

const buttons: Readonly<Record<ExportKind, string>> = { docx: '导出 Word', html: '导出网页', xlsx: '导出表格' }

/** What is done with a file of each kind. */
const nextSteps: Readonly<Record<ExportKind, string>> = {
  docx: '用 A4 纸双面打印，左侧装订；在成文日期上加盖公章，由单位负责人签字后报送，并在政府网站的政府信息公开年报栏目发布。',
  html: '用浏览器打开核对后，发布在政府网站的政府信息公开年报栏目；也可以全选复制，粘贴到网站后台的编辑框里。',
  xlsx: '三张表各占一个工作表，合计是公式，随数字自动重算，可以报给用表格汇总的上级。',
}

export function ExportStep({ client, editing, choosing, findings, onCheck }: ExportStepProps) {
  const { message, modal } = App.useApp()
  const { working, exported, write } = useExport(client, editing)
  const printing = usePrinting(client, editing)
  // A long report takes a moment to lay out: what is typed is not held up by it.
  const choices = useDeferredValue(choosing.choices)
  const errors = findings.filter(({ severity, override }) => severity === 'error' && !override).length
  // What is not confirmed is counted cell by cell and text by text below, and not once more as a warning.
  const warnings = findings.filter(({ severity, rule }) => severity === 'warning' && rule !== 'CONFIRM').length
  const open = editing.report.unconfirmed.length + editing.report.textUnconfirmed.length

  function ask(kind: ExportKind): void {
    if (errors + warnings + open === 0) {
      void write(kind)
      return
    }
    modal.confirm({
      title: '还有没有处理的问题，仍要导出吗？',
      content: summary(errors, warnings, open),
      okText: '仍要导出',
      cancelText: '先去审核',
      onOk: () => write(kind),
      onCancel: onCheck,
    })
  }

  const run = async (call: 'openExported' | 'showExported', { handle }: SourceFile) => {
    const answer = await client[call]({ handle })
    if (!answer.ok) message.error(answer.message)
  }
  const openers = (file: SourceFile) => (
    <Space>
      <Button onClick={() => void run('openExported', file)}>打开</Button>
      <Button onClick={() => void run('showExported', file)}>在文件夹中显示</Button>
    </Space>
  )

  return (
    <section className="export-step" aria-label="预览和导出">
      <div className="step-tools">
        {exportKinds.map((kind) => (
          <Button
            key={kind}
            type={kind === 'docx' ? 'primary' : 'default'}
            loading={working === kind}
            disabled={working !== null && working !== kind}
            onClick={() => ask(kind)}
          >
            {buttons[kind]}
          </Button>
        ))}
        <Button loading={printing.working === 'pdf'} onClick={() => void printing.savePdf()}>
          保存为 PDF
        </Button>
        <Button loading={printing.working === 'print'} onClick={() => void printing.print()}>
          打印
        </Button>
        {editing.opened.origin === 'written' && !isFrozen(editing.opened) && (
          <MarkReported client={client} opened={editing.opened} settle={editing.settle} onOpened={editing.take} />
        )}
        <span className="step-note">{summary(errors, warnings, open)}</span>
      </div>
      {exported && (
        <Alert
          type="success"
          showIcon
          title={`已导出“${exported.file.name}”`}
          description={nextSteps[exported.kind]}
          action={openers(exported.file)}
        />
      )}
      {printing.saved && (
        <Alert type="success" showIcon title={`已保存“${printing.saved.name}”`} action={openers(printing.saved)} />
      )}
      <div className="export-body">
        <PageView report={editing.report} choices={choices} />
        <ChoicesPanel {...choosing} />
      </div>
    </section>
  )
}

function summary(errors: number, warnings: number, open: number): string {
  const parts = [
    ...(errors > 0 ? [`错误${errors}条`] : []),
    ...(warnings > 0 ? [`警告${warnings}条`] : []),
    ...(open > 0 ? [`待确认${open}处`] : []),
  ]
  return parts.length === 0 ? '没有发现问题' : parts.join('，')
}
