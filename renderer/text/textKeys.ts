/** The keys of a text, as the help lists them, and what a key press in the field means. */

import type { KeyPress } from '../app/keyPress.ts'

/** Keys and what they do, in the words of the help. */
export const textKeys: readonly (readonly [keys: string, does: string])[] = [
  ['F8 / Shift+F8', '到下一处、上一处需要看的地方'],
  ['Alt+Enter', '按提示改正光标处'],
  ['Ctrl+F', '查找'],
  ['Ctrl+H', '替换'],
  ['F3 / Shift+F3', '到下一个、上一个找到的地方'],
  ['Esc', '关闭查找，光标留在找到的地方'],
  ['Ctrl+Z / Ctrl+Y', '撤销、重做'],
]

export type TextCommand =
  | { readonly does: 'nextFinding' | 'nextHit'; readonly by: 1 | -1 }
  | { readonly does: 'find' | 'replace' | 'mend' | 'closeFind' }

/** What a key press means; null for one that only types. Never anything while an input method composes. */
export function textCommand(event: KeyPress): TextCommand | null {
  if (event.isComposing || event.keyCode === 229) return null
  const { key, shiftKey, altKey } = event
  const control = event.ctrlKey || event.metaKey
  const by = shiftKey ? -1 : 1
  if (altKey) return key === 'Enter' && !control ? { does: 'mend' } : null
  if (control && !shiftKey && key.toLowerCase() === 'f') return { does: 'find' }
  if (control && !shiftKey && key.toLowerCase() === 'h') return { does: 'replace' }
  if (control) return null
  if (key === 'F8') return { does: 'nextFinding', by }
  if (key === 'F3') return { does: 'nextHit', by }
  return key === 'Escape' ? { does: 'closeFind' } : null
}
