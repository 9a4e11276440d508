/**
 * The contract between the two processes: every call with the schema of its input and output. The preload script, the
 * handlers and the test host are derived from it. Input is validated on arrival. Files are named by opaque handles.
 */
import { z } from 'zod'
import {
  type Answer,
  type BackupDifferences,
  type BackupEntry,
  type Backups,
  type BroughtBack,
  type BroughtOver,
  type Damage,
  type DataFilePlace,
  type HandedOver,
  type Home,
  type ImportReview,
  type OpenedReport,
  type OtherData,
  ownSettingsSchema,
  type ReportState,
  type Restored,
  type Saved,
  type SourceFile,
  type Start,
} from './answers.ts'
import { documentChoicesSchema } from './document/choices.ts'
import { isYuan } from './narrative/processingFee.ts'
import { assignmentsSchema } from './reading.ts'
import { narrativeIds, type Report, scopes, unitKinds, unitLevels } from './report.ts'
import { type OwnPhrase, ownPhraseSchema, writingSettingsSchema } from './writing.ts'

const unitSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  shortName: z.exactOptional(z.string().max(100)),
  kind: z.exactOptional(z.enum(unitKinds)),
  level: z.exactOptional(z.enum(unitLevels)),
})

const id = z.int().positive()
const year = z.int().min(2008).max(2100)
const key = z.string().max(100)
const nothing = z.undefined()
const handle = z.string().regex(/^[a-z0-9-]{1,64}$/)
const longText = z.string().max(400_000)
const section = z.enum(narrativeIds)
const yuan = z.number().refine(isYuan).nullable()
const position = z.int().nonnegative().max(400_000)
const linkPlace = z.strictObject({ section, paragraph: position, from: position })
/** Loose: what a later version wrote beside the three numbers is kept. */
const processingFee = z.looseObject({
  notices: z.int().nonnegative().nullable(),
  noticedYuan: yuan,
  receivedYuan: yuan,
})

/** A report that the person has looked through; figures as they are held. */
const reviewedReport = z.strictObject({
  year,
  unit: unitSchema,
  title: z.string().max(300),
  figures: z.record(key, z.number().nullable()),
  narrative: z.strictObject({ preface: longText, overview: longText, problems: longText, other: longText }),
})

/** The type of an output: made by this program itself and therefore not looked at again. */
const out = <T>() => z.custom<T>()

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

