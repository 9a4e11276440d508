/** What was typed and is not on the disk: kept, told, tried again, and asked for before anything is left. */
import { expect, it } from 'vitest'
import { createQueue, type SaveState } from '../../renderer/app/saving.ts'
import { registerUnsaved, settleAll, someUnsaved } from '../../renderer/app/unsaved.ts'
import { clockTrouble } from '../../shared/clock.ts'

const at = '2026-01-12T02:00:00.000Z'
const saved = { ok: true as const, value: { at, canUndo: true, canRedo: false } }
const full = { ok: false as const, message: '磁盘空间不足，刚才的修改没有保存，请清理磁盘后再试一次。' }

/** A queue on a disk that may be full. */
function queueOnDisk() {
  const disk = { full: true, kept: [] as string[] }
  const states: SaveState[] = []
  const queue = createQueue(
    (state) => states.push(state),
    () => undefined,
  )
  const save = (what: string) =>
    queue.add(async () => {
      if (disk.full) return full
      disk.kept.push(what)
      return saved
    })
  return { disk, states, queue, save }
}

it('what cannot be saved stays in its order, and is saved when the cause is gone', async () => {
  const { disk, states, queue, save } = queueOnDisk()
  save('一')
  save('二')
  expect(await queue.settle()).toBe(false)
  expect(queue.failed()).toBe(true)
  expect(states.at(-1)).toEqual({ state: 'failed', message: full.message, waiting: 2 })
  disk.full = false
  expect(await queue.settle()).toBe(true)
  expect(queue.failed()).toBe(false)
  expect([disk.kept, states.at(-1)]).toEqual([['一', '二'], { state: 'saved', at }])
  queue.stop()
})

it('nothing is left while something of it is not saved', async () => {
  const { disk, queue, save } = queueOnDisk()
  const other = queueOnDisk()
  other.disk.full = false
  const leave = [registerUnsaved(queue), registerUnsaved(other.queue)]
  expect([await settleAll(), someUnsaved()]).toEqual([true, false])
  save('一')
  other.save('二')
  expect([await settleAll(), someUnsaved()]).toEqual([false, true])
  disk.full = false
  expect([await settleAll(), someUnsaved()]).toEqual([true, false])
  disk.full = true
  save('三')
  await queue.settle()
  for (const take of leave) take()
  expect([await settleAll(), someUnsaved()]).toEqual([true, false])
  for (const one of [queue, other.queue]) one.stop()
})

it('a clock that is put right by some minutes is no trouble, one that goes back by more is', () => {
  expect(clockTrouble('2026-01-12T01:58:00.000Z', at)).toBeNull()
  expect(clockTrouble('2026-01-12T03:00:00.000Z', at)).toBeNull()
  expect(clockTrouble(at, '')).toBeNull()
  expect(clockTrouble('2026-01-12T00:30:00.000Z', at)).toMatch(
    /^电脑的时间（[^）]*）早于上次保存的时间（[^）]*），[^。]*。$/,
  )
})
