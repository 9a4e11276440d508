/** Title, preface, signature and date. */
import { Form as Fields, Input } from 'antd'
import { useEffect, useMemo } from 'react'
import { carriedSentences } from '../../../shared/narrative/carried.ts'
import type { ReportEditing } from '../../app/useReport.ts'
import type { TextDesk } from '../../text/desk.ts'
import { TextEditor } from '../../text/TextEditor.tsx'
import { originMarks } from './originMarks.ts'
import { SignatureDate } from './SignatureDate.tsx'
import type { PlaceInText } from './steps.ts'
import { holdsMore } from './TextStep.tsx'
import { useSettled } from './useSettled.ts'

interface HeadStepProps {
  readonly editing: ReportEditing
  readonly desk: TextDesk
  /** Where a finding has sent the clerk. */
  readonly goTo: PlaceInText | null
}

export function HeadStep({ editing, desk, goTo }: HeadStepProps) {
  const { report, changeDetails, changeText, confirmText } = editing
  const { signature } = report
  const marks = useMemo(() => originMarks(report, 'preface', carriedSentences(report, 'preface')), [report])
  const title = useSettled(report.title, (value) => changeDetails({ title: value }))
  const signer = useSettled(signature.unit, (unit) => changeDetails({ signature: { ...signature, unit } }))
  useEffect(() => {
    if (goTo && goTo.section !== 'preface') document.getElementById(`report-${goTo.section}`)?.focus()
  }, [goTo])
  return (
    <div className="head-step">
      <Fields layout="vertical">
        <Fields.Item label="标题" htmlFor="report-title">
          <Input id="report-title" maxLength={300} {...title} />
        </Fields.Item>
      </Fields>
      <TextEditor
        id="preface"
        label="开头的说明"
        hint="编制依据、统计期限和联系方式；可以不写"
        text={report.narrative.preface}
        unconfirmed={report.textUnconfirmed.includes('preface')}
        changes={report.textChanges.filter(({ section }) => section === 'preface')}
        desk={desk}
        marks={marks}
        goTo={goTo?.section === 'preface' ? goTo : null}
        onChange={(text, inserted) => changeText('preface', text, holdsMore(text, inserted))}
        onConfirm={() => confirmText('preface')}
      />
      <Fields layout="inline" className="head-signature">
        <Fields.Item label="署名" htmlFor="report-signer">
          <Input id="report-signer" maxLength={100} {...signer} />
        </Fields.Item>
        <Fields.Item label="成文日期" htmlFor="report-date">
          <SignatureDate
            id="report-date"
            value={signature.date}
            onChange={(date) => changeDetails({ signature: { ...signature, date } })}
          />
        </Fields.Item>
      </Fields>
    </div>
  )
}
