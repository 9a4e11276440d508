/** 更正: asks why a report that was handed in is changed; without a reason it is not opened. */
import { type GetRef, Input, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import type { OpenedReport } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { answered } from '../parts/useAnswer.ts'
import { useSending } from './useSending.ts'

interface ReopenDialogProps {
  readonly client: Client
  readonly opened: OpenedReport
  readonly onClose: () => void
  readonly onOpened: (opened: OpenedReport) => void
}

export function ReopenDialog({ client, opened, onClose, onOpened }: ReopenDialogProps) {
  const id = useId()
  const field = useRef<GetRef<typeof Input.TextArea>>(null)
  const [reason, setReason] = useState('')
  const { busy, wrong, refuse, send } = useSending<OpenedReport>((reopened) => {
    onClose()
    onOpened(reopened)
  })

  function done(): void {
    if (reason.trim() === '') refuse('请写明原因，不能只填空格。')
    else void send(() => answered(client.reopenReport({ id: opened.id, reason: reason.trim() })))
  }

  return (
    <Modal
      open
      title="更正已报送的报告？"
      okText="开始更正"
      cancelText="不更正"
      okButtonProps={{ loading: busy }}
      onOk={done}
      onCancel={onClose}
      width={560}
      afterOpenChange={(open) => open && field.current?.focus()}
    >
      <p>报送时的内容会完整留底，随时可以查看和再次导出。公布后的报告有变动容易被评估通报，请确认确实需要更正。</p>
      <label htmlFor={id}>更正的原因</label>
      <Input.TextArea
        id={id}
        ref={field}
        value={reason}
        rows={3}
        maxLength={500}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-wrong`}
        placeholder="如：表三“自然人”一列漏计1件，县府办2026年2月3日电话通知改正"
        onChange={({ target }) => {
          setReason(target.value)
          refuse(null)
        }}
      />
      <div id={`${id}-wrong`} className="reported-wrong" role="alert">
        {wrong}
      </div>
    </Modal>
  )
}
