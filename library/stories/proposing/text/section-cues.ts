/** A section as a sentence may suggest it. */
export type CuedSection = 'problem' | 'done' | 'failed' | 'result' | 'caution'

export const CUED_SECTIONS: readonly CuedSection[] = ['problem', 'done', 'failed', 'result', 'caution']

/** What speaks for a section, and how much. */
const CUES: Readonly<Record<CuedSection, readonly (readonly [RegExp, number])[]>> = {
  problem: [
    [
      /(?:困难|难题|难处|难找|发愁|着急|埋怨|抱怨|反映|闹|吵|告到|堵|断供|不方便|看不懂|没钱|缺(?!席)|嫌|浪费|乱扔|随手扔|冲走|冻裂|停了|淹|塌|裂缝|留守|挑水|够不着|来不及|办不成|领不到|出不了门)/,
      1.2,
    ],
    [/(?:以前|过去|从前|原来|原先|当时|那时候?|常常|一直|往往|每逢|一到|向来|多年来|长期|曾经)/, 1.2],
    [/(?:只有.{1,14}才|没有人|没人(?!再|员)|要跑|地处|位于|有.{1,14}(?:老人|农户|村民|儿童|军人|户)(?!都|全))/, 0.8],
    [/(?:为什么|怎么办)/, 0.6],
  ],
  done: [
    [
      /(?:组织|安排|带着|带领|牵头|上门|制定|定下|建起|建立|成立|设立|推行|实行|发动|动员|约请?|请来|协调|联系|商量|商定|列成?|写成|贴在|画出|登记成册|统一|搬到|挪到|添置|筹|垫资|办起|开办|培训|宣讲|讲解|排查|敲|背到|量了|查出|念了|签下|补办|陪|教|收集|汇总|分片|轮流|轮班|排班|调休|批准|授权|研究|依据|按照|提出|决定|想出|给.{1,10}发|发一个|送到|换一|收一次|画出|从头走|没有先|没有急着|牵线|腾出|改成|改为|添置|装上|装了|铺了|盖了|挪了|走了一遍|住进|一户一户|签订|借了|坐了|设了|守在|合用|开了(?!又)|建档|填一条|联系了)/,
      0.9,
    ],
    [/(?:每周|每月|每天|每季|每集|当场|挨家|挨户|逐户|逐笔|一户一|第一步|首先|接着|然后|此后|于是|后来)/, 0.7],
    [/(?:投入|花了|开支|拿出|补了|出动|全程|前后|列支)/, 0.8],
    [/(?:我来|明天你|我们就|咱们就|我去|我把)/, 1.2],
    [/(?:花了|出了|一束|一张|工钱|材料|买|一共|共花).{0,14}(?:元|块)/, 1.2],
    [/把.{1,14}(?:挪|搬|改|放|摆|装|铺|停|列|写|贴|送|拆|换|划|画|定|交|分|做成|存|记)/, 0.9],
  ],
  result: [
    [
      /(?:由.{1,16}(?:降|减|升|增|涨|缩|变)(?:到|至|为)|(?:降|减|升|增|涨|提高|缩短|下降|上升|减少|增加)(?:到|至|了|为)|共(?:代|办|回收|理发|接|评|收|服务|帮|调)|累计|办结|办成|付清|全部|通了|砌好|修好|开了|再也?没|没有再|没再|不再|无人伤亡|没有出过|没有发生|领到了|脱贫|分红|满意|见效|好转|挽回|节约|省了|稳定|终于|一次没|没接过|建成|寄出|平安|增产)/,
      1.3,
    ],
    [
      /(?:^|，)(?:到|截至|至今|如今|现在|今年以来|一年来|半年来?|半年里|几年来|[一两二三四五六七八九十\d]+年(?:来|以后|里|多来)|[一两二三]个(?:打药季|冬天|暑假|月)(?:下来|里|后|来)?|年底|当年|次日|当天|最后(?!.{0,3}天)|最终|结果)/,
      1,
    ],
    [
      /(?:台账|登记簿|登记本|记录(?:里|上)?|考勤表|值班本|签到本|回访|抽查|体检|通报|存卷|可查|为准|为据|统计|满意度)/,
      0.9,
    ],
    [/(?:[\d.]+|[一二三四五六七八九十百千两]+)(?:多)?(?:件|人次|趟|单|场|户).{0,12}(?:办|收|减|增|办结)/, 0.5],
  ],
  failed: [
    [
      /(?:没有?做好|没有?办好|不足|教训|弯路|后悔|遗憾|岔子|检讨|走样|失误|问题也有|也有.{0,8}(?:问题|遗憾|没)|要说没|没料到|没想到)/,
      2.2,
    ],
    [
      /(?:起初|一开始|最初|刚开始|头(?:一|两|几)(?:个月|年|次|回)|第一(?:版|次|个月|批|年).{0,12}(?:没|漏|太|不|错|也)).{0,40}(?:没|不|太|漏|错|乱|仍|才|断)/,
      1.8,
    ],
    [
      /(?:漏(?:了|送|报|掉)|补报|断了|断过|凉了|晚到|白跑|白等|白拖|赔了|亏了|死了一半|停了.{0,4}次|没有开成|没有来听|没有接到|联系不上|没有响|没有及时|没有通知|没有同|没有消毒|没有着落|顶上的|仍有|始终没|还是没|接不上|超过了|没接上|散了|坏了|烂了|堵了|离岗|不肯|不准|麻烦事|没有人顶|又.{1,4}了一次|漏了|多收了|听不清|等于没|弄脏|嫌.{1,10}才|才肯|道了歉|重新.{1,6}才好|又重|太松|太细|太小|当了杂物)/,
      1.3,
    ],
    [/^(?:可是|不过|但是|但|就是|只是|可惜|遗憾的是)/, 1.1],
    [/(?:改进|本该|应当早|应该早|后来才(?:想到|发现|补)|才补上|从那以后)/, 0.8],
  ],
  caution: [
    [
      /(?:照搬|先别学|别学|不要学|不能学|不宜|不适合|不要硬|不要急|不要先|不可取|慎重|立不住|做不到|不能这样|适得其反|只适合|因地制宜|量力而行)/,
      3,
    ],
    [/(?:前提是|前提|条件是|需要.{2,16}才|只有.{2,20}才(?:适合|能学|可以)|才适合|适用于)/, 1.8],
    [/^.{2,16}的(?:村|乡|镇|县|地方|窗口|单位|社区|乡镇|组)，?.{0,6}(?:不要|不能|守不住|养不起|用不上|别)/, 1.8],
    [/没有.{1,14}的(?:村|乡|镇|县|地方|窗口|单位|社区)/, 1.8],
    [/(?:不到|超过|少于|多于).{1,10}的(?:村|乡|镇|县|地方|窗口|单位|社区|乡镇)/, 1.6],
  ],
}

