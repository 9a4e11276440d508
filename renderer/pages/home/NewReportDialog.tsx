import { InputNumber, type InputRef, Modal, Select } from 'antd'
import { useId, useMemo, useRef, useState } from 'react'
import type { Home } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import type { Unit } from '../../../shared/report.ts'
import type { PageProps } from '../../app/place.ts'
import { Failure } from '../parts/Failure.tsx'
import { UnitFields } from '../parts/UnitFields.tsx'
import { plainUnit } from '../parts/unitWords.ts'
import { answered } from '../parts/useAnswer.ts'
import { groupByUnit, suggestedYear, type UnitYears } from './unitList.ts'

interface NewReportDialogProps {
  readonly client: Client
  readonly home: Home
  readonly onClose: () => void
  readonly go: PageProps['go']
}

/** 新建空白报告: for a unit that is there, or for a new one. */
export function NewReportDialog({ client, home, onClose, go }: NewReportDialogProps) {
  const id = useId()
  const nameField = useRef<InputRef>(null)
  const groups = useMemo(() => groupByUnit(home).filter(({ entry }) => !entry.archived), [home])
  const [unitId, setUnitId] = useState<number | null>(groups[0]?.entry.id ?? null)
  const [unit, setUnit] = useState<Unit>({ name: '' })
  const [year, setYear] = useState<number | null>(suggestedYear(groups[0], home.today))
  const [problem, setProblem] = useState<string | null>(null)
  const { busy, failure, create } = useCreation(client, go)

  function chooseUnit(chosen: number | null) {
    setUnitId(chosen)
    setYear(
      suggestedYear(
        groups.find(({ entry }) => entry.id === chosen),
        home.today,
      ),
    )
  }

  function submit() {
    if (unitId === null && unit.name.trim() === '') return setProblem('请填写单位全称')
    if (year === null || busy) return
    void create(unitId ?? unit, year)
  }

  return (
    <Modal
      open
      title="新建空白报告"
      okText="新建"
      confirmLoading={busy}
      okButtonProps={{ disabled: year === null }}
      onOk={submit}
      afterOpenChange={(open) => open && nameField.current?.focus()}
      onCancel={onClose}
    >
      {groups.length > 0 && <UnitChoice groups={groups} chosen={unitId} onChoose={chooseUnit} />}
      {unitId === null && (
        <UnitFields
          unit={unit}
          nameField={nameField}
          onEnter={submit}
          problem={problem}
          onChange={(changed) => {
            setProblem(null)
            setUnit(changed)
          }}
        />
      )}
      <div className="fields">
        <label htmlFor={`${id}-year`}>报告年度</label>
        <InputNumber
          id={`${id}-year`}
          value={year}
          min={2008}
          max={2100}
          precision={0}
          suffix="年"
          onChange={setYear}
        />
      </div>
      <Failure message={failure} />
    </Modal>
  )
}

interface UnitChoiceProps {
  readonly groups: readonly UnitYears[]
  /** Null: a new unit. */
  readonly chosen: number | null
  readonly onChoose: (id: number | null) => void
}

function UnitChoice({ groups, chosen, onChoose }: UnitChoiceProps) {
  const id = useId()
  const options = [
    ...groups.map(({ entry }) => ({ value: entry.id, label: entry.unit.name })),
    { value: 0, label: '新单位…' },
  ]
  return (
    <div className="fields">
      <label htmlFor={id}>单位</label>
      <Select
        id={id}
        value={chosen ?? 0}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(value) => onChoose(value === 0 ? null : value)}
      />
    </div>
  )
}

/** A unit that was made stays made: trying again after a failure makes no second one. */
function useCreation(client: Client, go: PageProps['go']) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const made = useRef<{ name: string; id: number } | null>(null)

  async function unitIdOf(unit: Unit | number) {
    if (typeof unit === 'number') return { ok: true as const, value: { id: unit } }
    const plain = plainUnit(unit)
    if (made.current?.name === plain.name) return { ok: true as const, value: { id: made.current.id } }
    const created = await answered(client.createUnit({ unit: plain }))
    if (created.ok) made.current = { name: plain.name, id: created.value.id }
    return created
  }

  async function create(unit: Unit | number, year: number) {
    setBusy(true)
    const owner = await unitIdOf(unit)
    const report = owner.ok ? await answered(client.createBlank({ unitId: owner.value.id, year })) : owner
    setBusy(false)
    if (report.ok) go({ at: 'report', id: report.value.id })
    else setFailure(report.message)
  }

  return { busy, failure, create }
}
