/** Where the name of an organ or the title of a report may be broken by meaning (7.3.1 词意完整). */

/** A place where a new line may begin, and how ill it is chosen: 0 is between two whole names. */
export interface BreakPlace {
  /** UTF-16 units before it. */
  readonly at: number
  readonly cost: number
  /** How ill it is that no line begins here: between two names, or organ and year. */
  readonly crossed: number
}

/** What follows the name of a region and is part of the same word: 市场, 市容, 县委, 区域; also 市民 but not 市民政局. */
const wordsOfCities = '人民政府|政府|场|容|域|直|级|属|委|长|郊|镇|集|区|辖|民(?!政|族|宗)|政(?!府|务|法|协|公)'

/**
 * A region ends here: 江苏省|淮安市|涟水县|教育局. 市 of 市中区, 津市市 and 城市 ends none, nor does 区 of 区域 and 社区.
 * Between it and its 人民政府 is a worse place, below.
 */
const afterRegion: readonly RegExp[] = [
  /(?<=..省|自治区|特别行政区)(?!直|级|委|属|辖|人民政府|政府)/g,
  new RegExp(`(?<=自治州|[^联同结]盟|[^市城都地]市|市市)(?!${wordsOfCities}|市|[中南北]区)`, 'g'),
  /(?<=.市)(?=市(?:场|容|[中南北]区|政|直|级))/g,
  /(?<=.[县旗]|自治县)(?!域|委|直|级|城|乡|区|长|中医|人民政府|政府)/g,
  /(?<=.[^社城郊地校片园]区|[园新高]区)(?!域|划|块|级|直|委|长|县|市|管理|管委|人民政府|政府)/g,
  /(?<=.[镇乡]|街道|苏木)(?=党工?委|委员会)/g,
]

/** Places and their costs. Each pattern matches nothing at a place, by what stands at both sides of it. */
const places: readonly (readonly [number, RegExp])[] = [
  // Between the names of a joint report, and between organ and year.
  [0, /(?<=[\s\u3000])(?=\S)/g],
  [0, /(?=(?:19|20)\d{2}年)/g],
  [0, /(?=关于)|(?<=政府|[局委厅部处室会])(?=政府信息公开|政务公开)/g],
  [1, /(?=[（(《])|(?<=[）)》])(?![、，）)])/g],
  ...afterRegion.map((pattern): readonly [number, RegExp] => [1, pattern]),
  [2, /(?<=人民政府|政府|委员会|管委会|党工委)(?=办公|各|所属|直属)/g],
  [2, /(?<=、)|(?<=政府信息公开)(?=工作|年度|情况)|(?<=[)）])(?=年)/g],
  [5, /(?=人民政府)|(?<=[省市县区旗州])(?=政府(?!信息))/g],
  [3, /(?=街道办|办事处|管理委员会|管委会|办公[室厅])/g],
  [4, /(?<=年|年度)(?=政府|信息|政务)|(?<=工作)(?=年度)|(?<=情况)(?=的报告)/g],
  [6, /(?<=[^共温平祥中总和][和与及])(?=\p{Script=Han}{3})/gu],
]

/** Words that stay whole although they hold, or end before, one of the places: a new line never begins inside them. */
const whole =
  /政府信息公开|人民政府|年度报告|[\d一二三四五六七八九〇零○]+年(?:度)?|关于.|管理委员会|管委会|街道办事处|街道办|办公[室厅]|[（(][^（()）]{1,20}[）)]/g

/** The places of a text by meaning, each with the least of its costs. */
export function breakPlaces(text: string): BreakPlace[] {
  const costs = new Map<number, number>()
  for (const [cost, pattern] of places) {
    for (const { index } of text.matchAll(pattern)) costs.set(index, Math.min(cost, costs.get(index) ?? cost))
  }
  return allowed(text, costs)
}

/** Beyond those, between any two words; only for a text that has no other place where it needs one. */
export function wordPlaces(text: string): BreakPlace[] {
  const segments = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text)
  return allowed(text, new Map([...segments].map(({ index }) => [index, 12])))
}

/** Two names in one line are common; a name that runs on into the year is worse than an irregular shape. */
const crossedNames = 8
const crossedYear = 70

/** 和, 的 and closing marks do not begin a line, nor a single character that completes a name: 局, 室. */
const beginsNoLine = /^(?:[和与及的、，。；：）)》”局委办厅部室处站所院校会省市县区旗镇乡]|\s)/

function allowed(text: string, costs: ReadonlyMap<number, number>): BreakPlace[] {
  const inside = (at: number) =>
    [...text.matchAll(whole)].some(({ 0: word, index }) => index < at && at < index + word.length)
  return [...costs]
    .filter(
      ([at]) =>
        at > 0 && at < text.length && !inside(at) && !(beginsNoLine.test(text.slice(at)) && !startsRegion(text, at)),
    )
    .map(([at, cost]) => ({
      at,
      cost,
      crossed: cost > 0 ? 0 : /\s$/.test(text.slice(0, at)) ? crossedNames : crossedYear,
    }))
    .sort((a, b) => a.at - b.at)
}

/** 市场监督管理局, 市中区, 部, 会展…: the first character of a longer word may begin a line. */
const startsRegion = (text: string, at: number): boolean =>
  /^(?:市(?:场|容|[中南北]区|政)|区(?:域|划)|乡村|会[计展]|部队|院校|城|处置|办(?:公|事))/.test(text.slice(at))
