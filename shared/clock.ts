/** A clock that was set back, as an empty battery on the board does it: told, because days are taken from it. */

/** A clock that was put right by some minutes says nothing. */
const tolerance = 3_600_000

const two = (value: number): string => String(value).padStart(2, '0')

function momentOf(at: string): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`
  return `${day}${two(date.getHours())}:${two(date.getMinutes())}`
}

/** One sentence where `now` lies before the time of the last saving, both in ISO 8601; null where it does not. */
export function clockTrouble(now: string, lastSaved: string): string | null {
  if (!(Date.parse(lastSaved) - Date.parse(now) >= tolerance)) return null
  return `电脑的时间（${momentOf(now)}）早于上次保存的时间（${momentOf(lastSaved)}），填报和保存照常、内容不受影响，请校正电脑的日期和时间，并核对署名日期和报送日期。`
}
