import { nameWithin } from './name-within.ts'

/** A town or village named where an office names one; `start` and `end` in the text. */
export interface LocalPlace {
  readonly level: 'county' | 'town' | 'village'
  readonly name: string
  readonly start: number
  readonly end: number
}

const HAN = '\\p{Script=Han}'
/** What stands before 镇, 村 … and names none. */
const NO_NAME =
  /^(?:以.*|域.*|含.*|应当.*|必须|可以|已经|主要|兴建|指|关|级和|城或|或.*|包括|或者|缴纳|开办|编制|修改|个.{0,3}|[村镇乡县不].*|.{0,3}(?:示范|试点)|.{0,3}(?:行政|自然)|有的|合并|搬迁|相邻|周边|帮扶|结对|联系|包联|整治|后进|软弱|一般|特色|红色|传统|历史|古|平安|法治|生态|宜居|旅游|专业|薄弱|脱贫|出列|省级|市级|县级|国家级|全国|第一|这些|那些|部分|少数|多数|全部|任何|若干|沿线|附近|当年|牧业|产粮|大|强|弱|穷|富|小|好|丑|百强|边境|民族|革命|库区|山区|牧区|林区|产业|种植|养殖|跨|入|住|离|原|现|和城|撤销|不参加|参加|更换|修建|维修|清理|建设|修缮|改造|新建|硬化|完善|成立|召开|组织|支付|收取|协助|指导|监督|督促|检查|走访|通知|转告|告知|返回|纳入|列入|发放|拨付|补助|购买|安装|经过|根据|依据|按照|参加|负责|加强|推进|开展|落实|支持|帮助|选举|担任|增加|减少|上报|公开|公布|规范|健全|建立|设立|制定|审核|审议|讨论|通过|听取|接受|服从|遵守|维护|管理|保护|提高|改善|促进|发展|坚持|经本|报经|提请|由|向|在|经|请|报|送|给|对|与|和|从|往|当地|属地|县|市|区|省|本|各|全|该|我|贵|所|某|其他|其它|有关|相关|每个?|两|一个?|邻|同|外|他|建制|贫困|行政|自然|中心|重点|示范|试点|特色|农|乡|山|新|老|城中|空心|集|小城|城|村|这个?|那个?|哪个?|多个?|几个?|上述|辖区|美丽|和美|先进|数字|文明|移民|驻|下辖|整|到|进|出|回|入|驻在|[一二三四五六七八九十百0-9]+个?)$/u

/** Words before 镇政府, 县政府 … that no name ends with. */
const NO_END =
  /(?:在|由|从|向|到|经|请|往|与|及|以及|县|市|区|省|本|对|给|将|报|交|送|发|转|为|是|把|被|让|需|的|地|得|于|回|入|进|出|驻|跨|全|各|同|等|多|该|我|贵|副|老|镇|乡|村|农|内|外|立|障|包|联|帮|两|几|[二三四五六七八九十])$/u

const TOWN_BODY = `(${HAN}{1,8}(?:镇|乡|街道))(?=人民政府|政府|党委|党工委|办事处|人大|纪委|武装部|民政办|社会事务办|党政|综合|便民|司法所|派出所|财政所|林业|农业|水利|卫生院|敬老院|中学|小学|中心|应急)`
const VILLAGE_BODY = `(${HAN}{1,6}(?:村|社区))(?=村民|村委|村?党支部|村?党总支|党支部|党总支|支部|支委|居民委员会|居委会|股份?经济|经济合作社|[一二三四五六七八九十0-9]+组|[、，,]?第[一二三四五六七八九十0-9]+村民小组|驻村|“?两委)`

const COUNTY_BODY = `(${HAN}{2,8}[县市区旗])(?=人民政府|政府|委员会|人大常委会|人民法院|人民检察院|公安局|民政局|财政局|教育局|司法局|信访局|统计局|水利局|林业局|审计局|农业农村局|自然资源局|住房|人力资源|卫生健康|退役军人|应急管理|交通运输|医疗保障|乡村振兴|市场监督|残疾人联合会|妇女联合会)`
/** 青山县白石镇: a county stands before its town. */
const BEFORE_TOWN = `(${HAN}{2,8}县)(?!各|所|及|和|内|域|级|直|境|城|乡镇)(?=${HAN}{2,3}[镇乡](?!镇))`
const COUNTY_WORDS =
  /^(?:全|各|本|该|我|贵|所在|有关|相关|同级|上级|下级|省|地|州|市|设区的|直辖|自治|不设区的|市辖|城|社|园|辖|山|库|新|开发|高新|示范|保税|经济|自贸|试验|工业|度假|风景|名胜|保护|街|校|院|库|矿|郊|景|港|灾)+$/u

