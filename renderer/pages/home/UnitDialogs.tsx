import { App, Input, type InputRef, Modal } from 'antd'
import { useCallback, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { Answer } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { plainUnit } from '../parts/unitWords.ts'
import { answered, useAnswer } from '../parts/useAnswer.ts'
import type { UnitYears } from './unitList.ts'
import { deletionWords } from './words.ts'

/** What the person asked to be done with a unit. */
export interface UnitTask {
  readonly kind: 'rename' | 'archive' | 'delete'
  readonly group: UnitYears
}

interface UnitDialogsProps {
  readonly client: Client
  readonly task: UnitTask | null
  readonly onClose: () => void
  readonly reload: () => Promise<void>
}

/** The dialogs of a unit's menu. */
export function UnitDialogs({ task, ...rest }: UnitDialogsProps) {
  if (!task) return null
  const props = { ...rest, group: task.group }
  if (task.kind === 'rename') return <RenameDialog {...props} />
  if (task.kind === 'delete') return <DeleteDialog {...props} />
  return <Archiving {...props} />
}

interface TaskProps extends Omit<UnitDialogsProps, 'task'> {
  readonly group: UnitYears
}

/** Carries out one call; what failed stays in the dialog with its sentence. */
function useStep(): {
  busy: boolean
  failure: string | null
  run: <T>(call: Promise<Answer<T>>) => Promise<T | undefined>
} {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const run = useCallback(async <T,>(call: Promise<Answer<T>>) => {
    setBusy(true)
    const answer = await answered(call)
    setBusy(false)
    setFailure(answer.ok ? null : answer.message)
    return answer.ok ? answer.value : undefined
  }, [])
  return { busy, failure, run }
}

function RenameDialog({ client, group, onClose, reload }: TaskProps) {
  const id = useId()
  const { id: unitId, unit, settings } = group.entry
  const [name, setName] = useState(unit.name)
  const { busy, failure, run } = useStep()
  const empty = name.trim() === ''
  const field = useRef<InputRef>(null)

  async function rename() {
    if (empty) return
    const changed = plainUnit({ ...unit, name })
    if ((await run(client.updateUnit({ id: unitId, unit: changed, settings }))) === undefined) return
    onClose()
    await reload()
  }

  return (
    <Modal
      open
      title="单位改名"
      okText="改名"
      confirmLoading={busy}
      okButtonProps={{ disabled: empty }}
      onOk={() => void rename()}
      afterOpenChange={(open) => open && field.current?.focus()}
      onCancel={onClose}
    >
      <label htmlFor={id}>单位全称</label>
      <Input
        id={id}
        value={name}
        maxLength={100}
        ref={field}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void rename()
        }}
      />
      <p className="soft">已经写好的报告标题和文字不会改动；编写下一年的报告时会换成新名称。</p>
      <Failure message={failure} />
    </Modal>
  )
}

/** Archiving can be taken back and loses nothing, so it asks nothing; only a failure needs a dialog. */
function Archiving({ client, group, onClose, reload }: TaskProps) {
  const { message, modal } = App.useApp()
  const { id, unit, archived } = group.entry
  const archive = useEffectEvent(async () => {
    const answer = await answered(client.archiveUnit({ id, archived: !archived }))
    onClose()
    if (!answer.ok) {
      modal.error({ title: archived ? '没有恢复使用' : '没有归档', content: answer.message, okText: '知道了' })
      return
    }
    message.success(archived ? `“${unit.name}”已恢复使用` : `“${unit.name}”已归档，在列表末尾可找到`)
    await reload()
  })
  useEffect(() => {
    void archive()
  }, [])
  return null
}

function DeleteDialog({ client, group, onClose, reload }: TaskProps) {
  const { modal } = App.useApp()
  const { busy, failure, run } = useStep()
  const place = useAnswer(() => client.dataFile(undefined))
  const { id, unit } = group.entry

  async function remove() {
    const done = await run(client.deleteUnit({ id }))
    if (!done) return
    onClose()
    modal.success({
      title: `已删除“${unit.name}”`,
      content: `删除前的全部数据已备份到“${done.backup}”。需要找回时，在“设置”的“恢复”中选择这个文件。`,
      okText: '知道了',
    })
    await reload()
  }

  return (
    <Modal
      open
      title={`删除“${unit.name}”？`}
      okText="备份后删除"
      okButtonProps={{ danger: true, className: 'delete-button' }}
      confirmLoading={busy}
      onOk={() => void remove()}
      onCancel={onClose}
    >
      <p>{deletionWords(unit.name, group.reports)}</p>
      <p>
        删除前先备份整个数据文件，备份没有成功就不删除；备份的文件名会在删除后告诉您。
        {place.value && <span className="soft">数据文件现在在：{place.value.shown}</span>}
      </p>
      <p className="soft">只是暂时不用的单位，可以改用“归档”。</p>
      <Failure message={failure} />
    </Modal>
  )
}
