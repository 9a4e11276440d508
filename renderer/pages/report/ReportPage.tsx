/** 填报: the sections of a report as steps, from the title to the printed file. */
import { App, Button, ConfigProvider, Result, Spin } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Bridge } from '../../../shared/api.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import { checkReport } from '../../../shared/checks/index.ts'
import type { CellKey } from '../../../shared/forms/form.ts'
import { formOf, placesOf } from '../../../shared/forms/lookup.ts'
import type { PageProps } from '../../app/place.ts'
import { useChoices, useWriting } from '../../app/useChoices.ts'
import { type Moved, type ReportEditing, useReport } from '../../app/useReport.ts'
import { FindingGroups } from '../../findings/FindingGroups.tsx'
import { FindingList } from '../../findings/FindingList.tsx'
import { useManual } from '../../manual/openManual.ts'
import { useTerms } from '../../terms/openTerms.ts'
import { flushTexts } from '../../text/pendingTexts.ts'
import { CompareStep } from './compare/CompareStep.tsx'
import { ExportStep } from './ExportStep.tsx'
import { HeadStep } from './HeadStep.tsx'
import { HelpPanel } from './HelpPanel.tsx'
import './report.css'
import { mendingOf } from './mending.ts'
import { isFrozen, ReportedBar } from './Reported.tsx'
import { StatusBar } from './StatusBar.tsx'
import { StepList } from './StepList.tsx'
import { isTable, isText, type PlaceInText, type StepId, stepOfFinding, stepsOf } from './steps.ts'
import { type CellPlaceToGo, TableStep } from './TableStep.tsx'
import { TextStep } from './TextStep.tsx'
import { useNote } from './useNote.ts'
import { useTextDesk } from './useTextDesk.ts'
import { useUndoKeys } from './useUndoKeys.ts'
import { whereChanged } from './whereChanged.ts'

interface ReportPageProps extends PageProps {
  readonly id: number
  readonly bridge: Pick<Bridge, 'onCommand'>
  readonly step?: string
}

export function ReportPage({ client, bridge, go, id, step }: ReportPageProps) {
  const loading = useReport(client, id)
  if ('error' in loading) {
    const back = <Button onClick={() => go({ at: 'home' })}>回到年度报告</Button>
    return <Result status="warning" title={loading.error} extra={back} />
  }
  if ('loading' in loading) return <Spin fullscreen description="正在打开年报" />
  return <OpenReport {...{ client, bridge, go }} editing={loading.editing} first={(step ?? 'applications') as StepId} />
}

interface OpenReportProps extends PageProps {
  readonly editing: ReportEditing
  readonly bridge: Pick<Bridge, 'onCommand'>
  readonly first: StepId
}

