/** The button that marks a report as 已报送, with the day it was handed in. */
import { Button, DatePicker, Modal } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useId, useState } from 'react'
import type { Answer, OpenedReport } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { answered } from '../parts/useAnswer.ts'
import { useSending } from './useSending.ts'

interface MarkReportedProps {
  readonly client: Client
  readonly opened: OpenedReport
  /** Waits until everything typed is saved; false where it cannot be. */
  readonly settle: () => Promise<boolean>
  readonly onOpened: (opened: OpenedReport) => void
}

export function MarkReported({ client, opened, settle, onOpened }: MarkReportedProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>标为已报送…</Button>
      {asking && <Dialog {...{ client, opened, settle, onOpened }} onClose={() => setAsking(false)} />}
    </>
  )
}

const notSaved: Answer<never> = { ok: false, message: '还有修改没有保存，暂不能标为已报送，请等保存成功后再试。' }

function Dialog({ client, opened, settle, onOpened, onClose }: MarkReportedProps & { readonly onClose: () => void }) {
  const id = useId()
  const [day, setDay] = useState(dayjs())
  const { busy, wrong, send } = useSending<OpenedReport>((reported) => {
    onClose()
    onOpened(reported)
  })

  const mark = async (): Promise<Answer<OpenedReport>> =>
    (await settle()) ? answered(client.markReported({ id: opened.id, day: day.format('YYYY-MM-DD') })) : notSaved

  return (
    <Modal
      open
      title="标为已报送？"
      okText="已报送"
      cancelText="取消"
      okButtonProps={{ loading: busy }}
      onOk={() => void send(mark)}
      onCancel={onClose}
      width={480}
    >
      <p>报告报送或公布以后请标上。此后内容不能修改，需要更正时要写明原因，报送时的内容会留底。</p>
      {opened.exportedAt === null && (
        <p className="reported-wrong">这份报告修改后还没有导出过 Word，请确认报送的就是现在的内容。</p>
      )}
      <label htmlFor={id}>报送日期 </label>
      <DatePicker
        id={id}
        className="reported-day"
        value={day}
        format="YYYY年M月D日"
        allowClear={false}
        maxDate={dayjs()}
        onChange={(value) => value && setDay(value)}
      />
      <div className="reported-wrong" role="alert">
        {wrong}
      </div>
    </Modal>
  )
}
