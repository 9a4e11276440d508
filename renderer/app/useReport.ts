/** The report that is open: shown at once as it is typed, saved behind it, undone and redone. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { OpenedReport } from '../../shared/answers.ts'
import type { Client } from '../../shared/api.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import { clockTrouble } from '../../shared/clock.ts'
import {
  type DetailChange,
  type FigureChange,
  type LinkPlace,
  withConfirmed,
  withConfirmedSentences,
  withConfirmedTexts,
  withDetails,
  withFigures,
  withJumpNote,
  withLinksSettled,
  withOverride,
  withoutOverride,
  withText,
} from '../../shared/edits.ts'
import type { CellKey } from '../../shared/forms/form.ts'
import type { NarrativeId, Report, TextLink } from '../../shared/report.ts'
import { createQueue, type Queue, type SaveState } from './saving.ts'
import { registerUnsaved } from './unsaved.ts'

export interface ReportEditing {
  readonly opened: OpenedReport
  readonly report: Report
  readonly saveState: SaveState
  /** One sentence where the clock of the PC was set back; null where it was not. */
  readonly clockTrouble: string | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** `numbersFollow`: numbers in texts that are linked to the cells change with them. */
  changeFigures(changes: readonly FigureChange[], numbersFollow: boolean): void
  confirmFigures(keys: readonly CellKey[]): void
  /** `stillLastYears`: the program put in a sentence, the clerk has not edited the rest; `links`: its linked numbers. */
  changeText(section: NarrativeId, text: string, stillLastYears?: boolean, links?: readonly TextLink[]): void
  confirmText(section: NarrativeId): void
  confirmSentences(section: NarrativeId, sentences: readonly string[]): void
  settleLinks(links: readonly LinkPlace[], how: 'follow' | 'unlink'): void
  changeDetails(details: DetailChange): void
  override(finding: Finding, reason: string): void
  removeOverride(finding: Finding): void
  /** Why a figure differs much from last year's; empty takes the note away. */
  noteJump(key: CellKey, note: string): void
  /** Gives the report before and after; null where there was nothing to take back, or it could not be. */
  undo(): Promise<Moved | null>
  redo(): Promise<Moved | null>
  retrySaving(): void
  /** Waits until everything typed is saved; false where it cannot be. */
  settle(): Promise<boolean>
  /** Reads the report again, as after an export. */
  reload(): Promise<void>
  /** Takes the report as the main process gave it, as after it was handed in. */
  take(opened: OpenedReport): void
}

/** What an undo or a redo did. */
export interface Moved {
  readonly before: Report
  readonly after: Report
}

export type ReportLoading =
  | { readonly error: string }
  | { readonly editing: ReportEditing }
  | { readonly loading: true }

/** Opens a report and gives what can be done with it. */
export function useReport(client: Client, id: number): ReportLoading {
  const [opened, setOpened] = useState<OpenedReport | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [saveState, setSaveState] = useState<SaveState>({ state: 'saved', at: null })
  const queue = useRef<Queue | null>(null)
  const latest = useRef<Report | null>(null)
  latest.current = opened?.report ?? null
  const frozen = useRef(false)
  const [clock, setClock] = useState<string | null>(null)
  /** The latest time that is known of this report: a saving that is earlier than that is told. */
  const newest = useRef('')
  if (opened && opened.changedAt > newest.current) newest.current = opened.changedAt
  frozen.current = opened?.reported.at(-1)?.reopenedAt === null

  const load = useCallback(async () => {
    const answer = await client.openReport({ id })
    if (answer.ok) setOpened(answer.value)
    else setError(answer.message)
  }, [client, id])

  useEffect(() => {
    setOpened(null)
    setError(null)
    setClock(null)
    newest.current = ''
    const made = createQueue(setSaveState, ({ at, canUndo, canRedo }) => {
      setClock(clockTrouble(at, newest.current))
      if (at > newest.current) newest.current = at
      setOpened((before) => before && { ...before, changedAt: at, canUndo, canRedo, exportedAt: null })
    })
    queue.current = made
    const leave = registerUnsaved(made)
    void load()
    return () => {
      leave()
      void made.settle().then(() => made.stop())
    }
  }, [load])

  const edit = useCallback((change: (report: Report) => Report, save: Parameters<Queue['add']>[0]) => {
    // 已报送: the fields are switched off, and what comes past them is not taken either; the data file refuses it too.
    if (frozen.current) return
    setOpened((before) => before && { ...before, report: change(before.report) })
    queue.current?.add(save)
  }, [])

  const actions = useMemo(() => actionsOf(client, id, edit), [client, id, edit])

  const move = useCallback(
    async (direction: 'undo' | 'redo'): Promise<Moved | null> => {
      if (frozen.current || !(await queue.current?.settle())) return null
      const before = latest.current
      const answer = await client[direction]({ id })
      if (!answer.ok) setSaveState({ state: 'failed', message: answer.message, waiting: 0 })
      if (!answer.ok || !answer.value) return null
      setOpened(answer.value)
      return before && { before, after: answer.value.report }
    },
    [client, id],
  )

  if (error !== null) return { error }
  if (!opened) return { loading: true }
  return {
    editing: {
      opened,
      report: opened.report,
      saveState,
      clockTrouble: clock,
      canUndo: opened.canUndo,
      canRedo: opened.canRedo,
      ...actions,
      undo: () => move('undo'),
      redo: () => move('redo'),
      retrySaving: () => queue.current?.retry(),
      settle: async () => (await queue.current?.settle()) ?? true,
      reload: load,
      take: setOpened,
    },
  }
}

