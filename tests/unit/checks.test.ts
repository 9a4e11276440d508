import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/checks/finding.ts'
import { checkReport, openErrors } from '../../shared/checks/index.ts'
import { columnName, formOf, placeOf, placesOf } from '../../shared/forms/lookup.ts'
import { emptyNarrative, emptyReport, type LastYear, type Override, type Report } from '../../shared/report.ts'
import { consistentReport } from '../fixtures/arbitraries.ts'
import { huaian, shuyang } from '../fixtures/samples.ts'

const form = formOf('2021')

const change = (report: Report, figures: Record<string, number | null | undefined>): Report => ({
  ...report,
  figures: Object.fromEntries(
    Object.entries({ ...report.figures, ...figures }).filter(([, value]) => value !== undefined),
  ) as Report['figures'],
})

const byRule = (findings: readonly Finding[], rule: string) => findings.filter((finding) => finding.rule === rule)

/** Last year's report of Huai'an, made so that 2024 follows from it. */
function lastYear(): LastYear {
  const now = huaian().figures
  const figures: Record<string, number | null> = { ...now }
  for (const { into, from } of form.carries) figures[from] = now[into]!
  for (const { inForce, issued, repealed } of form.stocks)
    figures[inForce] = now[inForce]! - now[issued]! + now[repealed]!
  return { year: 2023, form: '2021', figures }
}

describe('real reports', () => {
  it('give no error', () => {
    expect(checkReport(huaian())).toEqual([])
    const findings = checkReport(shuyang())
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    // Its section one is one sentence on requests: four of the five aspects are really missing.
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['EMPTY', 'Q2']))
  })

  it('give no finding against a last year they follow from', () => {
    expect(checkReport(huaian(), lastYear())).toEqual([])
  })
})

