import { Input, type InputRef, Select } from 'antd'
import { type Ref, useId } from 'react'
import type { Unit } from '../../../shared/report.ts'
import { unitOfName } from '../../../shared/unitName.ts'
import { kindOptions, levelOptions } from './unitWords.ts'

interface UnitFieldsProps {
  readonly unit: Unit
  readonly onChange: (unit: Unit) => void
  /** When a field is left: pages that save at once do it here. */
  readonly onLeave?: () => void
  /** Enter in the name, where a dialog has one button that goes on. */
  readonly onEnter?: () => void
  readonly problem?: string | null
  readonly nameField?: Ref<InputRef>
}

const nothing = () => {}

/** `undefined` takes a field out, which exact optional properties do not allow to be written down. */
function withChoice<K extends 'kind' | 'level'>(unit: Unit, field: K, value: Unit[K] | undefined): Unit {
  const { [field]: _before, ...rest } = unit
  return value === undefined ? (rest as Unit) : { ...(rest as Unit), [field]: value }
}

/** A new name tells kind and level where it is certain about them; what the person chose by hand stays. */
function withName(unit: Unit, name: string): Unit {
  const before = unitOfName(unit.name)
  const now = unitOfName(name)
  const named = { ...unit, name }
  const kind = unit.kind === before.kind ? now.kind : unit.kind
  const level = unit.level === before.level ? now.level : unit.level
  return withChoice(withChoice(named, 'kind', kind), 'level', level)
}

/** Full name, kind and level of a unit. */
export function UnitFields({
  unit,
  onChange,
  onLeave = nothing,
  onEnter = nothing,
  problem,
  nameField,
}: UnitFieldsProps) {
  const id = useId()
  return (
    <div className="fields">
      <label htmlFor={`${id}-name`}>单位全称</label>
      <div>
        <Input
          id={`${id}-name`}
          value={unit.name}
          maxLength={100}
          {...(nameField && { ref: nameField })}
          placeholder="与公章一致，如：沭阳县发展和改革局"
          status={problem ? 'error' : ''}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => onChange(withName(unit, target.value))}
          onBlur={onLeave}
          onPressEnter={({ nativeEvent }) => {
            // The Enter that ends a composition is the input method's.
            if (!nativeEvent.isComposing) onEnter()
          }}
        />
        <div id={`${id}-problem`} className="field-problem" role="status">
          {problem}
        </div>
      </div>
      <label htmlFor={`${id}-kind`}>类别</label>
      <Select
        id={`${id}-kind`}
        value={unit.kind ?? null}
        options={kindOptions}
        placeholder="未选择"
        allowClear
        virtual={false}
        onChange={(kind: Unit['kind'] | null) => onChange(withChoice(unit, 'kind', kind ?? undefined))}
        onBlur={onLeave}
      />
      <label htmlFor={`${id}-level`}>级别</label>
      <Select
        id={`${id}-level`}
        value={unit.level ?? null}
        options={levelOptions}
        placeholder="未选择"
        allowClear
        virtual={false}
        onChange={(level: Unit['level'] | null) => onChange(withChoice(unit, 'level', level ?? undefined))}
        onBlur={onLeave}
      />
    </div>
  )
}
