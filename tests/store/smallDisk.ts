/** A disk of its own that is soon full, for a unit test: taken away when the test is over. */
import { onTestFinished } from 'vitest'
import { mountSmallDisk, type SmallDisk } from './mount.ts'

export { whatSmallDiskNeeds } from './mount.ts'

export function smallDisk(kilobytes: number): SmallDisk {
  const disk = mountSmallDisk(kilobytes)
  onTestFinished(disk.unmount)
  return disk
}
