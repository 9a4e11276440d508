import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyPress } from '../../renderer/app/keyPress.ts'
import { checkTyped, readTyped } from '../../renderer/form/draft.ts'
import { commandOf } from '../../renderer/form/keys.ts'

describe('what is typed into a cell', () => {
  it('is taken as digits, full-width ones too', () => {
    expect(checkTyped('count', '１２３')).toEqual({ text: '123', refused: null })
    expect(checkTyped('count', '')).toEqual({ text: '', refused: null })
  })

  it('is refused as a whole, with nothing left out, where it is no count: another number is not what was meant', () => {
    expect(checkTyped('count', '1.5')).toEqual({ text: '1.5', refused: '件数没有小数' })
    expect(checkTyped('count', '1。5')).toEqual({ text: '1。5', refused: '件数没有小数' })
    expect(checkTyped('count', '-3')).toEqual({ text: '-3', refused: '件数不能带正负号' })
    expect(checkTyped('count', '1e3')).toEqual({ text: '1e3', refused: '只能填数字，不能填“e”' })
    expect(checkTyped('count', '1 2')).toEqual({ text: '1 2', refused: '数字中不能有空格' })
    expect(checkTyped('count', '1,234')).toEqual({ text: '1,234', refused: '不用写千分位逗号' })
    expect(checkTyped('count', '①')).toEqual({ text: '①', refused: '只能填数字，不能填“①”' })
    expect(checkTyped('count', '十二件政府信息公开').refused).toBe('只能填数字，不能填“十二件政府信…”')
    expect(checkTyped('count', '1234567890123').refused).toBe('数字过大')
  })

  it('may have a decimal point in an amount, typed in Chinese too, and six decimals', () => {
    expect(checkTyped('amount', '4068。208')).toEqual({ text: '4068.208', refused: null })
    expect(checkTyped('amount', '1.2345678')).toEqual({ text: '1.2345678', refused: '万元金额最多六位小数' })
    expect(checkTyped('amount', '1.2.3')).toEqual({ text: '1.2.3', refused: '只能有一个小数点' })
    expect(checkTyped('amount', '-1').refused).toBe('金额不能带正负号')
  })

  it('is a sum in 元 with two decimals, exact', () => {
    expect(checkTyped('yuan', '１２。３４')).toEqual({ text: '12.34', refused: null })
    expect(checkTyped('yuan', '12.345')).toEqual({ text: '12.345', refused: '金额最多两位小数' })
    expect(readTyped('yuan', '12.')).toBe(12)
    expect(readTyped('yuan', '.5')).toBe(0.5)
    expect(readTyped('yuan', '.')).toEqual({ refused: '还没有填数字' })
  })

  it('may have a sign in a change of the 2019 form, at its beginning', () => {
    expect(checkTyped('change', '－3')).toEqual({ text: '-3', refused: null })
    expect(checkTyped('change', '3-')).toEqual({ text: '3-', refused: '正负号只能写在最前面' })
  })

  it('is never taken for another number: what is not refused has just the digits that were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789０５.。-+,e 件') }), (raw) => {
        const { text, refused } = checkTyped('count', raw)
        if (refused === null) expect(text).toBe(raw.replaceAll('０', '0').replaceAll('５', '5'))
        else expect([...text]).toHaveLength([...raw].length)
      }),
    )
  })

  it('means a figure in held units, or none yet', () => {
    expect(readTyped('count', '007')).toBe(7)
    expect(readTyped('count', '')).toBeNull()
    expect(readTyped('amount', '12.')).toBe(12_000_000)
    expect(readTyped('amount', '.5')).toBe(500_000)
    expect(readTyped('amount', '.')).toEqual({ refused: '还没有填数字' })
    expect(readTyped('change', '-')).toEqual({ refused: '还没有填数字' })
    expect(readTyped('change', '+2')).toBe(2)
  })
})

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: 0,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

describe('a key press in a cell', () => {
  it('is the input method’s while it composes, and so is the Enter that ends a composition', () => {
    for (const key of ['Enter', 'ArrowDown', 'Tab', 'Escape', 'Backspace', 'F2']) {
      expect(commandOf(press(key, { isComposing: true }), 'typed')).toBeNull()
      expect(commandOf(press(key, { keyCode: 229 }), 'whole')).toBeNull()
    }
  })

  it('moves between cells, also while a figure is over-typed, but moves the caret after F2', () => {
    expect(commandOf(press('ArrowRight'), 'typed')).toEqual({ does: 'move', to: 'right' })
    expect(commandOf(press('ArrowRight'), 'caret')).toBeNull()
    expect(commandOf(press('ArrowUp'), 'caret')).toEqual({ does: 'move', to: 'up' })
    expect(commandOf(press('Home'), 'caret')).toBeNull()
    expect(commandOf(press('End'), 'whole')).toEqual({ does: 'end', of: 'row', at: 'last' })
    expect(commandOf(press('ArrowDown', { shiftKey: true }), 'whole')).toEqual({ does: 'extend', to: 'down' })
  })

  it('blanks the figure as a whole, but only the last digit while it is typed', () => {
    expect(commandOf(press('Backspace'), 'whole')).toEqual({ does: 'blank' })
    expect(commandOf(press('Delete'), 'whole')).toEqual({ does: 'blank' })
    expect(commandOf(press('Backspace'), 'typed')).toBeNull()
  })

  it('is left to the page with Alt, and with Ctrl but for the few that are the table’s', () => {
    expect(commandOf(press('ArrowLeft', { altKey: true }), 'whole')).toBeNull()
    expect(commandOf(press('c', { ctrlKey: true }), 'whole')).toBeNull()
    expect(commandOf(press('y', { ctrlKey: true }), 'whole')).toBeNull()
    expect(commandOf(press('a', { ctrlKey: true }), 'whole')).toEqual({ does: 'selectAll' })
    expect(commandOf(press('End', { ctrlKey: true }), 'whole')).toEqual({ does: 'end', of: 'table', at: 'last' })
    expect(commandOf(press('7'), 'whole')).toBeNull()
  })
})
