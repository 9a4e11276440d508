/** What a key press means in a cell. */
import type { KeyPress } from '../app/keyPress.ts'
import type { Direction } from './geometry.ts'

export type Command =
  | { readonly does: 'move'; readonly to: Direction }
  | { readonly does: 'extend'; readonly to: Direction }
  | { readonly does: 'enter'; readonly by: 1 | -1 }
  | { readonly does: 'tab'; readonly by: 1 | -1 }
  | { readonly does: 'end'; readonly of: 'row' | 'table'; readonly at: 'first' | 'last' }
  | { readonly does: 'edit' | 'blank' | 'restore' | 'explain' | 'selectAll' | 'undoTyping' }

/** How the cell is being worked on: its figure as a whole, over-typed, or with the caret in it (F2). */
export type Mode = 'whole' | 'typed' | 'caret'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/**
 * The command of a key press; none where the browser, the input method or the page is to have it.
 * An Enter that ends a composition comes with `isComposing` or with key code 229 and is the input method's.
 */
export function commandOf(press: KeyPress, mode: Mode): Command | null {
  if (press.isComposing || press.keyCode === 229 || press.altKey) return null
  if (press.ctrlKey || press.metaKey) return withControl(press, mode)
  const by = press.shiftKey ? -1 : 1
  const arrow = arrows[press.key]
  if (arrow) {
    const sideways = arrow === 'left' || arrow === 'right'
    if (mode === 'caret' && (sideways || press.shiftKey)) return null
    return { does: press.shiftKey ? 'extend' : 'move', to: arrow }
  }
  switch (press.key) {
    case 'Enter':
      return { does: 'enter', by }
    case 'Tab':
      return { does: 'tab', by }
    case 'Home':
    case 'End':
      if (mode === 'caret' || press.shiftKey) return null
      return { does: 'end', of: 'row', at: press.key === 'Home' ? 'first' : 'last' }
    case 'F2':
      return { does: 'edit' }
    case 'F1':
      return { does: 'explain' }
    case 'Escape':
      return { does: 'restore' }
    case 'Delete':
    case 'Backspace':
      return mode === 'whole' ? { does: 'blank' } : null
    default:
      return null
  }
}

function withControl({ key, shiftKey }: KeyPress, mode: Mode): Command | null {
  if (key === 'Home' || key === 'End') return { does: 'end', of: 'table', at: key === 'Home' ? 'first' : 'last' }
  if (key.toLowerCase() === 'a' && mode !== 'caret') return { does: 'selectAll' }
  if (key.toLowerCase() === 'z' && !shiftKey) return { does: 'undoTyping' }
  return null
}
