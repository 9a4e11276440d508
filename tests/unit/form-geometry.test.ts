import { describe, expect, it } from 'vitest'
import {
  alongColumn,
  blockOf,
  cellsIn,
  endOfRow,
  entryAt,
  firstBelow,
  geometryOf,
  inReadingOrder,
  namedBy,
  neighbour,
} from '../../renderer/form/geometry.ts'
import type { TableId } from '../../shared/forms/form.ts'
import { editions, formOf } from '../../shared/forms/lookup.ts'

const form = formOf('2021')
const two = geometryOf(form, 'proactive')
const three = geometryOf(form, 'applications')
const four = geometryOf(form, 'review')

const any = () => true
const labelled = (geometry: typeof two, text: string) =>
  geometry.placed.find(({ cell }) => cell.type === 'label' && cell.text === text)!

describe('the geometry of the tables', () => {
  it('has every cell of every edition once, each where the grid has it', () => {
    const tables: TableId[] = ['proactive', 'applications', 'review']
    for (const edition of editions) {
      for (const id of tables) {
        const geometry = geometryOf(formOf(edition), id)
        for (const place of geometry.entries) expect(entryAt(geometry, place.row, place.column)).toBe(place)
        expect(geometry.byKey.size).toBe(geometry.entries.length)
      }
    }
    expect([two, three, four].map(({ entries }) => entries.length)).toEqual([10, 175, 15])
  })

  it('goes up and down over rows of labels and out of a merged cell under the column one came from', () => {
    const down = neighbour(two, 'proactive.normativeDocuments.inForce', 'down', 3)
    expect(down?.key).toBe('proactive.licensing.decisions')
    expect(neighbour(two, 'proactive.licensing.decisions', 'up', 3)?.key).toBe('proactive.normativeDocuments.inForce')
    expect(neighbour(two, 'proactive.licensing.decisions', 'up')?.key).toBe('proactive.normativeDocuments.issued')
    expect(neighbour(two, 'proactive.fees.amount', 'down')).toBeUndefined()
  })

  it('goes sideways within the row only', () => {
    expect(neighbour(three, 'applications.newReceived.natural', 'right')?.key).toBe('applications.newReceived.business')
    expect(neighbour(three, 'applications.newReceived.natural', 'left')).toBeUndefined()
    expect(neighbour(three, 'applications.newReceived.total', 'right')).toBeUndefined()
    expect(endOfRow(three, 'applications.carriedIn.legal', 'first')?.key).toBe('applications.carriedIn.natural')
    expect(endOfRow(three, 'applications.carriedIn.legal', 'last')?.key).toBe('applications.carriedIn.total')
  })

  it('reads on into the next row, and past what is not filled in', () => {
    const entered = ({ kind }: { kind: string }) => kind !== 'total'
    const next = inReadingOrder(three, 'applications.newReceived.other', 1, entered)
    expect(next?.key).toBe('applications.carriedIn.natural')
    expect(inReadingOrder(three, 'applications.newReceived.natural', -1, entered)).toBeUndefined()
    expect(inReadingOrder(four, 'review.litigationAfterReconsideration.pending', 1, entered)).toBeUndefined()
  })

  it('leads Enter down a column, past totals, and from its foot to the head of the next', () => {
    const entered = ({ kind }: { kind: string }) => kind !== 'total'
    const below = alongColumn(three, 'applications.otherwise.other.natural', 3, 1, entered)
    expect(below?.place.key).toBe('applications.carriedOut.natural')
    const head = alongColumn(three, 'applications.carriedOut.natural', 3, 1, entered)
    expect(head?.place.key).toBe('applications.newReceived.business')
    expect(head?.column).toBe(4)
    expect(alongColumn(three, 'applications.carriedOut.other', 8, 1, entered)).toBeUndefined()
    expect(alongColumn(four, 'review.reconsideration.upheld', 0, 1, any)?.place.key).toBe(
      'review.reconsideration.corrected',
    )
    expect(alongColumn(three, 'applications.newReceived.natural', 3, -1, any)).toBeUndefined()
  })

  it('takes a range whichever corner it began at, without the rows of labels in between', () => {
    const range = { anchor: 'applications.carriedIn.research', head: 'applications.newReceived.natural' }
    expect(cellsIn(three, range).map(({ key }) => key.split('.').slice(1).join('.'))).toEqual([
      'newReceived.natural',
      'newReceived.business',
      'newReceived.research',
      'carriedIn.natural',
      'carriedIn.business',
      'carriedIn.research',
    ])
    const overLabels = { anchor: 'proactive.normativeDocuments.repealed', head: 'proactive.penalties.decisions' }
    expect(blockOf(two, overLabels)).toEqual({ rows: [3, 6, 9], from: 1, to: 3 })
    expect(blockOf(two, { anchor: 'proactive.rules.issued', head: 'no such cell' })).toBeUndefined()
  })

  it('knows what a name at the left names: a row, a group, the whole of 三', () => {
    expect(namedBy(three, labelled(three, '1.属于国家秘密'))).toHaveLength(7)
    expect(namedBy(three, labelled(three, '（三）不予公开'))).toHaveLength(8 * 7)
    expect(namedBy(three, labelled(three, '三、本年度办理结果'))).toHaveLength(22 * 7)
    expect(namedBy(three, labelled(three, '总计'))).toHaveLength(0)
  })

  it('knows the first cell under a header, and none under a line across the table', () => {
    expect(firstBelow(three, labelled(three, '法人或其他组织'))?.key).toBe('applications.newReceived.business')
    expect(firstBelow(two, labelled(two, '本年废止件数'))?.key).toBe('proactive.rules.repealed')
    expect(firstBelow(two, labelled(two, '第二十条第（五）项'))).toBeUndefined()
    expect(firstBelow(two, labelled(two, '信息内容'))).toBeUndefined()
  })
})