const plainLink = ({ cells, ...place }: TextLink) => ({ ...place, cells: [...cells] })

type Edit = (change: (report: Report) => Report, save: Parameters<Queue['add']>[0]) => void

function actionsOf(client: Client, id: number, edit: Edit) {
  return {
    changeFigures: (changes: readonly FigureChange[], numbersFollow: boolean) =>
      edit(
        (report) => withFigures(report, changes, numbersFollow),
        () => client.saveFigures({ id, changes: [...changes], numbersFollow }),
      ),
    confirmFigures: (keys: readonly CellKey[]) =>
      edit(
        (report) => withConfirmed(report, keys),
        () => client.confirmFigures({ id, keys: [...keys] }),
      ),
    changeText: (section: NarrativeId, text: string, stillLastYears = false, links: readonly TextLink[] = []) =>
      edit(
        (report) => withText(report, section, text, stillLastYears, links),
        () => client.saveText({ id, section, text, stillLastYears, links: links.map(plainLink) }),
      ),
    confirmSentences: (section: NarrativeId, sentences: readonly string[]) =>
      edit(
        (report) =>
          withConfirmedSentences(
            report,
            sentences.map((text) => ({ section, text })),
          ),
        () => client.confirmSentences({ id, section, sentences: [...sentences] }),
      ),
    settleLinks(links: readonly LinkPlace[], how: 'follow' | 'unlink') {
      const places = links.map(({ section, paragraph, from }) => ({ section, paragraph, from }))
      edit(
        (report) => withLinksSettled(report, places, how),
        () => client.settleLinks({ id, links: places, how }),
      )
    },
    confirmText: (section: NarrativeId) =>
      edit(
        (report) => withConfirmedTexts(report, [section]),
        () => client.confirmTexts({ id, sections: [section] }),
      ),
    changeDetails: ({ processingFee: fee, ...details }: DetailChange) => {
      const change = { ...details, ...(fee !== undefined && { processingFee: fee && { ...fee } }) }
      edit(
        (report) => withDetails(report, change),
        () => client.saveDetails({ id, ...change }),
      )
    },
    override({ rule, cells, left, right }: Finding, reason: string) {
      const at = new Date().toISOString().slice(0, 10)
      edit(
        (report) => withOverride(report, { rule, cells, reason, at, left, right }),
        () => client.setOverride({ id, rule, cells: [...cells], reason, left, right }),
      )
    },
    noteJump: (key: CellKey, note: string) =>
      edit(
        (report) => withJumpNote(report, key, note),
        () => client.saveJumpNote({ id, key, note }),
      ),
    removeOverride: ({ rule, cells }: Finding) =>
      edit(
        (report) => withoutOverride(report, { rule, cells }),
        () => client.removeOverride({ id, rule, cells: [...cells] }),
      ),
  }
}
