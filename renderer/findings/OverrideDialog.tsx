import { type GetRef, Input, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import type { Finding } from '../../shared/checks/finding.ts'
import { Numbers } from './FindingItem.tsx'

interface OverrideDialogProps {
  readonly finding: Finding
  readonly onClose: () => void
  readonly onDone: (reason: string) => void
}

/** Asks why an error may stand. A reason holds only for the numbers it was written for. */
export function OverrideDialog({ finding, onClose, onDone }: OverrideDialogProps) {
  const id = useId()
  const field = useRef<GetRef<typeof Input.TextArea>>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)

  function done() {
    if (reason.trim() === '') return setMissing(true)
    onDone(reason.trim())
  }

  return (
    <Modal
      open
      title="说明理由"
      okText="保存理由"
      onOk={done}
      onCancel={onClose}
      width={560}
      afterOpenChange={(open) => open && field.current?.focus()}
    >
      <p className="override-finding">{finding.message}</p>
      <Numbers finding={finding} />
      <label className="override-label" htmlFor={id}>
        这样填写的理由
      </label>
      <Input.TextArea
        id={id}
        value={reason}
        rows={3}
        maxLength={1000}
        ref={field}
        status={missing ? 'error' : ''}
        aria-invalid={missing}
        aria-describedby={`${id}-missing ${id}-lapse`}
        placeholder="如：上年结转有更正，已于2025年3月在网站公布更正说明"
        onChange={({ target }) => {
          setReason(target.value)
          setMissing(false)
        }}
      />
      <div id={`${id}-missing`} className="override-missing" role="alert">
        {missing && '请写明理由，不能只填空格。'}
      </div>
      <p id={`${id}-lapse`} className="override-lapse">
        理由只对现在的数字有效：数字再变动时需重新说明。理由留在本程序中备查，不印在报告里。
      </p>
    </Modal>
  )
}
