/** A client in memory, typed from the contract: what a page asks for it gets at once, or the failure the spec ordered. */

import type {
  Answer,
  BackupEntry,
  Damage,
  Home,
  ImportReview,
  ReportState,
  UnitEntry,
} from '../../../shared/answers.ts'
import type { CallName, Client, Input, Output } from '../../../shared/api.ts'
import { defaultChoices } from '../../../shared/document/choices.ts'
import { defaultWriting } from '../../../shared/writing.ts'

/** What the pages find. */
export interface Seed {
  readonly home: Home
  readonly states?: Readonly<Record<number, ReportState>>
  readonly review?: ImportReview
  /** What reading again with assignments gives. */
  readonly reviewAgain?: ImportReview
  readonly dataFile?: string
  readonly damage?: Damage
}

export interface Call {
  readonly name: CallName
  readonly input: unknown
}

export interface Fake {
  readonly client: Client
  readonly calls: Call[]
  /** From now on the call answers with this sentence; null: it works again. */
  fail(name: CallName, message: string | null): void
}

type Made = { [K in CallName]?: (input: Input<K>) => Output<K> }

/** Makes the client. Calls that a page under test has no use for answer with a sentence that says so. */
export function fakeClient(seed: Seed): Fake {
  const calls: Call[] = []
  const failures = new Map<CallName, string>()
  let home = seed.home
  const changeUnit = (id: number, change: (entry: UnitEntry) => UnitEntry) => {
    home = { ...home, units: home.units.map((entry) => (entry.id === id ? change(entry) : entry)) }
  }
  const made: Made = {
    home: () => home,
    states: ({ ids }) => Object.fromEntries(ids.map((id) => [id, seed.states?.[id] ?? 'filling'])),
    createUnit({ unit }) {
      const id = 1 + Math.max(0, ...home.units.map((entry) => entry.id))
      home = {
        ...home,
        units: [...home.units, { id, unit: unit as UnitEntry['unit'], archived: false, settings: none }],
      }
      return { id }
    },
    updateUnit({ id, unit, settings }) {
      changeUnit(id, (entry) => ({
        ...entry,
        unit: unit as UnitEntry['unit'],
        settings: { ...entry.settings, ...settings },
      }))
      return null
    },
    archiveUnit({ id, archived }) {
      changeUnit(id, (entry) => ({ ...entry, archived }))
      return null
    },
    deleteUnit({ id }) {
      home = {
        ...home,
        units: home.units.filter((entry) => entry.id !== id),
        reports: home.reports.filter(({ unitId }) => unitId !== id),
      }
      return { backup: '公开年报-删除前备份-2026-01-12.nianbao-db' }
    },
    createBlank: () => ({ id: 901 }),
    createExample: () => ({ id: 902 }),
    continueReport: () => ({ id: 903 }),
    openedSource: () => null,
    chooseSource: () => ({ handle: 'chosen', name: '2024年度报告.docx' }),
    dropSource: ({ name }) => ({ handle: 'dropped', name }),
    pasteSource: ({ name }) => ({ handle: 'pasted', name }),
    acceptImport: () => ({ id: 904 }),
    dataFile: () => ({
      shown: seed.dataFile ?? 'C:\\Users\\办公室\\AppData\\Roaming\\公开年报\\年报.nianbao-db',
      bytes: 1_480_000,
    }),
    showDataFile: () => null,
    backUp: () => 'E:\\年报备份.nianbao-db',
    backups: () => ({ folder: 'D:\\年报\\公开年报自动备份', trouble: null, entries: backups }),
    compareBackup: () => ({
      same: 7,
      reports: [
        { ...held('沭阳县民政局', 2025), id: 4, kind: 'changed', cells: 12, texts: 1, rest: false, frozen: false },
        { ...held('沭阳县教育局', 2025), id: 5, kind: 'changed', cells: 1, texts: 0, rest: true, frozen: true },
        { ...held('沭阳县物价局', 2018), id: 6, kind: 'onlyThere', cells: 0, texts: 0, rest: false, frozen: false },
        { ...held('沭阳县司法局', 2025), id: null, kind: 'onlyHere', cells: 0, texts: 0, rest: false, frozen: false },
      ],
    }),
    restoreBackup: () => ({
      from: backups[0]?.name ?? '',
      file: '公开年报-恢复-2026-01-12-093005',
      before: 'D:\\年报\\公开年报.db',
      backup: '2026-01-12-093005-恢复前.db',
    }),
    bringBack: ({ ids }) => ({ added: 0, changed: ids.length, backup: '2026-01-12-093005-恢复前.db' }),
    handOver: () => '公开年报交接-2026-01-12.nianbao-data',
    examineDamage: () => seed.damage ?? { backup: null, rescued: 0, units: 0, phrases: 0, reports: [], orphans: 0 },
    recover: () => ({ state: 'ready', notice: null }),
    openAgain: () => ({ state: 'ready', notice: null }),
    moveDataFile: () => null,
    chooseOtherData: () => ({
      handle: 'other',
      name: '老电脑.db',
      reports: [
        { id: 1, unitName: '沭阳县民政局', year: 2024, origin: 'written', title: '', changedAt: '', present: true },
        { id: 2, unitName: '沭阳县教育局', year: 2024, origin: 'written', title: '', changedAt: '', present: false },
        { id: 3, unitName: '沭阳县教育局', year: 2023, origin: 'imported', title: '', changedAt: '', present: false },
      ],
    }),
    bringOver: ({ ids }) => ({ copied: ids.length, kept: [], backup: '公开年报-导入前备份.db' }),
    chooseDataFile: () => ({ state: 'ready', notice: null }),
    beginNewDataFile: () => ({ state: 'ready', notice: null }),
    ...(seed.review && {
      readSource: ({ assignments }) => ((assignments && seed.reviewAgain) ?? seed.review) as ImportReview,
    }),
  }
  const answer = async (name: CallName, input: unknown): Promise<Answer<unknown>> => {
    calls.push({ name, input })
    const failure = failures.get(name)
    if (failure !== undefined) return { ok: false, message: failure }
    const make = made[name] as ((input: unknown) => unknown) | undefined
    return make ? { ok: true, value: make(input) } : { ok: false, message: `假的客户端没有 ${name}` }
  }
  const client = new Proxy({} as Client, {
    get: (_, name) => (input: unknown) => answer(name as CallName, input),
  })
  return {
    client,
    calls,
    fail: (name, message) => void (message === null ? failures.delete(name) : failures.set(name, message)),
  }
}

const held = (unitName: string, year: number) => ({
  unitName,
  year,
  origin: 'written' as const,
  changedAt: '2026-01-11T06:05:00.000Z',
})

const backups: BackupEntry[] = (
  [
    ['2026-01-12T09:30:05', 'daily'],
    ['2026-01-11T17:20:41', 'closing'],
    ['2026-01-11T10:02:13', 'import'],
    ['2025-03-28T16:40:00', 'closing'],
  ] as const
).map(([at, reason], index) => ({
  handle: `backup-${index}`,
  name: `${at}.db`,
  at,
  reason,
  bytes: 1_480_000,
  units: index === 2 ? null : ['沭阳县民政局', '沭阳县教育局'],
  reports: index === 2 ? [] : [held('沭阳县民政局', 2025), held('沭阳县教育局', 2025)],
}))

const none: UnitEntry['settings'] = {
  deadline: null,
  contact: '',
  signature: '',
  document: defaultChoices,
  writing: defaultWriting,
}
