/** A paragraph as lines: Chinese may break between any two characters but for 避头尾. */
import { meetsOtherScript, type NumeralFont } from './advance.ts'
import { type Atom, atomsOf, type Script } from './atoms.ts'
import type { Dxa, HalfPoints } from './measures.ts'
import { em } from './textWidth.ts'
import { mayHang, neverLast, type Typesetter } from './typesetter.ts'

export interface LineSetting {
  readonly size: HalfPoints
  readonly numerals: NumeralFont
  readonly spacing: Dxa
  readonly width: Dxa
  /** Indent of the first line. */
  readonly firstLine: Dxa
  /** Whether a mark may hang beyond the edge. */
  readonly hanging: boolean
  readonly typesetter: Typesetter
}

/** Neighbours of one script, with the gap that parts them from what stands before them in the line. */
export interface Piece {
  readonly text: string
  readonly script: Script
  readonly gap: Dxa
  readonly width: Dxa
}

export interface Line {
  /** All of it, with a mark that hangs and spaces at its end: the lines joined are the text. */
  readonly text: string
  /** Where it begins in the text, in UTF-16 units. */
  readonly from: number
  readonly pieces: readonly Piece[]
  /** What has to find room: all but a hanging mark and spaces at the end. */
  readonly width: Dxa
  /** What stands beyond the edge. */
  readonly overhang: string
  readonly numerals: NumeralFont
}

/** Breaks a text into lines. An empty text is one empty line. */
export function breakLines(text: string, setting: LineSetting): Line[] {
  const atoms = atomsOf(text, { ...setting, width: setting.width - setting.firstLine })
  const lines: Line[] = []
  let start = 0
  do {
    const room = setting.width - (start === 0 ? setting.firstLine : 0)
    const end = endOfLine(atoms, start, { room, setting })
    lines.push(lineOf(atoms.slice(start, end), { room, setting }))
    start = end
  } while (start < atoms.length)
  return lines
}

interface Measure {
  readonly room: Dxa
  readonly setting: LineSetting
}

/** The index after the last atom of the line that begins at `start`. */
function endOfLine(atoms: readonly Atom[], start: number, { room, setting }: Measure): number {
  let width = 0
  let end = start
  for (let index = start; index < atoms.length; index += 1) {
    const atom = atoms[index]
    if (!atom) break
    width += gapBefore(atoms, index, { start, setting }) + atom.width
    if (width > room && atom.script !== 'space') {
      if (hangs(atoms, index, { start, setting })) return afterSpaces(atoms, index + 1)
      return end > start ? end : Math.max(index, start + 1)
    }
    if (mayBreakAfter(atoms, index, setting)) end = index + 1
  }
  return atoms.length
}

function mayBreakAfter(atoms: readonly Atom[], index: number, { typesetter }: LineSetting): boolean {
  const [atom, next] = [atoms[index], atoms[index + 1]]
  if (!atom || !next) return true
  if (next.script === 'space' || neverLast.includes(lastOf(atom))) return false
  return !typesetter.neverFirst.includes(firstOf(next))
}

interface Place {
  readonly start: number
  readonly setting: LineSetting
}

/** One mark may hang, where what follows may begin a line. */
function hangs(atoms: readonly Atom[], index: number, { start, setting }: Place): boolean {
  const [before, atom] = [atoms[index - 1], atoms[index]]
  if (!setting.hanging || !before || !atom || index === start || !isHangingMark(atom.text)) return false
  if (before.script === 'latin' && !setting.typesetter.hangsAfterLatin) return false
  const next = atoms[afterSpaces(atoms, index + 1)]
  return !next || !setting.typesetter.neverFirst.includes(firstOf(next))
}

/** Spaces at the end of a line take no room. */
function afterSpaces(atoms: readonly Atom[], index: number): number {
  const next = atoms.findIndex(({ script }, at) => at >= index && script !== 'space')
  return next < 0 ? atoms.length : next
}

const isHangingMark = (text: string): boolean => text.length === 1 && mayHang.includes(text)

function gapBefore(atoms: readonly Atom[], index: number, { start, setting }: Place): Dxa {
  const [before, atom] = [atoms[index - 1], atoms[index]]
  if (!before || !atom || index === start || before.script === atom.script) return 0
  const { scriptGap, spacesEveryCharacter } = setting.typesetter
  const gap = meetsOtherScript(lastOf(before), firstOf(atom)) ? scriptGap * em(setting.size) : 0
  return spacesEveryCharacter ? gap : gap - setting.spacing
}

const firstOf = (atom: Atom): string => String.fromCodePoint(atom.text.codePointAt(0) ?? 0)
const lastOf = (atom: Atom): string => [...atom.text].at(-1) ?? ''

function lineOf(atoms: readonly Atom[], { room, setting }: Measure): Line {
  const ink = atoms.findLastIndex(({ script }) => script !== 'space') + 1
  const gap = (index: number) => gapBefore(atoms, index, { start: 0, setting })
  const widthOf = (count: number) =>
    atoms.slice(0, count).reduce((sum, { width }, index) => sum + gap(index) + width, 0)
  const last = atoms[ink - 1]
  const overhangs = last !== undefined && ink > 1 && isHangingMark(last.text) && widthOf(ink) > room
  return {
    text: atoms.map(({ text }) => text).join(''),
    from: atoms[0]?.from ?? 0,
    pieces: piecesOf(overhangs ? atoms.slice(0, ink - 1) : atoms.slice(0, ink), gap),
    width: widthOf(overhangs ? ink - 1 : ink),
    overhang: overhangs ? last.text : '',
    numerals: setting.numerals,
  }
}

function piecesOf(atoms: readonly Atom[], gap: (index: number) => Dxa): Piece[] {
  const pieces: Piece[] = []
  atoms.forEach(({ text, script, width }, index) => {
    const before = pieces.at(-1)
    if (before?.script === script && gap(index) === 0) {
      pieces[pieces.length - 1] = { ...before, text: before.text + text, width: before.width + width }
    } else pieces.push({ text, script, gap: gap(index), width })
  })
  return pieces
}
