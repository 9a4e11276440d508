/** How characters look, as far as it changes the text to be read: deleted, hidden, struck, raised ([MS-DOC] 2.6.1). */
import { u8, u16 } from '../bytes.ts'
import { type Property, propertiesOf, sprm } from './sprm.ts'
import type { Styles } from './styles.ts'

export interface Look {
  readonly deleted: boolean
  readonly hidden: boolean
  readonly struck: boolean
  readonly doublyStruck: boolean
  /** Raised or lowered. */
  readonly small: boolean
  /** Whether control characters stand for pictures, notes and fields here. */
  readonly special: boolean
  /** Whether a picture's character stands for data of a field. */
  readonly data: boolean
  /** A character of a font of symbols. */
  readonly symbol: number | undefined
}

const plain: Look = {
  deleted: false,
  hidden: false,
  struck: false,
  doublyStruck: false,
  small: false,
  special: false,
  data: false,
  symbol: undefined,
}

/** The look of characters of a paragraph style without properties of their own. */
export const lookOfStyle = (styles: Styles, style: number): Look => applied(styles, plain, styles.character(style))

/** The look of characters with properties of their own, on top of their paragraph's look. */
export function applied(styles: Styles, paragraph: Look, groups: readonly Buffer[]): Look {
  /** What the styles say, to which some properties refer. */
  let styled = paragraph
  let look = paragraph
  for (const group of groups) {
    for (const property of propertiesOf(group)) {
      if (property.number === sprm.characterStyle) {
        styled = applied(styles, paragraph, styles.character(u16(property.operand, 0)).map(withoutStyle))
        look = { ...styled, special: look.special }
      } else if (property.number === sprm.plain) look = { ...styled, special: look.special }
      else look = changed(look, styled, property)
    }
  }
  return look
}

/** A style that names itself would never come to an end. */
const withoutStyle = (group: Buffer): Buffer =>
  [...propertiesOf(group)].some(({ number }) => number === sprm.characterStyle) ? Buffer.alloc(0) : group

function changed(look: Look, styled: Look, { number, operand }: Property): Look {
  const on = (before: boolean): boolean => switched(u8(operand, 0), before)
  if (number === sprm.deleted) return { ...look, deleted: on(styled.deleted) }
  if (number === sprm.hidden) return { ...look, hidden: on(styled.hidden) }
  if (number === sprm.struck) return { ...look, struck: on(styled.struck) }
  if (number === sprm.doublyStruck) return { ...look, doublyStruck: on(styled.doublyStruck) }
  if (number === sprm.special) return { ...look, special: on(styled.special) }
  if (number === sprm.data) return { ...look, data: on(styled.data) }
  if (number === sprm.raised) return { ...look, small: u8(operand, 0) !== 0 }
  if (number === sprm.symbol) return { ...look, special: true, symbol: u16(operand, 2) }
  return look
}

/** 0 and 1 say off and on; 128 leaves it as the style has it and 129 turns it around ([MS-DOC] 2.9.327). */
const switched = (value: number, styled: boolean): boolean =>
  value & 0x80 ? styled !== ((value & 1) === 1) : value === 1
