import { describe, expect, it } from 'vitest'
import { daysLeft, statutoryDeadline } from '../../shared/deadlines.ts'

describe('条例第四十九条', () => {
  it.each([
    ['department', { month: 1, day: 31 }],
    ['government', { month: 3, day: 31 }],
    ['other', { month: 1, day: 31 }],
    ['township', null],
  ] as const)('%s', (kind, deadline) => {
    expect(statutoryDeadline({ kind })).toEqual(deadline)
  })

  it.each([
    ['2026-01-31', 0],
    ['2026-01-12', 19],
    ['2026-02-01', -1],
    ['2025-12-31', 31],
  ])('on %s a department has %d days left for 2025', (today, days) => {
    expect(daysLeft({ month: 1, day: 31 }, 2025, today)).toBe(days)
  })
})