export const api = {
  start: call(nothing, out<Start>()),
  /** Opens another data file; null where the person cancelled. */
  chooseDataFile: call(nothing, out<Start | null>()),
  /** Tries once more to open the data file that could not be opened. */
  openAgain: call(nothing, out<Start>()),
  /** Reads what can be read of a damaged data file, and finds the newest good backup. Writes nothing beside it. */
  examineDamage: call(nothing, out<Damage>()),
  /** Moves the damaged file aside, never deletes it, and goes on with what the clerk chose. */
  recover: call(z.strictObject({ from: z.enum(['backup', 'rescued', 'both']) }), out<Start>()),
  /** Moves a data file that cannot be opened aside, never deletes it, and begins a new one. */
  beginNewDataFile: call(nothing, out<Start>()),

  home: call(nothing, out<Home>()),
  /** States of reports, computed for those that are shown. */
  states: call(z.strictObject({ ids: z.array(id).max(1000) }), out<Readonly<Record<number, ReportState>>>()),

  createUnit: call(z.strictObject({ unit: unitSchema }), out<{ id: number }>()),
  updateUnit: call(z.strictObject({ id, unit: unitSchema, settings: ownSettingsSchema }), out<null>()),
  saveDocumentChoices: call(z.strictObject({ unitId: id, choices: documentChoicesSchema }), out<null>()),
  saveWriting: call(z.strictObject({ unitId: id, writing: writingSettingsSchema }), out<null>()),
  archiveUnit: call(z.strictObject({ id, archived: z.boolean() }), out<null>()),
  /** Deletes a unit with all its reports, after a backup of the data file; gives the backup's name. */
  deleteUnit: call(z.strictObject({ id }), out<{ backup: string }>()),

  createBlank: call(z.strictObject({ unitId: id, year }), out<{ id: number }>()),
  createExample: call(nothing, out<{ id: number }>()),
  /** Makes the report of the next year from one that is in the data file. */
  continueReport: call(z.strictObject({ id, year }), out<{ id: number }>()),

  /** Asks for last year's file; null where the person cancelled. */
  chooseSource: call(nothing, out<SourceFile | null>()),
  /** The file the program was asked to open, by a double click on it; given once, null where there is none. */
  openedSource: call(nothing, out<SourceFile | null>()),
  /** A file dropped on the page: its bytes in base64, so that the page needs no path. */
  dropSource: call(
    z.strictObject({ name: z.string().max(300), base64: z.string().max(70_000_000) }),
    out<SourceFile>(),
  ),
  /** Text that was copied from a page, from Word or from a PDF, or the page itself where its tables came with it. */
  pasteSource: call(
    z.union([
      z.strictObject({ name: z.string().max(300), text: z.string().max(2_000_000) }),
      z.strictObject({ name: z.string().max(300), html: z.string().max(8_000_000) }),
    ]),
    out<SourceFile>(),
  ),
  /** Reads it; once more with `assignments` where the person says what its tables, rows and columns are. */
  readSource: call(z.strictObject({ handle, assignments: z.exactOptional(assignmentsSchema) }), out<ImportReview>()),
  /** Stores last year's report as it was looked through and makes this year's from it. */
  acceptImport: call(
    z.strictObject({ handle, reviewed: reviewedReport, unitId: id.nullable(), toYear: year }),
    out<{ id: number }>(),
  ),

  openReport: call(z.strictObject({ id }), out<OpenedReport>()),
  saveFigures: call(
    z.strictObject({
      id,
      changes: z
        .array(z.strictObject({ key, value: z.number().nullable(), unconfirmed: z.exactOptional(z.boolean()) }))
        .min(1)
        .max(500),
      /** Numbers in texts that are linked to these cells change with them, in the same step. */
      numbersFollow: z.exactOptional(z.boolean()),
    }),
    out<Saved>(),
  ),
  saveText: call(
    z.strictObject({
      id,
      section,
      text: longText,
      /** The program put in a sentence: a text that was last year's still is. */
      stillLastYears: z.exactOptional(z.boolean()),
      /** Numbers of that sentence, with the cells they are linked to. */
      links: z.exactOptional(z.array(linkPlace.extend({ to: position, cells: z.array(key).min(1).max(200) })).max(200)),
    }),
    out<Saved>(),
  ),
  confirmFigures: call(z.strictObject({ id, keys: z.array(key).min(1).max(500) }), out<Saved>()),
  confirmTexts: call(z.strictObject({ id, sections: z.array(section).min(1) }), out<Saved>()),
  confirmSentences: call(
    z.strictObject({ id, section, sentences: z.array(z.string().max(20_000)).min(1).max(2000) }),
    out<Saved>(),
  ),
  /** Linked numbers take their cells' number, or are linked no more. */
  settleLinks: call(
    z.strictObject({ id, links: z.array(linkPlace).min(1).max(500), how: z.enum(['follow', 'unlink']) }),
    out<Saved>(),
  ),
  /** Passages the clerk keeps for reuse; each change gives all of them. */
  ownPhrases: call(nothing, out<readonly OwnPhrase[]>()),
  keepPhrase: call(ownPhraseSchema.omit({ id: true }), out<readonly OwnPhrase[]>()),
  renamePhrase: call(ownPhraseSchema.pick({ id: true, name: true }), out<readonly OwnPhrase[]>()),
  removePhrase: call(ownPhraseSchema.pick({ id: true }), out<readonly OwnPhrase[]>()),
  saveDetails: call(
    z.strictObject({
      id,
      title: z.exactOptional(z.string().max(300)),
      scope: z.exactOptional(z.enum(scopes).nullable()),
      signature: z.exactOptional(
        z.strictObject({ unit: z.string().max(100), date: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/) }),
      ),
      unit: z.exactOptional(unitSchema),
      processingFee: z.exactOptional(processingFee.nullable()),
    }),
    out<Saved>(),
  ),
  setOverride: call(
    z.strictObject({
      id,
      rule: z.string().max(20),
      cells: z.array(key).min(1).max(200),
      reason: z.string().trim().min(1).max(1000),
      left: z.number().nullable(),
      right: z.number().nullable(),
    }),
    out<Saved>(),
  ),
  removeOverride: call(
    z.strictObject({ id, rule: z.string().max(20), cells: z.array(key).min(1).max(200) }),
    out<Saved>(),
  ),
  /** Why a figure differs much from last year's; empty takes the note away. */
  saveJumpNote: call(z.strictObject({ id, key, note: z.string().max(1000) }), out<Saved>()),
  /** Takes the last step back, or repeats it; null where there is none. */
  undo: call(z.strictObject({ id }), out<OpenedReport | null>()),
  redo: call(z.strictObject({ id }), out<OpenedReport | null>()),

  /** 已报送: freezes the report as it is. */
  markReported: call(z.strictObject({ id, day: z.iso.date() }), out<OpenedReport>()),
  /** 更正: opens it again; why is kept in the 更正记录. */
  reopenReport: call(z.strictObject({ id, reason: z.string().trim().min(1).max(500) }), out<OpenedReport>()),
  /** The report as it was handed in that time. */
  reportedState: call(z.strictObject({ id, number: z.int().positive() }), out<Report>()),
  /** Writes that state as the official Word file once more; null where the person cancelled. */
  exportReported: call(z.strictObject({ id, number: z.int().positive() }), out<SourceFile | null>()),

  /** Asks where to, and writes the official Word file; null where the person cancelled. */
  exportWord: call(z.strictObject({ id }), out<SourceFile | null>()),
  /** The same for the page that is published, or the spreadsheet of the three tables. */
  exportOther: call(z.strictObject({ id, kind: z.enum(['html', 'xlsx']) }), out<SourceFile | null>()),
  /** Asks where to, and writes the pages that the window shows as a PDF; null where the person cancelled. */
  savePdf: call(z.strictObject({ id }), out<SourceFile | null>()),
  /** Prints the pages that the window shows; the system's dialog asks on which printer. */
  printPages: call(nothing, out<null>()),
  openExported: call(z.strictObject({ handle }), out<null>()),
  showExported: call(z.strictObject({ handle }), out<null>()),

  dataFile: call(nothing, out<DataFilePlace>()),
  showDataFile: call(nothing, out<null>()),
  /** Each asks for a place; null where the person cancelled, else the name of the file. */
  backUp: call(nothing, out<string | null>()),
  /** The automatic backups, the newest first. */
  backups: call(nothing, out<Backups>()),
  /** A backup at another place, to be looked at like the others; null where the person cancelled. */
  chooseBackup: call(nothing, out<BackupEntry | null>()),
  compareBackup: call(z.strictObject({ handle }), out<BackupDifferences>()),
  /** Opens a copy of the backup as a new file; the present one is backed up and stays where it is. */
  restoreBackup: call(z.strictObject({ handle }), out<Restored>()),
  /** Brings single reports back: one that is here becomes what it was, as a step that can be undone. */
  bringBack: call(z.strictObject({ handle, ids: z.array(id).min(1).max(5000) }), out<BroughtBack>()),
  showBackups: call(nothing, out<null>()),
  /** 交接: everything as one file with its check sum; null where the person cancelled. */
  handOver: call(nothing, out<string | null>()),
  /** 接收: asks for such a file and checks it; null where the person cancelled. */
  chooseHandedOver: call(nothing, out<HandedOver | null>()),
  /** Into an empty program: it becomes the data file. Else the reports of `ids` are copied, nothing is replaced. */
  takeOver: call(z.strictObject({ handle, ids: z.array(id).max(5000) }), out<BroughtOver>()),
  moveDataFile: call(nothing, out<string | null>()),
  /** Asks for a data file of another PC and looks at a copy of it; null where the person cancelled. */
  chooseOtherData: call(nothing, out<OtherData | null>()),
  /** Copies reports out of it, after a backup; what is here already is never replaced. */
  bringOver: call(z.strictObject({ handle, ids: z.array(id).min(1).max(5000) }), out<BroughtOver>()),
} as const