describe('T3-A, T3-B, T3-C, T4-D', () => {
  const sumCases = form.sums.flatMap((rule) => [rule.total, ...rule.addends].map((key) => ({ rule, key })))

  it.each(form.sums)('$rule of $total: falsified in each cell it looks at, it says so with both numbers', (rule) => {
    for (const key of [rule.total, ...rule.addends]) {
      const report = change(huaian(), { [key]: huaian().figures[key]! + 1 })
      const found = byRule(checkReport(report), rule.rule).filter(({ cells }) => cells[0] === rule.total)
      const total = huaian().figures[rule.total]!
      const sides =
        key === rule.total
          ? { left: total, right: total + 1, difference: -1 }
          : { left: total + 1, right: total, difference: 1 }
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ severity: 'error', cells: [rule.total, ...rule.addends], ...sides })
      expect(found[0]!.message).toContain(`${sides.left}`)
      expect(found[0]!.message).toContain(`${sides.right}`)
      expect(found[0]!.advice).not.toBe('')
    }
  })

  it('looks at every cell of tables three and four', () => {
    const looked = new Set(sumCases.map(({ key }) => key))
    for (const { key, table } of placesOf(form).values()) if (table !== 'proactive') expect(looked.has(key)).toBe(true)
  })

  it.each(form.balances.map((rule) => [columnName(placeOf(form, rule.left[0]!)!), rule] as const))(
    'T3-C names the column %s and both sums',
    (column, rule) => {
      for (const [side, keys] of [
        [0, rule.left],
        [1, rule.right],
      ] as const) {
        for (const key of keys) {
          const figures = huaian().figures
          const found = byRule(checkReport(change(huaian(), { [key]: figures[key]! + 2 })), 'T3-C')
          const sum = rule.left.reduce((all, cell) => all + figures[cell]!, 0)
          expect(found).toHaveLength(1)
          expect(found[0]).toMatchObject({
            severity: 'error',
            cells: [...rule.left, ...rule.right],
            left: side === 0 ? sum + 2 : sum,
            right: side === 0 ? sum : sum + 2,
            difference: side === 0 ? 2 : -2,
          })
          expect(found[0]!.message).toContain(`“${column}”一列`)
        }
      }
    },
  )

  it('takes blanks of a file that was read as absent: silent if the rest agrees', () => {
    expect(checkReport(shuyang()).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('names the blanks if the rest does not agree', () => {
    const report = change(huaian(), { 'applications.disclosed.natural': null })
    const [column] = byRule(checkReport(report), 'T3-B')
    expect(column).toMatchObject({
      left: 2932 - 1288,
      right: 2932,
      cells: expect.arrayContaining(['applications.disclosed.natural']),
    })
    expect(column!.message).toContain('“（一）予以公开”的“自然人”是空白')
  })

  it('takes a blank total for EMPTY, and derives it where another sum needs it', () => {
    const blank = Object.fromEntries(
      form.sums
        .filter(({ rule, total }) => rule === 'T3-A' && !total.includes('resultTotal'))
        .map(({ total }) => [total, null]),
    )
    const findings = checkReport(change(huaian(), blank))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(byRule(findings, 'EMPTY').flatMap(({ cells }) => cells)).toEqual(
      Object.keys(blank).sort((a, b) => order(a) - order(b)),
    )
  })

  it('keeps silent in a report being written as long as blank cells can still make a column right', () => {
    const report: Report = {
      ...emptyReport({ name: '某县教育局' }, 2025, '2021'),
      figures: { 'applications.carriedIn.natural': 103 },
    }
    expect(byRule(checkReport(report), 'T3-C')).toEqual([])
    const over = change(huaian(), Object.fromEntries(form.sums.map(({ total }) => [total, undefined])))
    const impossible = change(over, {
      'applications.newReceived.natural': 5,
      'applications.rejected.petition.natural': 9999,
      'applications.rejected.repeated.natural': null,
    })
    // 自然人 holds too many outcomes whatever the blank is; 总计 is out by nothing else, and one fault is one finding.
    expect(byRule(checkReport(impossible), 'T3-C').map(({ cells }) => cells[0])).toEqual([
      'applications.newReceived.natural',
    ])
  })
})

const order = (key: string) => [...placesOf(form).keys()].indexOf(key)

describe('TYPE', () => {
  it.each([...placesOf(form).values()].map(({ key, kind }) => [key, kind] as const))(
    '%s takes no negative number',
    (key, kind) => {
      const value = kind === 'amount' ? -1_500_000 : -1
      const [found, ...others] = byRule(checkReport(change(huaian(), { [key]: value })), 'TYPE')
      expect(found).toMatchObject({ severity: 'error', cells: [key], left: kind === 'amount' ? -1.5 : -1 })
      expect(others).toEqual([])
    },
  )

  it('takes a fraction in an amount, not in a count', () => {
    expect(byRule(checkReport(change(huaian(), { 'proactive.fees.amount': 4_068_208_000 })), 'TYPE')).toEqual([])
    const found = byRule(checkReport(change(huaian(), { 'proactive.licensing.decisions': 2.5 })), 'TYPE')
    expect(found).toMatchObject([{ cells: ['proactive.licensing.decisions'], left: 2.5 }])
    expect(found[0]!.message).toContain('2.5')
  })

  it('names an amount that was not taken because of its seventh decimal', () => {
    const report = {
      ...change(huaian(), { 'proactive.fees.amount': null }),
      marks: { 'proactive.fees.amount': '1.2345678' },
    }
    expect(byRule(checkReport(report), 'TYPE')).toMatchObject([{ severity: 'error', cells: ['proactive.fees.amount'] }])
  })

  it('never takes zero for a mistake', () => {
    const zeros = Object.fromEntries([...placesOf(form).keys()].map((key) => [key, 0]))
    const silent = { ...change(huaian(), zeros), narrative: emptyNarrative }
    expect(checkReport(silent)).toEqual([])
  })

  it('allows a signed change in the 2019 form', () => {
    const report: Report = {
      ...emptyReport({ name: '某局' }, 2020, '2019'),
      figures: { 'proactive.licensing.change': -3 },
    }
    expect(byRule(checkReport(report), 'TYPE')).toEqual([])
  })
})

describe('EMPTY', () => {
  it.each([...placesOf(form).keys()])('%s is named when it is blank', (key) => {
    const found = byRule(checkReport(change(huaian(), { [key]: null })), 'EMPTY')
    expect(found).toMatchObject([{ severity: 'warning', cells: [key], left: null, right: null, difference: null }])
  })

  it('says what stands there instead of a number', () => {
    const report = { ...change(huaian(), { 'proactive.rules.issued': null }), marks: { 'proactive.rules.issued': '/' } }
    expect(byRule(checkReport(report), 'EMPTY')[0]!.message).toContain('“/”')
  })

  it('does not ask for totals that are derived', () => {
    const findings = checkReport(emptyReport({ name: '某局' }, 2025, '2021'))
    const kinds = new Set(findings.flatMap(({ cells }) => cells.map((key) => placeOf(form, key)!.kind)))
    expect(kinds).toEqual(new Set(['count', 'amount']))
  })
})

describe('X1', () => {
  const columns = form.carries.slice(0, -1)
  const total = form.carries.at(-1)!

  it.each(columns)('$into is compared with last year’s $from', ({ into, from }) => {
    for (const [report, last] of [
      [change(huaian(), { [into]: huaian().figures[into]! + 3 }), lastYear()],
      [huaian(), { ...lastYear(), figures: { ...lastYear().figures, [from]: lastYear().figures[from]! + 3 } }],
    ] as const) {
      const found = byRule(checkReport(report, last), 'X1').filter(({ cells }) => cells[0] === into)
      const [left, right] = [report.figures[into]!, last.figures[from]!]
      expect(found).toMatchObject([{ severity: 'error', cells: [into], left, right, difference: left - right }])
      expect(found[0]!.message).toContain(columnName(placeOf(form, into)!))
    }
  })

  it('names the total only where the columns do not explain it', () => {
    const wrongTotal = byRule(checkReport(change(huaian(), { [total.into]: 35 }), lastYear()), 'X1')
    expect(wrongTotal).toMatchObject([{ cells: [total.into], left: 35, right: 34, difference: 1 }])
    const both = change(huaian(), { 'applications.carriedIn.natural': 35, [total.into]: 35 })
    expect(byRule(checkReport(both, lastYear()), 'X1').map(({ cells }) => cells)).toEqual([
      ['applications.carriedIn.natural'],
    ])
  })

  it('names a blank where last year has a number, and not where it has 0', () => {
    const found = byRule(
      checkReport(
        change(huaian(), { 'applications.carriedIn.natural': null, 'applications.carriedIn.legal': null }),
        lastYear(),
      ),
      'X1',
    )
    expect(found).toMatchObject([{ cells: ['applications.carriedIn.natural'], left: null, right: 34 }])
  })

  it('warns where last year has no number to compare with', () => {
    const last = {
      ...lastYear(),
      figures: {
        ...lastYear().figures,
        'applications.carriedOut.natural': null,
        'applications.carriedOut.total': null,
      },
    }
    expect(byRule(checkReport(huaian(), last), 'X1')).toMatchObject([
      { severity: 'warning', cells: ['applications.carriedIn.natural'] },
    ])
  })

  it('says why nothing can be compared with a report of another year', () => {
    const found = byRule(checkReport(huaian(), { ...lastYear(), year: 2022 }), 'X1')
    expect(found).toMatchObject([{ severity: 'warning' }])
    expect(found[0]!.message).toContain('2022年')
  })
})

describe('X2, X3, X4', () => {
  it.each(form.stocks)('X2: $inForce follows from last year', ({ inForce, issued, repealed }) => {
    for (const [key, difference] of [
      [inForce, 1],
      [issued, -1],
      [repealed, 1],
    ] as const) {
      const report = change(huaian(), { [key]: huaian().figures[key]! + 1 })
      const found = byRule(checkReport(report, lastYear()), 'X2')
      expect(found).toMatchObject([{ severity: 'warning', cells: [inForce, issued, repealed], difference }])
    }
  })

  it('X2 is silent against the 2019 form, which has another indicator', () => {
    expect(
      byRule(checkReport(huaian(), { year: 2023, form: '2019', figures: { 'proactive.rules.totalOpened': 3 } }), 'X2'),
    ).toEqual([])
  })

  it.each(form.pendings)('X3: $total is not less than last year’s $pending', ({ pending, total }) => {
    const pendingBefore = huaian().figures[total]! + 4
    const last = { ...lastYear(), figures: { ...lastYear().figures, [pending]: pendingBefore } }
    const found = byRule(checkReport(huaian(), last), 'X3')
    expect(found).toMatchObject([
      { severity: 'hint', cells: [total], left: huaian().figures[total]!, right: pendingBefore, difference: -4 },
    ])
  })

  it.each(
    [...placesOf(form).values()]
      .filter(({ kind, key }) => kind !== 'total' && !form.carries.some(({ into }) => into === key))
      .map(({ key }) => key),
  )('X4: a jump of %s, and a fall to 0', (key) => {
    const scale = key === 'proactive.fees.amount' ? 1_000_000 : 1
    const compared = (now: number, then: number) =>
      byRule(
        checkReport(change(huaian(), { [key]: now * scale }), {
          ...lastYear(),
          figures: { ...lastYear().figures, [key]: then * scale },
        }),
        'X4',
      )
    expect(compared(500, 100)).toMatchObject([
      { severity: 'hint', cells: [key], left: 500, right: 100, difference: 400 },
    ])
    expect(compared(0, 100)).toMatchObject([{ severity: 'hint', cells: [key], left: 0, right: 100, difference: -100 }])
    expect(compared(130, 100)).toEqual([])
    expect(compared(1, 0)).toEqual([])
  })

  it('X4 with a note is still listed, and explained', () => {
    const key = 'proactive.licensing.decisions'
    const last = { ...lastYear(), figures: { ...lastYear().figures, [key]: 0 } }
    const note = '本年起承接市级下放事项。'
    const report: Report = { ...huaian(), jumpNotes: { [key]: note } }
    const noted = byRule(checkReport(report, last), 'X4').filter(({ cells }) => cells[0] === key)
    expect(noted).toMatchObject([{ severity: 'hint', note }])
    const others = byRule(checkReport(report, last), 'X4').filter(({ cells }) => cells[0] !== key)
    for (const finding of others) expect(finding).not.toHaveProperty('note')
  })
})

describe('L1', () => {
  it.each(form.localLegislation)('%s is 0 in a county', (key) => {
    const county = (figures: Record<string, number>): Report => ({
      ...change(huaian(), { ...zeros, ...figures }),
      unit: { name: '某县人民政府', level: 'county' },
    })
    const zeros = Object.fromEntries(form.localLegislation.map((cell) => [cell, 0]))
    expect(byRule(checkReport(county({})), 'L1')).toEqual([])
    expect(byRule(checkReport(county({ [key]: 6 })), 'L1')).toMatchObject([
      { severity: 'error', cells: [key], left: 6, right: 0, difference: 6 },
    ])
  })

  it('is silent for a prefecture and where the level is unknown', () => {
    expect(byRule(checkReport(huaian()), 'L1')).toEqual([])
    expect(byRule(checkReport({ ...huaian(), unit: { name: '淮安市人民政府', level: 'prefecture' } }), 'L1')).toEqual(
      [],
    )
  })
})

describe('a written reason', () => {
  const wrong = change(huaian(), {
    'applications.carriedIn.natural': 35,
    'applications.carriedIn.total': 35,
    'applications.newReceived.natural': 3000,
    'applications.newReceived.total': 3118,
  })
  const override: Override = {
    rule: 'X1',
    cells: ['applications.carriedIn.natural'],
    reason: '上年漏计1件，已更正',
    at: '2026-01-12',
  }
  const open = (overrides: readonly Override[]) => openErrors(checkReport({ ...wrong, overrides }, lastYear()))

  it('lets an error stand and is shown with it', () => {
    expect(open([])).toHaveLength(1)
    expect(open([override])).toEqual([])
    const [finding] = byRule(checkReport({ ...wrong, overrides: [override] }, lastYear()), 'X1')
    expect(finding!.override).toEqual({ reason: '上年漏计1件，已更正', at: '2026-01-12' })
  })

  it('covers nothing without words, for another rule or for other cells', () => {
    expect(open([{ ...override, reason: ' ' }])).toHaveLength(1)
    expect(open([{ ...override, rule: 'T3-C' }])).toHaveLength(1)
    expect(open([{ ...override, cells: ['applications.carriedIn.legal'] }])).toHaveLength(1)
    expect(open([{ ...override, cells: [] }])).toHaveLength(1)
  })

  it('no longer holds when the numbers it was written for have changed', () => {
    expect(open([{ ...override, left: 35, right: 34 }])).toEqual([])
    expect(open([{ ...override, left: 36, right: 34 }])).toHaveLength(1)
  })
})

describe('for all figures', () => {
  it.each(['2021', '2019'] as const)('that satisfy the sums there is no error (%s)', (edition) => {
    fc.assert(
      fc.property(consistentReport(edition), (report) => {
        expect(checkReport(report).filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('changing any one cell of table three or four by one makes the right rule name the right column', () => {
    const cells = [...placesOf(form).values()].filter(({ table }) => table !== 'proactive')
    fc.assert(
      fc.property(consistentReport('2021'), fc.constantFrom(...cells), fc.constantFrom(1, -1), (report, place, by) => {
        const value = report.figures[place.key]!
        const falsified = change(report, { [place.key]: value + (value === 0 ? 1 : by) })
        const findings = checkReport(falsified).filter(({ severity }) => severity === 'error')
        expect(findings.length).toBeGreaterThan(0)
        for (const { rule, cells: named } of findings) {
          expect(named).toContain(place.key)
          if (rule === 'T3-B' || rule === 'T3-C')
            for (const key of named) expect(placeOf(form, key)!.column).toBe(place.column)
          if (rule === 'T3-A') for (const key of named) expect(placeOf(form, key)!.row).toBe(place.row)
        }
        const expected = form.sums
          .filter((sum) => sum.total === place.key || sum.addends.includes(place.key))
          .map(({ rule }) => rule)
        const balance = form.balances.some(({ left, right }) => [...left, ...right].includes(place.key)) ? ['T3-C'] : []
        expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set([...expected, ...balance]))
      }),
      { numRuns: 300 },
    )
  })
})
