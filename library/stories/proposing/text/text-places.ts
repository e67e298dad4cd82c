import { knownPlaces } from '../../../templates/check/places/known-places.ts'

export type PlaceLevel = 'province' | 'city' | 'county' | 'town' | 'village'

/** A place named in a text. */
export interface TextPlace {
  readonly name: string
  readonly level: PlaceLevel
  readonly start: number
  readonly end: number
}

const SUFFIX = /(?:省|自治区|自治州|区(?=[\p{Script=Han}]{2,4}(?:镇|乡|街道))|[市州县旗]|乡|镇|街道|村|社区)/gu
const LEVELS: Readonly<Record<string, PlaceLevel>> = {
  省: 'province',
  自治区: 'province',
  自治州: 'city',
  州: 'city',
  市: 'city',
  县: 'county',
  旗: 'county',
  区: 'county',
  乡: 'town',
  镇: 'town',
  街道: 'town',
  村: 'village',
  社区: 'village',
}
/** What follows a suffix that ends no name: 村民, 乡里, 县级. */
const NO_END: Readonly<Record<string, RegExp>> = {
  县: /^[级域城里内长委直]/,
  市: /^[场民价面容值级里区井]/,
  州: /^[级里]/,
  旗: /^[帜舰袍杆]/,
  省: /^[级里下去内时略]/,
  乡: /^[亲里下村间土音情愿级长内贤镇]/,
  镇: /^[里上长级定静压村内痛]/,
  街道: /^[上两里]/,
  村: /^(?:官|民(?!委|小组|代表)[^村]?$|庄|子|头|口|里|内|外|级|务|容|集体|规民约|落|史|小卖部)/,
  社区: /^[里内]/,
}
/** What is no name before a suffix. */
const NO_NAME =
  /^(?:大学生|[每各全本该某何哪几两这那多整半同邻他她我你您咱有没不要让给由把被和与及或在到从向对县镇乡村区省市].*|.*[的了着过名个种些被到经以在同由向从把给对与及是停搬挪进入出驻回自全各本该每整]|.*[县镇乡村农城集渔菜]|农|山|乡|城|集|市|水|新|老|返|还|家|故|小|大|一般|行政|自然|示范|试点|贫困|脱贫|中心|重点|特色|文明|美丽|平安|民族|边境|移民|留守|空心|先进|数字|农家|菜|超|门|夜|股|楼|都|牲口|批发|农贸|开放|城中|[一二三四五六七八九十百千两几0-9]+个?.?个?|相邻|周边|附近|有关|相关|主管|所属|所在|北部|南部|东部|西部|沿线|部分|多数|少数|其他|其它|智慧|无讼|未来|红色|绿色|下|上|进|入|驻|包|联|帮|跨|离|回|出)$/u
/** 三岔 and 百合 are names although they begin with a number; 三个 and 十四 are none. */
const NUMBER_NAME = /^[一二三四五六七八九十百千][^一二三四五六七八九十百千两几个名座条处位]$/u
/** Words before a name, of which none is part of it: 地处平澜县, 在榆阳市, 我们隆兴镇. */
const BEFORE =
  /^.*(?:位于|地处|来自|坐落于?|我们|咱们|今天|昨天|去了?|到了|来到|走进|走访|在|了|记|从|到|由|为|对|给|和|与|向|至|以|经|的|是|于|赴|把|让|请|等|及|往|同|据)(?=.{2,}$)/u
/** Before these a name begins. */
const BEGINS =
  /(?:^|[^\p{Script=Han}]|[在到由从于是的和与赴对把被让请给向至往经据为等同记去了回来驻住属自叫处们以及]|当年|来自|位于|地处)$/u

/** Provinces down to villages that a text names, in order. */
export function textPlaces(text: string): TextPlace[] {
  const found: TextPlace[] = []
  const unsure: TextPlace[] = []
  for (const { index, 0: suffix } of text.matchAll(SUFFIX)) {
    const end = index + suffix.length
    const after = text.slice(end, end + 4)
    if (NO_END[suffix]?.test(after)) continue
    const level = LEVELS[suffix] ?? 'village'
    const last = found.at(-1)
    const floor = last ? last.end : 0
    const whole = /[\p{Script=Han}]{1,8}$/u.exec(text.slice(floor, index))?.[0] ?? ''
    const run = whole.replace(BEFORE, '')
    const follows = run === whole && last?.end === index - run.length
    const place = nameBefore(text, run, index, end, level, follows)
    if (place?.sure) found.push(place.place)
    else if (place) unsure.push(place.place)
  }
  // A name that begins nowhere for certain counts where it is certain elsewhere.
  const names = new Set(found.map(({ name }) => name))
  const known = unsure.flatMap((place) => {
    const name = [...names].find((one) => place.name.endsWith(one))
    return name ? [{ ...place, name, start: place.end - name.length }] : []
  })
  return [...found, ...known].sort((a, b) => a.start - b.start)
}

function nameBefore(
  text: string,
  run: string,
  index: number,
  end: number,
  level: PlaceLevel,
  follows: boolean,
): { place: TextPlace; sure: boolean } | undefined {
  const shortest = 2
  const longest = Math.min(run.length, level === 'village' || level === 'city' ? 5 : 4)
  const at = (length: number) => ({ name: text.slice(index - length, end), level, start: index - length, end })
  if (level === 'province' || level === 'city' || level === 'county') {
    if (/[外全各本该]$/.test(run)) return undefined
    for (let length = Math.min(run.length, 8); length >= 1; length--) {
      if (knownPlaces().has(text.slice(index - length, end)) && length >= 2) return { place: at(length), sure: true }
    }
  }
  // After 石坪乡 the whole run is the village's name.
  if (follows && run.length >= shortest && run.length <= longest && !NO_NAME.test(run))
    return { place: at(run.length), sure: true }
  for (let length = longest; length >= shortest; length--) {
    const bare = run.slice(-length)
    if (!isNamed(bare)) continue
    const begins = BEGINS.test(text.slice(0, index - length))
    if (begins) return { place: at(length), sure: true }
  }
  if (run.length < shortest) return undefined
  const bare = run.slice(-Math.min(3, run.length))
  return { place: at(bare.length), sure: false }
}

/** 太和 is a name, 理发店和 is none. */
const AND_NAME = /^[太永泰仁政义祥民平]和$/u

const isNamed = (bare: string) =>
  (!bare.endsWith('和') || AND_NAME.test(bare)) && (!NO_NAME.test(bare) || NUMBER_NAME.test(bare))

const ORDER: readonly PlaceLevel[] = ['province', 'city', 'county', 'town', 'village']

/** Each name once, the largest first, and of the same size as they come. */
export function orderedPlaces(places: readonly TextPlace[]): TextPlace[] {
  const once = places.filter((place, at) => places.findIndex(({ name }) => name === place.name) === at)
  return ORDER.flatMap((level) => once.filter((place) => place.level === level))
}
