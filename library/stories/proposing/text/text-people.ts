/** Someone named in a text. */
export interface TextPerson {
  readonly name: string
  /** What they are: 驻村第一书记, 村民. */
  readonly post?: string | undefined
  /** Named so because they must not be: 小雨（化名）. */
  readonly assumed?: boolean | undefined
  readonly start: number
  readonly mentions: number
}

const SURNAMES = new Set(
  '王李张刘陈傅洪杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭'.split(
    '',
  ),
)
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|令狐|慕容|司徒|尉迟|公孙|夏侯|端木|长孙|宇文|轩辕)/

/** What comes before a name and says what somebody is. Longer ones first. */
const POSTS =
  '专员|特派员|盲人|老汉|老太太|小伙子?|姑娘|媳妇|孕妇|大娘|寨老|文化站站长|大学生村官|村官|驻村第一书记|村党支部书记|村党总支书记|村支部书记|村委会主任|村民委员会主任|村妇联主席|乡妇联主席|镇妇联主席|妇联主席|村妇联主任|村妇女主任|妇女主任|党委副书记|党委书记|党支部书记|党总支书记|联合党支部书记|第一书记|支部书记|社区书记|总支书记|副书记|原村支书|老支书|村支书|支书|副乡长|副镇长|副县长|副主任|党政办主任|综治办主任|乡村振兴办主任|办公室主任|村主任|社区主任|人大主席|乡长|镇长|县长|驻村工作队队长|工作队队长|驻村工作队员|驻村队员|驻村干部|包村干部|窗口工作人员|便民服务中心工作人员|工作人员|网格员|专职网格员|网格长|调解员|人民调解员|护林员|水管员|河道巡查员|巡查员|护河员|安全员|宣传员|民政专干|信访专干|残联专干|生态环保专干|环保专干|宣传干事|组织干事|宣传委员|组织委员|统战委员|武装部长|民政助理|社保专干|专干|干事|文书|村会计|村文书|会计|出纳|站长|副站长|畜牧站站长|服务站站长|退役军人服务站站长|所长|副所长|司法所所长|财政所所长|自然资源所所长|派出所所长|局长|副局长|股长|科长|院长|校长|副校长|园长|班主任|老师|教师|医生|村医|乡村医生|护士|兽医|农技员|技术员|民警|辅警|律师|法律顾问|理事长|会长|副会长|红白理事会会长|社长|理事|组长|小组长|村民小组长|队长|副队长|团委书记|志愿者|退休医生|退休教师|退休干部|老党员|党员|返乡大学生|返乡青年|大学生村官|大学生|返乡创业青年|退役军人|老兵|种粮大户|种植大户|养殖大户|种植户|养殖户|贫困户|脱贫户|监测户|低保户|五保户|困难户|独居老人|孤寡老人|老人|村民|居民|群众|业主|工人|农民工|申请人|当事人|户主|商户|摊主|店主|老板|包工头|司机|学生|家长|儿媳|儿子|女儿|主任|书记|主席|部长|负责人|牵头人|代表|干部|经理|厂长|合作社理事长|致富带头人|带头人|发起人'
    .split('|')
    .sort((a, b) => b.length - a.length)
const HELPED =
  /(?:盲人|老汉|老太太|孕妇|贫困户|脱贫户|监测户|低保户|五保户|困难户|老人|村民|居民|群众|业主|工人|农民工|申请人|当事人|户主|商户|摊主|(?<!大)学生|家长|儿媳|儿子|女儿|打工的)$/

/** Characters that begin a verb or a particle more often than they end a name. */
const AFTER_NAME =
  /[把将的说在到和与是为了又也就便从对给向带去来等及被让请每上下接找跑发主拿走当翻想看听问提见做写讲用同跟牵拉背送手连先后再还都只却不没已曾则即很最更太其该此因并而但或如若会要应须需得地着过这那之以于由自至比里中内外间打牵负担任兼介回告表坦感叹笑指认决组召协排巡敲一二三四五六七八九十两几多各、，。：；（）“”…]/

const SPEAKS = '(?:说|讲|告诉|介绍|表示|坦言|感慨|回忆|叹|笑着|指出|认为|提出|算了|解释|喊|问|答)'
const TITLES =
  '大爷|大娘|大妈|大叔|大婶|大伯|大哥|大姐|大嫂|奶奶|爷爷|婆婆|公公|阿姨|阿婆|阿公|叔叔|叔|婶|伯|嫂|老汉|老太|婆|爹|老师|医生|书记|主任|镇长|乡长|站长|所长|会长|支书|主席'