/** What may come after a name that begins a line: nothing, a mark, or what an office or a school there is called. */
const FOLLOWS = `(?=$|[^${HAN}]|人民|政府|党|委|临时|救助|低保|发放|公示|公开|值班|登记|台账|村务|中学|小学|中心|学校|卫生|医院|敬老|林业|农业|水利|应急|综合|财政|民政|社会|森林|防|环境|矛盾|信访|会议|居民|主街|老街|集镇|街|段|的|把|将|在|[一二三四五六七八九十]+组)`
const AT_START = [
  ['county', '县', '[级域道直内外区处以及和]'],
  ['town', '[镇乡]', '[长级镇村里内外土亲下贤愁间音情愿和与及政区]|人[民大]?代|政府'],
  ['village', '村', '[民级规庄镇委两支里内外务情干组和与及头口落史容]|集体|党|内|小组|以[上下]|社区'],
] as const

const BY_WORDS_AROUND = [
  ['county', new RegExp(COUNTY_BODY, 'gu')],
  ['county', new RegExp(BEFORE_TOWN, 'gu')],
  ['town', new RegExp(TOWN_BODY, 'gu')],
  ['village', new RegExp(VILLAGE_BODY, 'gu')],
] as const
/** 云岭县白石镇…, 白石镇下湾村… */
const AFTER_COUNTY = new RegExp(`(?<=[市县区旗])(${HAN}{2,4}?(?:镇|乡|街道))(?!长|级|镇|道|村[^${HAN}])`, 'gu')
const AFTER_TOWN = new RegExp(`(?<=[镇乡]|街道)(${HAN}{2,3}?(?:村|社区))(?!民|级|镇|庄|规)`, 'gu')
/** At the start of a line, a cell, or after a mark nothing of another word stands before the name. */
const AT_START_OF = AT_START.map(
  ([level, suffix, after]) =>
    [
      level,
      new RegExp(`(?<=^|[^${HAN}0-9])(${HAN}{2,3}${suffix})(?!${after})${level === 'village' ? '' : FOLLOWS}`, 'gu'),
    ] as const,
)
/** Every name ends with one of these. */
const ANY_SUFFIX = /[县市区旗镇乡村]|街道/

/** Counties, towns and villages by the words around them: a county before, a body of theirs after. Generic words are none. */
export function findLocalPlaces(text: string): LocalPlace[] {
  if (!ANY_SUFFIX.test(text)) return []
  const found: LocalPlace[] = []
  const add = (level: LocalPlace['level'], phrase: string, at: number) => {
    if (level === 'county' && /(?:开发|高新|示范|保税|试验|保护|风景|工业园|度假|社|园|库|矿)区$/u.test(phrase)) return
    const name = nameWithin(phrase)
    const skipped = phrase.length - name.length
    const bare = name.replace(/(?:[县市区旗镇乡]|街道|村|社区)$/u, '')
    if (NO_END.test(bare) || name.endsWith('城乡')) return
    // 党委和村 names two, 太和镇 one.
    if (bare.endsWith('和') && (level === 'village' || bare.length > 2)) return
    const shortest = level === 'town' ? 1 : 2
    if (bare.length < shortest || bare.length > 4 || NO_NAME.test(bare)) return
    if (level === 'county' && (bare.length > 3 || COUNTY_WORDS.test(bare))) return
    const start = at + skipped
    if (!found.some((other) => other.start < start + name.length && start < other.end))
      found.push({ level, name, start, end: start + name.length })
  }
  for (const [level, pattern] of BY_WORDS_AROUND)
    for (const match of text.matchAll(pattern)) add(level, match[1] ?? '', match.index)
  for (const match of text.matchAll(AFTER_COUNTY))
    if (isAfterPlace(text, match.index)) add('town', match[1] ?? '', match.index)
  for (const match of text.matchAll(AFTER_TOWN))
    if (isAfterTown(text, match.index)) add('village', match[1] ?? '', match.index)
  // 沿海城镇, 省域城镇 are no towns; 桃城镇 is found by its offices.
  for (const [level, pattern] of AT_START_OF)
    for (const match of text.matchAll(pattern))
      if (!/城镇$/.test(match[1] ?? '')) add(level, match[1] ?? '', match.index)
  return found.sort((a, b) => a.start - b.start)
}

/** 全县, 各市 … come before no name of a town. */
const isAfterPlace = (text: string, at: number) =>
  /[\p{Script=Han}]{2}[市县区旗]$/u.test(text.slice(0, at)) &&
  !/(?:全|各|本|该|我|贵|有关|城|自治|辖|园|地|社|小|山|库|郊|新|灾|疫|景)[市县区旗]$/u.test(text.slice(0, at))
const isAfterTown = (text: string, at: number) =>
  /[\p{Script=Han}]{2}(?:[镇乡]|街道)$/u.test(text.slice(0, at)) &&
  !/(?:全|各|本|该|我|贵|所在|有关|城|下|回|返|家|建制|集)[镇乡]$/u.test(text.slice(0, at))