/** How much a sentence speaks for each section. */
export function cueScores(sentence: string): Record<CuedSection, number> {
  const scores = { problem: 0, done: 0, result: 0, failed: 0, caution: 0 }
  for (const section of CUED_SECTIONS) {
    for (const [words, weight] of CUES[section]) if (words.test(sentence)) scores[section] += weight
  }
  return scores
}

/** What it costs to go from one section to another: stories go forward, and seldom back. */
const STEP: Readonly<Record<CuedSection, Readonly<Record<CuedSection, number>>>> = {
  problem: { problem: 0, done: 0.5, result: 2.2, failed: 2.2, caution: 2.6 },
  done: { problem: 3, done: 0, result: 0.7, failed: 1, caution: 1.8 },
  result: { problem: 3.4, done: 1.8, result: 0, failed: 0.7, caution: 0.9 },
  failed: { problem: 3.4, done: 1.8, result: 1.5, failed: 0, caution: 0.6 },
  caution: { problem: 3.6, done: 2.4, result: 2.2, failed: 1.2, caution: 0 },
}
const BEGIN: Readonly<Record<CuedSection, number>> = { problem: 0, done: 1, result: 2.4, failed: 2.8, caution: 3.4 }

/**
 * The likeliest section of each sentence, all taken together (Viterbi).
 * @param allowed the sections that may be, where a heading names several
 * @param actors who does something in the story, by name: what begins with them is mostly what was done
 * @param begins true when the sentences begin the story, or the section that they follow
 */
export function cuedSections(
  sentences: readonly string[],
  allowed: readonly CuedSection[] = CUED_SECTIONS,
  begins: boolean | CuedSection = true,
  actors: readonly string[] = [],
): CuedSection[] {
  const ways: Map<CuedSection, CuedSection>[] = []
  let best = new Map<CuedSection, number>()
  for (const [at, sentence] of sentences.entries()) {
    const scores = cueScores(sentence)
    if (actors.some((name) => sentence.slice(0, 30).includes(name))) scores.done += 0.9
    if (begins === true) addPlace(scores, sentences.length < 3 ? 0.4 : at / (sentences.length - 1))
    const next = new Map<CuedSection, number>()
    const from = new Map<CuedSection, CuedSection>()
    for (const section of allowed) {
      if (at === 0) {
        next.set(
          section,
          scores[section] - (begins === true ? BEGIN[section] : begins ? 0.6 * STEP[begins][section] : 0),
        )
        continue
      }
      for (const [before, score] of best) {
        const total = score - STEP[before][section] + scores[section]
        const known = next.get(section) ?? Number.NEGATIVE_INFINITY
        // Of two ways as good as each other, the one that stays longer.
        if (total < known || (total === known && before === section)) continue
        next.set(section, total)
        from.set(section, before)
      }
    }
    ways.push(from)
    best = next
  }
  let [last] = [...best].sort(([, a], [, b]) => b - a).map(([section]) => section)
  const way: CuedSection[] = []
  for (const from of ways.toReversed()) {
    if (!last) break
    way.unshift(last)
    last = from.get(last)
  }
  return way
}

/** Where in a story its sections mostly stand, from 0 to 1; without other words the place decides. */
const PLACES: Readonly<Record<CuedSection, number>> = {
  problem: 0.05,
  done: 0.4,
  result: 0.72,
  failed: 0.88,
  caution: 1,
}

function addPlace(scores: Record<CuedSection, number>, at: number): void {
  for (const section of CUED_SECTIONS) scores[section] += 0.7 * Math.exp(-(((at - PLACES[section]) / 0.22) ** 2))
}