/** The people that a text names, by what stands before and behind their names, in order. */
export function textPeople(text: string): TextPerson[] {
  const words = wordStarts(text)
  const found = new Map<string, { post?: string; assumed?: boolean; start: number }>()
  const add = (name: string | undefined, start: number, post?: string, assumed?: boolean) => {
    if (name === undefined) return
    const known = found.get(name)
    found.set(name, {
      start: Math.min(start, known?.start ?? start),
      ...((known?.post ?? post) && { post: known?.post ?? (post as string) }),
      ...((known?.assumed || assumed) && { assumed: true }),
    })
  }
  const nameAt = (start: number) => pickName(text, start, words)

  for (const match of text.matchAll(new RegExp(`(?:${POSTS.join('|')})(?=[ 　]?([\\p{Script=Han}]{2}))`, 'gu'))) {
    const start = match.index + match[0].length + (/^[ 　]/.test(text.slice(match.index + match[0].length)) ? 1 : 0)
    add(nameAt(start), start, wholePost(text, match.index, match[0]))
  }
  for (const match of text.matchAll(/(?<=[村镇乡区县])的([\p{Script=Han}]{3})(?=[，、（(患瘫是在有住家把])/gu)) {
    add(nameAt(match.index + 1), match.index + 1, '村民')
  }
  for (const match of text.matchAll(
    /(?<=打工的|务工的|回来的|帮扶的|结对的|名叫|叫做?|一位叫|[—–]记|组织者)([\p{Script=Han}]{2,3})/gu,
  )) {
    add(nameAt(match.index), match.index, /[工来]的$/.test(text.slice(0, match.index)) ? '打工的' : undefined)
  }
  for (const match of text.matchAll(/([\p{Script=Han}]{2,4})[（(]([^（）()]{2,20})[)）]/gu)) {
    const isAssumed = /化名/.test(match[2] ?? '')
    const isPost = POSTS.some((post) => match[2]?.endsWith(post))
    if (!isAssumed && !isPost) continue
    for (const length of [2, 3, 4]) {
      const start = match.index + (match[1]?.length ?? 0) - length
      if (start < match.index) continue
      const name = text.slice(start, match.index + (match[1]?.length ?? 0))
      const fits = isAssumed ? length <= 3 && isWordStart(text, start, words) : isName(name, text, start, words)
      if (fits) {
        add(name, start, isPost ? match[2] : undefined, isAssumed)
        break
      }
    }
  }
  for (const match of text.matchAll(
    new RegExp(
      `([\\p{Script=Han}]{2,3})(?=${SPEAKS}|等[一二三四五六七八九十\\d]+(?:人|名)|[在对向跟][^，。“”]{1,10}说)`,
      'gu',
    ),
  )) {
    for (const length of [3, 2]) {
      const end = match.index + match[0].length
      const start = end - length
      const before = text.slice(0, start)
      if (start < 0 || !/(?:^|[^\p{Script=Han}]|的|时|后|，)$/u.test(before)) continue
      const name = text.slice(start, end)
      if (isName(name, text, start, words)) add(name, start)
    }
  }
  for (const match of text.matchAll(new RegExp(`([\\p{Script=Han}])(?:${TITLES})`, 'gu'))) {
    const surname = match[1] ?? ''
    const before = text.charAt(match.index - 1)
    if (!SURNAMES.has(surname) || /[老小大位个名叫姓]/.test(surname)) continue
    // 支部书记, 全体主任: a word stands there and no surname.
    if (
      !isWordStart(text, match.index, words) ||
      (/[\p{Script=Han}]/u.test(before) && !/[的的是有和与请找叫个位岁村乡镇组区见由着名对向给为让帮到：]/.test(before))
    )
      continue
    const rest = text.slice(match.index + match[0].length)
    if (/^(?:员|会|室|团|科|院|站|所|岗|们)/.test(rest)) continue
    add(match[0], match.index, undefined)
  }
  const people = [...found].map(([name, { start, post, assumed }]) => ({
    name,
    start,
    mentions: text.split(name).length - 1,
    ...(post !== undefined && { post }),
    ...(assumed && { assumed }),
  }))
  // 王主任 of whom the full name is said as well; 陶永 within 陶永福.
  return people
    .filter(({ name, post }) => {
      const longer = people.some((other) => other.name !== name && other.name.startsWith(name))
      const title = new RegExp(`^.(${TITLES})$`, 'u').exec(name)?.[1]
      const same = people.some(
        (other) =>
          other.name !== name && other.name.charAt(0) === name.charAt(0) && (other.post ?? '').endsWith(title ?? '-'),
      )
      return !longer && !(title && same) && post !== ''
    })
    .sort((a, b) => a.start - b.start)
}

/** 综治 before 专干 says whose 专干 it is. */
function wholePost(text: string, at: number, post: string): string {
  const before = /[\p{Script=Han}]{0,5}$/u.exec(text.slice(Math.max(0, at - 5), at))?.[0] ?? ''
  return `${before.replace(/^.*[省市县区州旗镇乡村的由和与把让请叫给对向在从到，新原老]/u, '').replace(/^(?:街道|社区|我们?|他们?|当选)/, '')}${post}`
}

/** Whether somebody is one of those who were helped, by what the text calls them. */
export const isHelped = (person: TextPerson): boolean =>
  HELPED.test(person.post ?? '') ||
  (person.assumed ?? false) ||
  /(?:大爷|大娘|大妈|大叔|大婶|大伯|奶奶|爷爷|婆婆|阿姨|阿婆|阿公|老汉|老太)$/.test(person.name)

/** A name of two or three characters at a place where one begins. */
export function pickName(text: string, start: number, words = wordStarts(text)): string | undefined {
  const run = /^[\p{Script=Han}]{1,5}/u.exec(text.slice(start))?.[0] ?? ''
  const compound = COMPOUND.test(run)
  const short = compound ? 3 : 2
  const two = run.slice(0, short)
  const three = run.slice(0, short + 1)
  if (!isName(two, text, start, words) && !isName(three, text, start, words)) return undefined
  const four = run.slice(0, 4)
  if ([...four].filter((letter) => TRANSLITERATED.test(letter)).length >= 3) return four
  if (three.length <= short || AFTER_NAME.test(three.charAt(short)))
    return isName(two, text, start, words) ? two : undefined
  // 周敏 named elsewhere with something else behind it.
  const longer = text.split(three).length - 1
  const shorter = text.split(two).length - 1
  if (shorter > longer && longer === 1 && isName(two, text, start, words)) return two
  return isName(three, text, start, words) ? three : two
}

/** In names of other languages as they are written in Chinese: 卓玛央金. */
const TRANSLITERATED = /[卓玛央金拉姆次仁扎西吉旺丹增尼措珠买提古丽江艾力尔]/

function isName(name: string, text: string, start: number, words: ReadonlyMap<number, number>): boolean {
  if (!/^[\p{Script=Han}]{2,4}$/u.test(name)) return false
  const surname = COMPOUND.exec(name)?.[0] ?? name.charAt(0)
  if (surname.length === 1 && !SURNAMES.has(surname)) return false
  const given = name.slice(surname.length)
  if (given.length < 1 || given.length > 2) return false
  if (/^(?:某|某某)$/.test(given)) return true
  if (/[的了着过们]|^[在和与及或是不没个名位很就都也把被让请一二两三四五六七八九十]/.test(given)) return false
  if (given.length === 1 && /[有向对从来去又等带]/.test(given)) return false
  const word = words.get(start) ?? 1
  const first = text.slice(start, start + word)
  // 任务, 方便, 马上: a word stands where a name should begin. 方志平 begins with a word too, and is a name.
  return word < 2 || first === surname || (word === 2 && name.length === 3 && !EVERYDAY.has(first))
}

/** Everyday words that begin like a name. */
const EVERYDAY = new Set(
  '任务 任何 任职 任期 方便 方法 方案 方面 方式 马上 马路 于是 于今 向上 向来 向前 安排 安全 安装 安置 时间 时候 时常 时刻 成立 成为 成员 成功 成效 成本 成册 成果 常常 常年 常态 常规 全部 全程 全体 全年 全村 全镇 全乡 金额 金融 温暖 康复 明白 明确 明天 明年 计划 计算 水平 水管 平时 平均 平台 平安 严格 严重 严肃 应当 应该 应急 高兴 高度 高龄 高峰 高温 容易 万元 万分 石头 白天 白发 黄金 牛羊 毛病 章程 钟头 范围 连夜 连续 连忙 强调 费用 支部 支持 支出 支付 元旦 居民 居住 居然 展示 展开 景区 农民 农户 农村 农业 单位 单独 单子 经常 经过 经费 包括 包村 包片 符合 管理 管道 路上 路线 路边 严禁 文件 文书 文化 文明 项目 卫生 关于 关系 关心 相关 相信 相互 国家 国务 简单 简直 宣传 花费 花钱 权限 权利 支书 干部 解决 解释 解答 别人 别说 何时 何况 和解 古老 司法 司机 都是 步骤 闻讯 乐意 乐于 车上 车间 危险 危房 商量 商店 商户 余下 曾经 曾任 左右 左边 易于 易地 施工 施肥 尚未 尚有 麻烦 暴雨 游客 路面 党委 党员 党支 屈指 边走 边说 冷天 封山 封闭 宗族 班子 班长 束手 首先 冬天 夏天 秋天 春天 年轻 车辆 井水 池塘 谷子 苗木 柴火 米面 麦子 羊群 鱼塘 房子 房屋 林地 林业 田地 田里 田间 江边 河边 海边 湖边 山区 山上 山里 洪水 洪灾 雷雨 风险'.split(
    ' ',
  ),
)

const isWordStart = (_text: string, at: number, words: ReadonlyMap<number, number>) => words.has(at)

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Where words begin, and how long they are. */
export function wordStarts(text: string): Map<number, number> {
  const starts = new Map<number, number>()
  for (const { segment, index } of segmenter.segment(text)) starts.set(index, segment.length)
  return starts
}
