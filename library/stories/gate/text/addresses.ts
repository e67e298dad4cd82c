import type { TextFinding } from '../text-finding.ts'

/** Arabic digits of either width, or Chinese numerals. */
const N = '(?:[0-9０-９]{1,4}|[〇零一二三四五六七八九十百]{1,5})'
const GAP = '[ \\t\\u3000]?'
/** 解放路, 石坪村, 桂花苑: what a door number belongs to. */
const ROAD = '\\p{Script=Han}{1,9}?(?:大道|大街|胡同|路|街|巷|弄|里弄|新村|小区|公寓|花园|家园|花苑|名苑|佳苑|新苑|苑)'
const VILLAGE = '\\p{Script=Han}{1,9}?(?:行政村|自然村|村|屯|寨|社区|坝|湾|坪|庄|岭|冲|沟|坳|塘|组|队|社)'
const GROUP = `(?:第?${N}(?:村民小?组|小组|组|社|生产队|队|屯))`

/** 解放路12号, 解放路12弄3号. What follows tells a house from a bus line, a bridge or a day. */
const ROAD_DOOR = new RegExp(
  `${ROAD}${GAP}(?:${N}${GAP}弄${GAP})?(?:附)?${N}(?:[-－—–之]${N})?${GAP}号(?:${GAP}[0-9０-９]{3,4}${GAP}室)?`,
  'gu',
)
/** 石坪村3组12号, 石坪村28号, 三组十二号. */
const VILLAGE_DOOR = new RegExp(
  `(?:${VILLAGE})?${GAP}${GROUP}${GAP}(?:附|第)?${N}(?:[-－—–之]${N})?${GAP}(?:号|户)|${VILLAGE}${GAP}(?:附)?[0-9０-９]{1,4}(?:[-－—–之]${N})?${GAP}号`,
  'gu',
)
/** 3幢2单元501室, 5号楼302室, 12栋1203, 2单元501. */
const ROOM = new RegExp(
  `(?:${ROAD}${GAP})?(?:(?:[A-Za-zＡ-Ｚ]|${N})${GAP}(?:号楼|幢|栋|座)${GAP}(?:(?:[A-Za-z甲乙丙丁]|${N})${GAP}(?:单元|门|梯)${GAP})?(?:${N}${GAP}[楼层]${GAP})?(?:[0-9０-９]{3,4}${GAP}[室户号]?|${N}${GAP}[室户])|(?:${N})${GAP}单元${GAP}(?:${N}${GAP}[楼层]${GAP})?(?:[0-9０-９]{3,4}${GAP}[室户号]?|${N}${GAP}[室户]))(?![0-9０-９])`,
  'gu',
)
/** 3-2-501 only where the words say that somebody lives there. */
const SHORT_ROOM =
  /(?<=(?:住|住址|地址|家在|住在|小区|花园|家园|[苑园])[：:在是\s]{0,3})(?:[0-9A-Z]{1,3}[-－]){1,3}[0-9]{3,4}(?!\d|[-－])/gu

const LIVES = /(?:住|家住|住址|地址|户籍|家庭|户口|寄到|送到|搬到|租住|居住|家在|上门到|门牌)[^。；;\n]{0,24}$/u
/** Words after a number that make it something else than a door. */
const OTHER_AFTER =
  /^(?:文件|文|公告|通知|通告|令|决议|议案|提案|线|桥|隧道|闸|泵|井|机|塘|池|田|地块|地|窗口|窗|会议室|会议|议题|展位|楼|棚|大棚|垃圾|灌溉|安置|公厕|厕所|污水|变压|配电|机耕|停车|提灌|抽水|避险|避灾|卡口|路|公路|国道|省道|矿|坑|洞|站|码头|泊位|门|车|船|种|选手|仓|仓库|库|桩|杆|牌|图|表|样|病|床|台|电站|变|水库|渠|坝|段|标|标段|楼梯|电梯|水源|取水|监测|摄像|点位|网格|列车|航班|动车|水塘|水井|鱼塘|山塘|林|路口|页|课|题|章|节|前|起|开始|之前|以前|晚|早|上午|下午|中午|当天|那天|这天|到|至|截止|开工|开会|开|召开|集中|之后|以后|后|左右|和|、\d)/u
