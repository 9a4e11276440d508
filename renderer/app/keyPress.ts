/** A key press as the page looks at it: what of the browser's event decides what it means. */
export interface KeyPress {
  readonly key: string
  /** 229 while an input method takes the key. */
  readonly keyCode: number
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}
