/** How characters look, as far as it changes the text to be read: deleted, hidden, struck, raised ([MS-DOC] 2.6.1). */
import { u8, u16 } from '../bytes.ts'
import type { Remembered } from './remembered.ts'
import { type Property, propertiesOf, sprm } from './sprm.ts'
import type { Styles } from './styles.ts'
import type { Run } from './text.ts'

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

export interface Looks {
  readonly ofStyle: (style: number) => Look
  /** The look of a run in a paragraph of a style. */
  readonly ofRun: (run: Run, style: number, paragraph: Look) => Look
}

/** The looks of a document. */
export function openLooks(styles: Styles, remembered: Remembered): Looks {
  const known = new Map<string, Look>()
  const ofStyle = (style: number) => {
    const groups = styles.character(style)
    return remembered(known, `${style}`, groups, () => lookOfStyle(styles, style))
  }
  const ofRun = (run: Run, style: number, paragraph: Look) =>
    remembered(known, `${run.key}/${style}`, run.properties, () => applied(styles, paragraph, run.properties))
  return { ofStyle, ofRun }
}

/** The look of characters of a paragraph style without properties of their own. Where all text is raised, none is a note. */
const lookOfStyle = (styles: Styles, style: number): Look => ({
  ...applied(styles, plain, styles.character(style)),
  small: false,
})

/** The look of characters with properties of their own, on top of their paragraph's look. */
function applied(styles: Styles, paragraph: Look, groups: readonly Buffer[]): Look {
  const properties = groups.flatMap((group) => [...propertiesOf(group)])
  const style = properties.findLast(({ number }) => number === sprm.characterStyle)
  // Measured: Word writes that text was deleted before it names the text's style, which does not take it back.
  const styled = style ? styledAs(styles, paragraph, u16(style.operand, 0)) : paragraph
  return properties.reduce((look, property) => changed(look, styled, property), styled)
}

/** A character style that names a character style says nothing by it. */
const styledAs = (styles: Styles, paragraph: Look, style: number): Look =>
  styles
    .character(style)
    .flatMap((group) => [...propertiesOf(group)])
    .reduce((look, property) => changed(look, paragraph, property), paragraph)

function changed(look: Look, styled: Look, { number, operand }: Property): Look {
  const on = (before: boolean): boolean => switched(u8(operand, 0), before)
  if (number === sprm.plain) return { ...styled, special: look.special, deleted: look.deleted }
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
