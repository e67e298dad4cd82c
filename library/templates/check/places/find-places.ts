import { type KnownPlace, knownPlaces } from './known-places.ts'

/** A name of the gazetteer in a text; `end` is exclusive. */
export interface FoundPlace {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly places: readonly KnownPlace[]
}

const SUFFIX = /[省市县区州盟旗]/
const LONGEST = 16
/** Words that begin with a suffix, so that what stands before is no name: 市场, 区域, 旗帜. */
const NO_SUFFIX = /^(?:市场|区域|区划|区块|区间|区别|区分|旗帜|旗舰|旗下|盟约|盟友)/
/** Also these, where the name itself is a common word. */
const NO_SUFFIX_OF_WORDS = /^(?:市[民政容价值面区]|县[域级道直城]|区[位级内外])/

/**
 * Names that everyday words and other names hold too (由镇政府会同县民政局, 沿海城市, 湘西山区, 长沙市区): they count only
 * where a name can begin, that is after a place, a mark, or at the start.
 */
const ALSO_WORDS = new Set(
  (
    '会同县 富裕县 富民县 惠民县 裕民县 政和县 平和县 公安县 解放区 平房区 新市区 沙市区 西市区 津市市 港口区 中原区 友好区 前进区 向阳区 ' +
    '工农区 东风区 东方市 复兴区 振兴区 友谊县 合作市 安居区 大通区 新兴区 新民市 光明区 站前区 滨江区 滨湖区 湖滨区 江海区 江南区 江北区 ' +
    '江岸区 河北区 河东区 河西区 市中区 市北区 市南区 港北区 港南区 海港区 东港区 平安区 互助县 和平县 和平区 兴业县 乐业县 资源县 大方县 大新县 ' +
    '同心县 共和县 红旗区 清水县 明水县 安宁区 安宁市 安定区 博爱县 民权县 农安县 爱民区 太平区 南部县 西乡县 东乡县 东乡区 新乡县 平乡县 金乡县 ' +
    '滨海县 全州县 全南县 中方县 通道县 通海县 兴国县 方正县 建设县 集贤县 延长县 文成县 和政县 南和区 和顺县 新和县 泰和县 太和县 太和区 清河县 ' +
    '新河县 大名县 长子县 交口县 大关县 永和县 南县 同江市 上高县 新建区 城口县 海东市 海南区 西安区 东安区 江东区 开福区 山阳区 山阳县 ' +
    '新城区 山城区 大同区 信义县 上街区 中站区 双河市 白云区 海南州 海北州 山南市 长安区 新安县 兴和县 新区 民和县 高台县 白河县 水城区 民乐县 华容区'
  ).split(' '),
)
/** 海城市 in 沿海城市, 老城区, 南山区 in 湖南山区. */
const LIKE_WORDS = /^.(?:城市|城区|城县|山区|港区|江区|海区|乡县|和县|口县)$/
const BEGINS =
  /[省市县区州盟旗\p{P}\p{S}\s0-9A-Za-z]$|(?:^|[^\p{Script=Han}])(?:在|到|由|向|于|对|与|赴|自|原|为|是|至|从)$/u

/** 老城区 is everywhere; these say nothing without the city before them. */
const NEVER_ALONE = new Set(['东区', '西区', '城区', '郊区', '矿区', '和县', '解放区', '老城区', '会同县'])

/** Whether a name is here no more than a piece of everyday words. */
function isWord(text: string, start: number, name: string, after: string, places: readonly KnownPlace[]): boolean {
  const isShort = name.length === 2
  if (!isShort && !NEVER_ALONE.has(name) && !ALSO_WORDS.has(name) && !LIKE_WORDS.test(name)) return false
  if (NO_SUFFIX_OF_WORDS.test(after)) return true
  const before = text.slice(0, start)
  if (places.some(({ city, province }) => (city && before.endsWith(city)) || before.endsWith(province))) return false
  if (NEVER_ALONE.has(name)) return true
  // 代县 in 现代县域, 费县 in 经费县级承担: a name of one letter begins only where nothing Chinese stands before.
  if (isShort) return /[\p{Script=Han}]$/u.test(before)
  return before !== '' && !BEGINS.test(before.slice(-2))
}

/** The names of provinces, prefectures and counties in a text, the longest at each place, in order. */
export function findPlaces(text: string): FoundPlace[] {
  const known = knownPlaces()
  const found: FoundPlace[] = []
  for (let at = 1; at < text.length; at++) {
    if (!SUFFIX.test(text.charAt(at))) continue
    const after = text.slice(at, at + 3)
    if (NO_SUFFIX.test(after)) continue
    for (let length = Math.min(LONGEST, at + 1); length >= 2; length--) {
      const start = at + 1 - length
      const name = text.slice(start, at + 1)
      const places = known.get(name)
      if (!places) continue
      if (isWord(text, start, name, after, places)) continue
      const last = found.at(-1)
      // 吉林市 within 吉林市市区 stays; 沙市 within 长沙市 cannot begin inside the name before it.
      if (last && start < last.end) {
        if (start > last.start) continue
        found.pop()
      }
      found.push({ name, start, end: at + 1, places })
      break
    }
  }
  return found
}