export type Api = typeof api
export type CallName = keyof Api
export type Input<K extends CallName> = z.input<Api[K]['input']>
export type Output<K extends CallName> = z.output<Api[K]['output']>

/** What carries out the calls: the application. */
export type Handlers = {
  readonly [K in CallName]: (input: z.output<Api[K]['input']>) => Answer<Output<K>> | Promise<Answer<Output<K>>>
}

/** What the page calls. */
export type Client = { readonly [K in CallName]: (input: Input<K>) => Promise<Answer<Output<K>>> }

/** Commands of the menu, and of a file opened from outside, that the page carries out. */
export const commands = ['undo', 'redo', 'home', 'settings', 'help', 'manual', 'check', 'export', 'openFile'] as const
export type Command = (typeof commands)[number]

/** What the preload script and the test host put on `window`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
  /** Gives the function that stops listening. */
  onCommand(listener: (command: Command) => void): () => void
}

/** Turns a bridge into the calls of the contract. */
export function clientOf(bridge: Bridge): Client {
  const calls = Object.keys(api).map((name) => [name, (input: unknown) => bridge.call(name, input)])
  return Object.fromEntries(calls) as Client
}

const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(api, name)

/**
 * Carries out one message: an unknown name or an input of the wrong shape is refused and nothing is done. A defect in a
 * handler becomes a sentence too, and is given to `report`.
 */
export async function dispatch(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  report: (error: unknown) => void,
): Promise<Answer<unknown>> {
  if (!isCallName(name)) return { ok: false, message: '程序内部的请求有误，没有执行，数据没有改动，请重新启动程序。' }
  const parsed = api[name].input.safeParse(input ?? undefined)
  if (!parsed.success) return { ok: false, message: '填写的内容不符合要求，没有保存，请检查后重试。' }
  try {
    const handler = handlers[name] as (input: unknown) => Answer<unknown> | Promise<Answer<unknown>>
    return await handler(parsed.data)
  } catch (error) {
    report(error)
    return { ok: false, message: '程序出错，这一步没有完成，已保存的内容不受影响，请重新启动程序后再试。' }
  }
}
