/** Calls that touch files: last year's file in, the Word file out, the data file itself. */
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Answer, ImportReview, SourceFile, Start } from '../../shared/answers.ts'
import type { Handlers } from '../../shared/api.ts'
import { carryForward, lastYearFor } from '../../shared/carryForward.ts'
import { noAssignments } from '../../shared/reading.ts'
import type { Report } from '../../shared/report.ts'
import type { FileKind } from '../desktopPort.ts'
import { type ExportKind, exportedBytes, exportNames } from '../exporting.ts'
import { writeAtomically } from '../files.ts'
import { localTime } from '../store/backups/names.ts'
import type { Store } from '../store/store.ts'
import { freePath } from './backups.ts'
import { choicesOfReport, unitEntries } from './homeAndUnits.ts'
import { dataFiles } from './otherData.ts'
import { signedAs } from './reports.ts'
import { andThen, good, moveAside, plain, type Session } from './session.ts'

/** By their usual endings; what a file is, is told by its bytes. */
const sources: readonly FileKind[] = [
  {
    name: '年度报告',
    extensions: ['docx', 'doc', 'wps', 'pdf', 'html', 'htm', 'mht', 'mhtml', 'xlsx', 'xls', 'et', 'txt', 'nianbao'],
  },
]

const refuse = (message: string): Answer<never> => ({ ok: false, message })
const gone = refuse('这个文件已不在程序的记录里，请重新选择。')

type ImportCalls = Pick<
  Handlers,
  'chooseSource' | 'openedSource' | 'dropSource' | 'pasteSource' | 'readSource' | 'acceptImport'
>

export function importCalls(session: Session): ImportCalls {
  const { desktop, application, handles, withStore, now } = session
  /** What was read, until it is accepted: the page sends back only what a person may change. */
  const reviews = new Map<string, Report>()
  return {
    async chooseSource() {
      const path = await desktop.chooseFile('选择上年报告', sources)
      return good(path === null ? null : handles.ofPath(path))
    },
    async openedSource() {
      const path = desktop.openedFile?.() ?? null
      return good(path === null ? null : handles.ofPath(path))
    },
    dropSource: ({ name, base64 }) => good(handles.ofBytes(name, Buffer.from(base64, 'base64'))),
    pasteSource: (pasted) => good(handles.ofBytes(pasted.name, bytesOf(pasted))),
    async readSource({ handle, assignments }): Promise<Answer<ImportReview>> {
      const path = handles.pathOf(handle)
      if (path === undefined) return gone
      const done = await application.read(path, assignments ?? noAssignments)
      if (!done.ok) return refuse(done.message)
      const { source, ...read } = done.read
      reviews.set(handle, read.report)
      return good({ source: { handle, name: handles.nameOf(handle) ?? basename(path) }, kind: source.kind, ...read })
    },
    acceptImport({ handle, reviewed, unitId, toYear }) {
      const read = reviews.get(handle)
      if (!read) return gone
      const last: Report = { ...read, ...reviewed, unit: { ...read.unit, ...reviewed.unit } }
      return withStore((store) => {
        // Where it cannot be made the import goes on: it takes nothing away but an earlier import of the same year.
        session.autoBackup.before(store, 'import')
        return acceptImport(store, { last, unitId, toYear }, now())
      })
    },
  }
}

function joinLastYear(store: Store, id: number, last: Report, at: string): Answer<{ id: number }> {
  return andThen(store.loadReport(id), (report) => {
    const { lastYear, figures } = lastYearFor(report, last)
    const edits = Object.entries(figures).map(([key, value]) => ({ key, value, unconfirmed: true }))
    return andThen(store.saveLastYear(id, lastYear, edits, at), () => good({ id }))
  })
}
/** What was pasted as the file it would be: the mark in front of a text, and the beginning of a page, tell its kind. */
const bytesOf = (pasted: { readonly text: string } | { readonly html: string }): Buffer =>
  Buffer.from('html' in pasted ? `<!doctype html><meta charset="utf-8">${pasted.html}` : `\ufeff${pasted.text}`)

interface Accepted {
  readonly last: Report
  readonly unitId: number | null
  readonly toYear: number
}

/**
 * Stores last year's report, and makes this year's of it. One that is being written already is never replaced: it gets
 * what its blanks and the comparison need. Looks first whether it may be done, so that nothing is stored where it may not.
 */
function acceptImport(store: Store, { last, unitId, toYear }: Accepted, at: string): Answer<{ id: number }> {
  if (toYear <= last.year) return refuse('今年报告的年份应晚于上年报告，没有导入，请改正年份。')
  return andThen(unitEntries(store), (units) =>
    andThen(store.listReports(), (entries) => {
      const entry = units.find(({ id, unit }) => (unitId === null ? unit.name === last.unit.name : id === unitId))
      if (unitId !== null && !entry) return refuse('找不到这个单位，没有导入，请重新选择单位。')
      const present = entries.find(
        ({ unitId: of, year, origin }) => of === entry?.id && year === toYear && origin === 'written',
      )
      const unit: Answer<number> = entry ? good(entry.id) : plain(store.createUnit(last.unit, at))
      return andThen(unit, (id) =>
        andThen(store.createReport({ unitId: id, origin: 'imported', report: last, replace: true }, at), () => {
          if (present) return joinLastYear(store, present.id, last, at)
          const report = signedAs(carryForward(last, toYear, entry?.unit), entry?.settings)
          return andThen(store.createReport({ unitId: id, origin: 'written', report }, at), (created) =>
            good({ id: created }),
          )
        }),
      )
    }),
  )
}