function OpenReport({ client, bridge, go, editing, first }: OpenReportProps) {
  const { report, opened } = editing
  const frozen = isFrozen(opened)
  const choosing = useChoices(client, opened.unitId, opened.choices)
  const writing = useWriting(client, opened.unitId, opened.writing)
  const form = formOf(report.form)
  const findings = useMemo(() => checkReport(report), [report])
  const steps = useMemo(() => stepsOf(form, report, findings), [form, report, findings])
  const [current, setCurrent] = useState<StepId>(steps.some(({ id }) => id === first) ? first : 'head')
  const [goTo, setGoTo] = useState<CellPlaceToGo | null>(null)
  const [help, setHelp] = useState<CellKey | null>(null)
  const [showLastYear, setShowLastYear] = useState(false)
  const [noteOf, setNoteOf] = useState<CellPlaceToGo | null>(null)
  const [textGoTo, setTextGoTo] = useState<PlaceInText | null>(null)

  const terms = useTerms()
  const openManual = useManual()
  const explain = useCallback((key: CellKey | null) => (key ? setHelp(key) : terms?.open(null)), [terms])

  const { message } = App.useApp()
  const tell = useCallback(
    (done: '撤销' | '重做', moved: Moved | null) => {
      const place = moved && whereChanged(form, moved.before, moved.after)
      if (!place) return
      setCurrent(place.step)
      if (place.cell !== null) setGoTo({ key: place.cell, at: Date.now() })
      void message.info({ key: 'undo', content: `已${done}：${place.words}` })
    },
    [form, message],
  )
  const [note, say] = useNote()
  // What is still being typed is handed over before it is taken back. 按 Ctrl+Z 可以撤销 is true of no earlier step then.
  const undo = useCallback(() => {
    leaveField()
    say('')
    void editing.undo().then((moved) => tell('撤销', moved))
  }, [editing, tell, say])
  const redo = useCallback(() => {
    say('')
    void editing.redo().then((moved) => tell('重做', moved))
  }, [editing, tell, say])
  useUndoKeys(undo, redo)
  const mend = mendingOf(editing, say)
  const desk = useTextDesk({
    form,
    editing,
    findings,
    choices: choosing.choices,
    current,
    undo,
    note,
    say,
    ...{ setCurrent, setGoTo, setTextGoTo },
  })
  useEffect(
    () =>
      bridge.onCommand((command) => {
        if (command === 'undo') undo()
        else if (command === 'redo') redo()
        else if (command === 'check' || command === 'export') setCurrent(command)
        else if (command === 'help') explain(cellInUse())
      }),
    [bridge, undo, redo, explain],
  )

  const choose = (id: StepId) => {
    setTextGoTo(null)
    setNoteOf(null)
    setHelp(null)
    setCurrent(id)
  }
  const goToFinding = (finding: Finding) => {
    setCurrent(stepOfFinding(form, finding))
    const [key] = finding.cells
    if (key !== undefined) setGoTo({ key, at: Date.now() })
    if (finding.where) setTextGoTo({ ...finding.where, at: Date.now() })
  }

  const goToCell = useCallback(
    (key: CellKey) => {
      const table = placesOf(form).get(key)?.table
      if (!table) return
      setHelp(null)
      setCurrent(table)
      setGoTo({ key, at: Date.now() })
    },
    [form],
  )
  useEffect(() => {
    terms?.setGoToCell(goToCell)
    return () => terms?.setGoToCell(null)
  }, [terms, goToCell])
  const goToSentence = (place: PlaceInText) => {
    setCurrent(isText(place.section) ? place.section : 'head')
    setTextGoTo(place)
  }
  const goToNote = ({ cells: [key] }: Finding) => {
    if (key === undefined) return
    setCurrent('compare')
    setNoteOf({ key, at: Date.now() })
  }

  const switchedOff = frozen && (current === 'head' || isText(current))
  const body = () => {
    if (current === 'head') return <HeadStep {...{ editing, desk }} goTo={textGoTo} />
    if (current === 'check') {
      return (
        <section className="check-step" aria-label="审核">
          {frozen ? (
            <FindingGroups {...{ form, findings }} onGo={goToFinding} />
          ) : (
            <FindingList
              {...{ form, findings }}
              onGo={goToFinding}
              onOverride={editing.override}
              onRemoveOverride={editing.removeOverride}
              onMend={mend}
              onNote={goToNote}
            />
          )}
        </section>
      )
    }
    if (current === 'compare') {
      return (
        <CompareStep
          {...{ form, report, noteOf }}
          readOnly={frozen}
          onCell={goToCell}
          onSentence={(section, { paragraph, from, to }) =>
            goToSentence({ section, paragraph, from, to, at: Date.now() })
          }
          onNote={editing.noteJump}
        />
      )
    }
    if (current === 'export')
      return (
        <ExportStep
          {...{ client, choosing, findings }}
          editing={{ ...editing, settle: async () => (await editing.settle()) && choosing.settle() }}
          onCheck={() => setCurrent('check')}
        />
      )
    if (isTable(form, current)) {
      return (
        <TableStep
          key={current}
          {...{ form, editing, findings, goTo, showLastYear }}
          table={current}
          numbersFollow={writing.choices.numbersFollow}
          onShowLastYear={setShowLastYear}
          onExplain={setHelp}
        />
      )
    }
    if (!isText(current)) return null
    const heading = steps.find(({ id }) => id === current)?.name ?? ''
    const goToText = textGoTo?.section === current ? textGoTo : null
    return <TextStep key={current} section={current} goTo={goToText} {...{ client, heading, editing, desk, writing }} />
  }

  return (
    <div className="report-page">
      <header className="report-bar">
        <Button type="text" onClick={() => go({ at: 'home' })}>
          ‹ 年度报告
        </Button>
        <h1 title={report.title}>{report.title}</h1>
        <ReportedBar client={client} opened={opened} onOpened={editing.take} />
        {editing.opened.origin === 'imported' && (
          <span className="step-note">导入存档：只供对照，在这里改动不会带到下一年的报告</span>
        )}
        <Button onClick={() => terms?.open(null)} title="F1">
          填报说明
        </Button>
        <Button onClick={() => openManual?.()}>使用手册</Button>
        <Button disabled={!editing.canUndo} onClick={undo} title="Ctrl+Z">
          撤销
        </Button>
        <Button disabled={!editing.canRedo} onClick={redo} title="Ctrl+Y">
          重做
        </Button>
      </header>
      <div className="report-body">
        <StepList steps={steps} current={current} onChoose={choose} />
        <HelpPanel form={form} cell={help} place="steps" onClose={() => setHelp(null)} />
        <div className="report-step">
          {/* 审核, the comparison, the preview and the tables are read, and copied from, all the same. */}
          <fieldset className="report-frozen" disabled={switchedOff}>
            <ConfigProvider componentDisabled={switchedOff}>{body()}</ConfigProvider>
          </fieldset>
        </div>
      </div>
      <StatusBar
        saveState={editing.saveState}
        changedAt={editing.opened.changedAt}
        clockTrouble={editing.clockTrouble}
        note={note}
        onRetry={editing.retrySaving}
      />
    </div>
  )
}

/** The cell that has the focus. */
const cellInUse = (): CellKey | null => document.activeElement?.getAttribute('data-key') ?? null

/** Cells and texts hand over what was typed when they are left. */
function leaveField(): void {
  flushTexts()
  const field = document.activeElement
  if (!(field instanceof HTMLElement)) return
  field.blur()
  field.focus()
}
