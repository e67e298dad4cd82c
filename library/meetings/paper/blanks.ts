import type { PaperLine, PaperRun } from './paper-type.ts'

/** Words left out, with their numbers, for the last page. */
export interface Blanked {
  readonly lines: readonly PaperLine[]
  readonly answers: readonly { readonly number: number; readonly text: string }[]
}

const DIGITS = '〇零一二两三四五六七八九十百千万\\d'
const UNITS = '(?:个)?(?:工作日|日内|日|天|年|周岁|岁|小时|倍|元|人以上|人|户|次|％|%|级)|个月'
/** What one has to know by heart, what matters most first. Numbers of articles, years and days are none of it. */
const WORDS: readonly RegExp[] = [
  // Periods, ages, shares and sums.
  new RegExp(
    `(?<![第年月${DIGITS}])(?:[${DIGITS}]+分之[${DIGITS}]+(?:以上|以下)?|(?!\\d{4}年)[${DIGITS}]+(?:${UNITS})(?:以上|以下|以内)?)|每(?:周|月|季度|半年|年)`,
    'gu',
  ),
  // Who decides, who may be turned to.
  /(?:县级|乡级|省级|市级|上一级|基层|户籍所在地)?(?:以上)?(?:地方)?(?:各级)?(?:乡镇人民政府|人民政府|民政部门|人民法院|公安机关|村民委员会|村民代表会议|村民会议|人民调解委员会|集体经济组织|信访部门|财政部门|应急管理部门|复查机关)/gu,
  // What is done, and how.
  /书面|当场|一次告知|统一受理|公示|公布|保密|登记|回避|无偿|免费|简化手续|司法确认|行政复议|劳动能力|人均收入|财产状况|签名|盖章|自愿/gu,
]
/** A blank for so many characters of text, and no more than that in one passage. */
const [SPARSE, MOST] = [22, 6]
/** Characters between two blanks. */
const APART = 7

interface Place {
  readonly from: number
  readonly to: number
  readonly rank: number
}

/**
 * Lines with the words that matter left out, the same ones every time: what the writer set in bold first, then periods
 * and shares, then authorities, then ways of doing it.
 * @param first number of the first blank
 */
export function withBlanks(lines: readonly PaperLine[], first: number): Blanked {
  const texts = lines.map(({ runs }) => runs.map(({ text }) => text).join(''))
  const left = Math.max(1, Math.min(MOST, Math.round(texts.join('').length / SPARSE)))
  const found = lines.flatMap((line, at) =>
    placesIn(line, texts[at] ?? '').map((place) => ({
      ...place,
      at,
      text: (texts[at] ?? '').slice(place.from, place.to),
    })),
  )
  const chosen: typeof found = []
  for (const place of found.toSorted((a, b) => a.rank - b.rank || a.at - b.at || a.from - b.from)) {
    if (chosen.length >= left) break
    const isNear = chosen.some(
      (other) =>
        other.text === place.text ||
        (other.at === place.at && place.from < other.to + APART && other.from < place.to + APART),
    )
    if (!isNear) chosen.push(place)
  }
  chosen.sort((a, b) => a.at - b.at || a.from - b.from)
  const numbers = new Map(chosen.map((place, index) => [place, first + index]))
  return {
    lines: lines.map((line, at) => ({
      ...line,
      runs: cutOut(
        line.runs,
        chosen.filter((place) => place.at === at),
        (place) => numbers.get(place as (typeof chosen)[number]) ?? 0,
      ),
    })),
    answers: chosen.map((place) => ({ number: numbers.get(place) ?? 0, text: place.text })),
  }
}

function placesIn({ runs }: PaperLine, text: string): Place[] {
  let at = 0
  const strong = runs.flatMap((run) => {
    const from = at
    at += run.text.length
    const isWord = run.strong && run.text.trim() === run.text && run.text.length >= 2 && run.text.length <= 12
    return isWord && !/[：:]$/u.test(run.text) ? [{ from, to: at, rank: 0 }] : []
  })
  const words = WORDS.flatMap((pattern, index) =>
    [...text.matchAll(pattern)]
      .filter((match) => [...match[0]].length >= 2)
      .map((match) => ({ from: match.index, to: match.index + match[0].length, rank: index + 1 })),
  )
  // A name in front of a colon tells what the line is of.
  const label = /^[^，。；：]{1,12}：/u.exec(text)?.[0].length ?? 0
  return [...strong, ...words].filter(({ from }) => from >= label)
}

function cutOut(runs: readonly PaperRun[], places: readonly Place[], numberOf: (place: Place) => number): PaperRun[] {
  let at = 0
  const result: PaperRun[] = []
  for (const run of runs) {
    const end = at + run.text.length
    let from = at
    for (const place of places) {
      if (place.to <= from || place.from >= end) continue
      if (place.from > from) result.push({ ...run, text: run.text.slice(from - at, place.from - at) })
      const covered = run.text.slice(Math.max(place.from, from) - at, Math.min(place.to, end) - at)
      // A word over two runs is one blank, where it begins.
      if (place.from >= at) result.push({ text: covered, blank: numberOf(place) })
      from = Math.min(place.to, end)
    }
    if (from < end) result.push({ ...run, text: run.text.slice(from - at) })
    at = end
  }
  return result
}