type ExportCalls = Pick<Handlers, 'exportWord' | 'exportOther' | 'openExported' | 'showExported'>

/** A file name made of the title, without what Windows does not allow in one. */
export const fileNameOf = (title: string, kind: ExportKind | 'pdf'): string => {
  const name = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '')
  return `${name === '' ? '政府信息公开工作年度报告' : name}.${kind}`
}

/** The path with its ending, where the person left it out. */
export const withEnding = (path: string, ending: string): string =>
  path.toLowerCase().endsWith(ending) ? path : `${path}${ending}`

export function exportCalls(session: Session): ExportCalls {
  const { desktop, handles, withStore, now } = session

  /** Makes the file, asks where to, and writes it whole; the report is 已导出 once its Word file is. */
  async function write(id: number, kind: ExportKind): Promise<Answer<SourceFile | null>> {
    const loaded = withStore((store) => plain(store.loadReport(id)))
    if (!loaded.ok) return loaded
    const choices = withStore((store) => choicesOfReport(store, id))
    if (!choices.ok) return choices
    const document = await exportedBytes(loaded.value, kind, choices.value)
    if (!document.ok) return document
    const names = exportNames[kind]
    const chosen = await desktop.chooseTarget(`导出${names.file}`, fileNameOf(loaded.value.title, kind), [
      { name: names.kind, extensions: [kind] },
    ])
    if (chosen === null) return good(null)
    const path = withEnding(chosen, `.${kind}`)
    const written = await writeAtomically(path, document.bytes)
    if (!written.ok) return written
    if (kind !== 'docx') return good(handles.ofPath(path))
    return withStore((store) => andThen(store.recordExport(id, now()), () => good(handles.ofPath(path))))
  }

  return {
    exportWord: ({ id }) => write(id, 'docx'),
    exportOther: ({ id, kind }) => write(id, kind),
    async openExported({ handle }) {
      const path = handles.pathOf(handle)
      if (path === undefined) return gone
      return (await desktop.openFile(path))
        ? good(null)
        : refuse('没有能打开这个文件的程序，文件已导出，请在文件夹中查看。')
    },
    showExported({ handle }) {
      const path = handles.pathOf(handle)
      if (path === undefined) return gone
      desktop.showInFolder(path)
      return good(null)
    },
  }
}

type DataFileCalls = Pick<
  Handlers,
  | 'start'
  | 'openAgain'
  | 'chooseDataFile'
  | 'beginNewDataFile'
  | 'dataFile'
  | 'showDataFile'
  | 'backUp'
  | 'moveDataFile'
>

export function dataFileCalls(session: Session): DataFileCalls {
  const { desktop, withStore, now } = session
  const today = () => localTime(new Date(now())).slice(0, 10)
  return {
    start: () => good(session.start()),
    openAgain: () => good(session.openAgain()),
    async chooseDataFile() {
      const path = await desktop.chooseFile('选择数据文件', dataFiles)
      if (path === null) return good(null)
      // One that cannot be opened changes nothing: what is open, or what is to be recovered, stays what it was.
      const start = session.switchTo(path)
      return start.state === 'ready' ? good(start) : refuse(start.message)
    },
    beginNewDataFile() {
      const start = session.start()
      if (start.state === 'ready') return good(start)
      return beginAnew(session)
    },
    dataFile: () =>
      good({ shown: session.path(), bytes: statSync(session.path(), { throwIfNoEntry: false })?.size ?? 0 }),
    showDataFile() {
      desktop.showInFolder(session.path())
      return good(null)
    },
    async backUp() {
      const chosen = await desktop.chooseTarget('备份数据文件', `公开年报备份-${today()}.db`, dataFiles)
      if (chosen === null) return good(null)
      const path = withEnding(chosen, '.db')
      return withStore((store) => andThen(store.backup(path), () => good(basename(path))))
    },
    async moveDataFile() {
      const chosen = await desktop.chooseTarget('数据文件移到哪里', basename(session.path()), dataFiles)
      if (chosen === null) return good(null)
      return moveTo(session, withEnding(chosen, '.db'))
    },
  }
}

function beginAnew(session: Session): Answer<Start> {
  // A stick that was pulled out: its folder is not made up on the machine's own disk.
  const usual = join(session.desktop.folders.data, '公开年报.db')
  const free = existsSync(usual) ? freePath(dirname(usual), '新建', new Date(session.now())) : usual
  const path = existsSync(dirname(session.path())) ? session.path() : free
  try {
    if (statSync(path, { throwIfNoEntry: false })) moveAside(path, '打不开', session.now())
  } catch {
    return refuse('打不开的数据文件没有能移到一旁，没有新建，请把它所在的文件夹换一个名字后重试。')
  }
  return good(session.switchTo(path, { create: true }))
}

/** The copy is complete, checked and open before the old file is moved aside; it is never deleted. */
function moveTo(session: Session, target: string): Answer<string> {
  const old = session.path()
  const copied = session.withStore((store) => plain(store.backup(target)))
  if (!copied.ok) return copied
  const start = session.switchTo(target)
  if (start.state !== 'ready') return refuse(start.message)
  try {
    moveAside(old, '已移走', session.now())
  } catch {
    return refuse(`数据文件已移到新位置并在使用，但旧文件“${basename(old)}”没有能改名，以后请不要再打开旧文件。`)
  }
  return good(basename(target))
}
