import { expect, it } from 'vitest'
import { checkReport } from '../../shared/checks/index.ts'
import { createExample } from '../../shared/example.ts'
import { reportState } from '../../shared/reportState.ts'

it('the example is finished, agrees with itself and follows from its last year', () => {
  const example = createExample(2025)
  expect(checkReport(example)).toEqual([])
  expect(reportState(example, null)).toBe('ready')
})
