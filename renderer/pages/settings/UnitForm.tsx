import { Input, Select } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import type { UnitEntry } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { SubheadingsField } from '../parts/SubheadingsField.tsx'
import { UnitFields } from '../parts/UnitFields.tsx'
import { answered } from '../parts/useAnswer.ts'
import { daysOf, problemsOf, statutoryWords, type UnitDraft } from './unitDraft.ts'
import { useUnitSaving } from './useUnitSaving.ts'

interface UnitFormProps {
  readonly client: Client
  readonly entry: UnitEntry
  readonly reload: () => Promise<void>
  /** Drafts that are not saved yet, by unit: going to another unit and back loses nothing. */
  readonly unsaved: Map<number, UnitDraft>
}

/** The settings of one unit. There is no button to save: each field is saved when it is left. */
export function UnitForm({ client, entry, reload, unsaved }: UnitFormProps) {
  const id = useId()
  const { draft, change, save, saved, failure } = useUnitSaving({ client, entry, reload, unsaved })
  const headings = useSubheadings({ client, entry, reload })
  const problems = problemsOf(draft)
  const { unit, contact, signature } = draft
  return (
    <div className="settings-form">
      <UnitFields
        unit={unit}
        problem={problems.name ?? null}
        onChange={(changed) => change({ ...draft, unit: changed })}
        onLeave={save}
      />
      <div className="fields">
        <label htmlFor={`${id}-short`}>简称</label>
        <Input
          id={`${id}-short`}
          value={unit.shortName ?? ''}
          maxLength={100}
          placeholder="如：县发展改革局（可不填）"
          onChange={({ target }) => change({ ...draft, unit: { ...unit, shortName: target.value } })}
          onBlur={save}
        />
        <label htmlFor={`${id}-signature`}>署名</label>
        <Input
          id={`${id}-signature`}
          value={signature}
          maxLength={100}
          placeholder="不填则用单位全称"
          onChange={({ target }) => change({ ...draft, signature: target.value })}
          onBlur={save}
        />
        <span className="field-label" id={`${id}-deadline`}>
          公布期限
        </span>
        <DeadlineField {...{ draft, change, save }} label={`${id}-deadline`} problem={problems.deadline} />
        <label htmlFor={`${id}-contact`}>联系方式句子</label>
        <div>
          <Input.TextArea
            id={`${id}-contact`}
            value={contact}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            placeholder="如：如对本报告有疑问，请与县发展和改革局办公室联系（地址：……，邮编：……，电话：……）。"
            onChange={({ target }) => change({ ...draft, contact: target.value })}
            onBlur={save}
          />
          <div className="soft field-note">新建空白报告时写在开头的说明里。</div>
        </div>
        <SubheadingsField
          value={entry.settings.writing.subheadings}
          failure={headings.failure}
          onSave={(subheadings) => headings.save(subheadings)}
        />
      </div>
      <Failure message={failure} onRetry={save} />
      <p className="settings-saved soft" role="status">
        {problems.deadline ? '期限填完整后保存，其他各项离开时自动保存' : (saved ?? '离开一格时自动保存')}
      </p>
    </div>
  )
}

/** Sub-headings are no part of the draft: they are saved by a call of their own, as beside section six. */
function useSubheadings({ client, entry, reload }: Omit<UnitFormProps, 'unsaved'>) {
  const [failure, setFailure] = useState<string | null>(null)
  return {
    failure,
    save: async (subheadings: string[]) => {
      const writing = { ...entry.settings.writing, subheadings }
      const answer = await answered(client.saveWriting({ unitId: entry.id, writing }))
      setFailure(answer.ok ? null : answer.message)
      if (answer.ok) await reload()
    },
  }
}

interface DeadlineFieldProps {
  readonly draft: UnitDraft
  readonly change: (draft: UnitDraft) => void
  readonly save: () => void
  readonly label: string
  readonly problem: string | undefined
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => ({ value: index + 1, label: index + 1 }))

/** A number is chosen by typing it: what is listed first is the number itself. */
const beginsWith = (typed: string, option?: { readonly value: number }): boolean =>
  String(option?.value).startsWith(typed.normalize('NFKC').trim())

/** The law's day, or the day of the unit's own notice. */
function DeadlineField({ draft, change, save, label, problem }: DeadlineFieldProps) {
  const { deadline, unit } = draft
  const monthField = useRef<HTMLDivElement>(null)
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current && deadline !== null) monthField.current?.querySelector('input')?.focus()
    opened.current = false
  }, [deadline])
  return (
    <fieldset className="settings-deadline" aria-labelledby={label}>
      <div className="settings-radios">
        <label>
          <input
            type="radio"
            name={label}
            checked={deadline === null}
            onChange={() => change({ ...draft, deadline: null })}
            onBlur={save}
          />
          {statutoryWords(unit)}
        </label>
        <label>
          <input
            type="radio"
            name={label}
            checked={deadline !== null}
            onChange={() => {
              opened.current = true
              change({ ...draft, deadline: { month: null, day: null } })
            }}
          />
          按通知要求的日期
        </label>
        {deadline && (
          <div className="settings-day" ref={monthField}>
            次年
            <Select
              aria-label="期限的月份"
              value={deadline.month}
              options={numbersTo(12)}
              virtual={false}
              showSearch={{ filterOption: beginsWith }}
              onChange={(month) => change({ ...draft, deadline: { ...deadline, month } })}
              onBlur={save}
            />
            月
            <Select
              aria-label="期限的日"
              value={deadline.day}
              options={numbersTo(daysOf(deadline.month))}
              virtual={false}
              showSearch={{ filterOption: beginsWith }}
              onChange={(day) => change({ ...draft, deadline: { ...deadline, day } })}
              onBlur={save}
            />
            日前
          </div>
        )}
      </div>
      <div className="field-problem" role="status">
        {problem}
      </div>
    </fieldset>
  )
}
