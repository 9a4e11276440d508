/** The program on a data folder, without a window: what it shows of the data file there, as one string. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createHandlers } from '../../electron/handlers.ts'
import { unpackHandover } from '../../electron/store/handover.ts'
import { loadLibrary } from '../../electron/store/sqlite.ts'
import type { Answer } from '../../shared/answers.ts'
import { type Client, clientOf, dispatch } from '../../shared/api.ts'
import { formatDataFile } from '../../shared/dataFile.ts'
import { answeringDesktop } from '../host/answeringDesktop.ts'

export interface RunningProgram {
  readonly client: Client
  close(): void
}

/** Where the works put what a clerk chooses a place for. */
export const handoverIn = (folder: string): string => join(folder, '交接.nianbao-data')
export const movedIn = (folder: string): string => join(folder, '移到这里.db')

/** Starts it at `now`; dialogs give the paths of `choices`, in order. */
export function startProgram(folder: string, now: () => Date, choices: string[] = []): RunningProgram {
  const next = async () => choices.shift() ?? null
  const nothing = { send: () => undefined, onMessage: () => undefined, onExit: () => undefined, kill: () => undefined }
  const desktop = answeringDesktop(folder, next, () => nothing)
  const { handlers, close } = createHandlers(desktop, { now })
  const client = clientOf({
    call: (name, input) =>
      dispatch(handlers, name, input, (error) => {
        throw error
      }),
    onCommand: () => () => undefined,
  })
  return { client, close }
}

export function good<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

/** A file for another PC: not there, whole, or neither. */
function handoverState(folder: string): string {
  const path = handoverIn(folder)
  if (!existsSync(path)) return 'none'
  const library = loadLibrary()
  return library.ok && unpackHandover(library.value, path).ok ? 'whole' : 'broken'
}

/** Everything a clerk would find: every report as it is, or what is offered of a damaged file; and the file handed over. */
export async function digestOf(client: Client, folder: string): Promise<string> {
  const start = good(await client.start(undefined))
  const handover = handoverState(folder)
  if (start.state === 'problem') {
    if (start.kind !== 'damaged') return `problem: ${start.kind}`
    const { rescued, backup } = good(await client.examineDamage(undefined))
    return `damaged: ${rescued} rescued, ${backup?.reports ?? 0} in the backup`
  }
  const { reports } = good(await client.home(undefined))
  const opened = await Promise.all(reports.map(async ({ id }) => good(await client.openReport({ id }))))
  const texts = opened.map(({ report, reported }) => `${formatDataFile(report)}${reported.length}`).toSorted()
  return `${texts.length} ${createHash('sha256').update(texts.join('\n')).digest('hex')} ${handover}`
}
