import { useState } from 'react'
import type { UnitEntry } from '../../../shared/answers.ts'
import type { Client } from '../../../shared/api.ts'
import type { Unit } from '../../../shared/report.ts'
import { useAnswer } from '../parts/useAnswer.ts'
import type { Corrections } from './review.ts'

/** Where this year's report goes: its unit and its year. */
export interface Target {
  readonly units: readonly UnitEntry[]
  /** Null: a new unit. */
  readonly unitId: number | null
  readonly unit: Unit | undefined
  readonly toYear: number | null
  /** Whether the unit has a report of that year already, which then only gets what it lacks. */
  readonly taken: boolean
  readonly failure: string | null
  readonly retry: () => void
  readonly chooseUnit: (id: number | null) => void
  readonly chooseYear: (year: number | null) => void
}

/** Proposes the unit of the same name and the year after last year's, until the person chooses otherwise. */
export function useTarget(client: Client, { unitName, year }: Corrections): Target {
  const home = useAnswer(() => client.home(undefined))
  const [chosenUnit, setChosenUnit] = useState<number | null | undefined>(undefined)
  const [chosenYear, setChosenYear] = useState<number | null | undefined>(undefined)
  const units = home.value?.units ?? []
  const namesake = units.find(({ unit }) => unit.name === unitName.trim())
  const unitId = chosenUnit === undefined ? (namesake?.id ?? null) : chosenUnit
  const toYear = chosenYear === undefined ? (year === null ? null : year + 1) : chosenYear
  const reports = home.value?.reports ?? []
  return {
    units,
    unitId,
    unit: units.find(({ id }) => id === unitId)?.unit,
    toYear,
    taken: reports.some((report) => report.unitId === unitId && report.year === toYear && report.origin === 'written'),
    failure: home.failure,
    retry: () => void home.again(),
    chooseUnit: setChosenUnit,
    chooseYear: setChosenYear,
  }
}
