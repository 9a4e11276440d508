/** What is typed in a field before it is handed to the page: after a pause, when the field is left, and when asked. */

/** The pause after which what was typed is handed over. */
export const pauseMilliseconds = 600

interface DraftEvents {
  /** The text in the field is another one now. */
  readonly show: (text: string) => void
  /** `inserted`: the sentence the program put in; absent for what was typed. */
  readonly handOver: (text: string, inserted?: string) => void
  /** The page itself changed the text (undo, restoring). */
  readonly outside: (before: string, after: string) => void
}

/** The text of one field between typing and handing over. */
export class Draft {
  #text: string
  #given: string
  /** Handed over, and not yet given back by the page. */
  #onTheWay: string[] = []
  #dirty = false
  #composing = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #events: DraftEvents

  constructor(text: string, events: DraftEvents) {
    this.#text = text
    this.#given = text
    this.#events = events
  }

  get text(): string {
    return this.#text
  }

  /** Whether something was typed that has not been handed over. */
  get waiting(): boolean {
    return this.#dirty
  }

  /** Whether an input method composes. */
  get composing(): boolean {
    return this.#composing
  }

  /** Takes what stands in the field now. */
  type(text: string): void {
    this.#text = text
    this.#dirty = true
    this.#events.show(text)
    this.#handOverLater()
  }

  /** While an input method composes, nothing is handed over by the pause. */
  compose(composing: boolean): void {
    this.#composing = composing
    this.#handOverLater()
  }

  /** Hands over what was typed, if it was not. */
  flush(): void {
    clearTimeout(this.#timer)
    if (!this.#dirty) return
    this.#dirty = false
    this.#onTheWay.push(this.#text)
    this.#events.handOver(this.#text)
  }

  /** Puts in a sentence as a step of its own: what was typed is handed over before it. */
  put(text: string, inserted: string): void {
    this.flush()
    if (text === this.#text) return
    this.#text = text
    this.#onTheWay.push(text)
    this.#events.show(text)
    this.#events.handOver(text, inserted)
  }

  /** Takes the text the page gives. The page giving back what it was handed changes nothing, whatever was typed since. */
  adopt(given: string): void {
    if (given === this.#given) return
    this.#given = given
    const echo = this.#onTheWay.indexOf(given)
    if (echo >= 0) {
      this.#onTheWay.splice(0, echo + 1)
      return
    }
    if (given === this.#text) return
    clearTimeout(this.#timer)
    const before = this.#text
    this.#dirty = false
    this.#onTheWay = []
    this.#text = given
    this.#events.show(given)
    this.#events.outside(before, given)
  }

  #handOverLater(): void {
    clearTimeout(this.#timer)
    if (this.#dirty && !this.#composing) this.#timer = setTimeout(() => this.flush(), pauseMilliseconds)
  }
}

/** Where two texts begin to agree again: the end, in the second, of what was changed. The caret goes there after undo. */
export function endOfChange(before: string, after: string): number {
  let same = 0
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1
  return after.length - same
}
