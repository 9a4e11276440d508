/** What marked letters say to who points at them: the field lies over what is drawn. */

/** The words of the marked letters under a point of the screen; empty where there are none. */
export const wordsAt = (x: number, y: number): string =>
  document
    .elementsFromPoint(x, y)
    .map((element) => element.getAttribute('data-words'))
    .find((words) => words !== null) ?? ''