/** Where a room is an office's, a school's or a hospital's. */
const OFFICE =
  /(?:办公|会议|行政|政府|机关|大厅|中心|便民|服务站|党群|窗口|医院|卫生院|门诊|病房|住院|学校|教学|小学|中学|教室|法院|法庭|局|委员会|公司|厂|银行|宾馆|酒店|仓库|车间|市场|村委|村部|综治|派出所|联系地址|办理地点|地点)[^。；;\n]{0,16}$/u
/** A count of households, not one of them. */
const COUNT_AFTER =
  /^(?:农户|人家|人|村民|群众|居民|家庭|贫困|脱贫|低保|困难|都|全|共|已|均|签|参加|同意|受灾|易迁|搬迁|种|养|没|有|是|里|中|当中|，?共|的|完成|通|用上|领|拿|报名|安装|改|接)/u
/** Words before a place's name that the pattern takes with it. */
const LEAD =
  /^\p{Script=Han}*?(?:户籍地址|地址|住址|居住地?|租住|家住|住|搬到|寄到|送到|门牌|在|到|是|从|往|沿|于|致使|的)+(?=[\p{Script=Han}0-9A-Z])/u

/**
 * Where somebody lives: door numbers, groups with a door, rooms in a building. A village's or a road's name alone is
 * none, nor are an office's window, a bridge's number or so many households of a group.
 */
export function addresses(text: string): TextFinding[] {
  return [
    ...found(text, ROOM)
      .filter(
        ({ start, end, quote }) =>
          !isOffice(text, start) && !OTHER_AFTER.test(text.slice(end)) && !isCount(text, start, quote),
      )
      .map((at) => finding(text, at, 'must')),
    ...found(text, SHORT_ROOM).map((at) => finding(text, at, 'must')),
    ...found(text, VILLAGE_DOOR)
      .filter((at) => isDoor(text, at))
      .map((at) => finding(text, at, 'must')),
    ...found(text, ROAD_DOOR)
      .filter(
        ({ end, quote }) =>
          !OTHER_AFTER.test(text.slice(end)) && !/(?:铁|公|线|网|思|出|一|套|半|道)路|[上下]街|条街/u.test(quote),
      )
      .map((at) =>
        finding(text, at, LIVES.test(text.slice(0, at.start)) || at.quote.endsWith('室') ? 'must' : 'should'),
      ),
  ]
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly quote: string
}

function found(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => {
    let lead = 0
    for (let more = 1; more > 0; lead += more) more = LEAD.exec(match[0].slice(lead))?.[0].length ?? 0
    const start = match.index + (lead < match[0].length - 3 ? lead : 0)
    return { start, end: match.index + match[0].length, quote: text.slice(start, match.index + match[0].length) }
  })
}

const isOffice = (text: string, start: number) => OFFICE.test(text.slice(Math.max(0, start - 24), start))

/** 3栋28户: so many households, unless somebody lives there. */
const isCount = (text: string, start: number, quote: string) =>
  quote.endsWith('户') && !/[0-9０-９]{3,4}户$/u.test(quote) && !LIVES.test(text.slice(Math.max(0, start - 30), start))

function isDoor(text: string, { start, end, quote }: Stretch): boolean {
  const after = text.slice(end)
  const lives = LIVES.test(text.slice(Math.max(0, start - 30), start))
  if (OTHER_AFTER.test(after) && !lives) return false
  if (quote.endsWith('户')) return lives && !COUNT_AFTER.test(after)
  // 全村5号, 每组3号: no place's name before the number.
  if (/^(?:全|每|各|该|本|我|两|几|多|[一二三四五六七八九十]个?)村/u.test(quote)) return lives
  return true
}

function finding(text: string, { start, end, quote }: Stretch, severity: TextFinding['severity']): TextFinding {
  return {
    code: 'address',
    severity,
    start,
    end,
    quote: text.slice(start, end),
    says: severity === 'must' ? '这里写了某一户的住址。' : '这里有门牌号。',
    todo: severity === 'must' ? '请只留到村或小区的名字。' : '单位的地址可以保留；是某一户的，请只留到路名。',
    repair: { type: 'replace', replacement: withoutNumber(quote), says: '只留地名，去掉号码' },
  }
}

/** 石坪村3组12号 → 石坪村; 3幢2单元501室 → 某处. */
function withoutNumber(quote: string): string {
  const name = /^\p{Script=Han}*?(?=第?[0-9０-９A-Za-zＡ-Ｚ〇零一二三四五六七八九十百附])/u.exec(quote)?.[0] ?? ''
  return name.length >= 2 ? name : '某处'
}
