import { clausesOf, withoutEnd } from './sentences.ts'

export type CostPart = 'people' | 'money' | 'time' | 'powers'

const N = '[\\d.,〇零一二两三四五六七八九十百千万几]+'
const MONEY = new RegExp(
  `${N}(?:多|余)?\\s*(?:元|块(?:钱|[二三四五六七八九]?)?|万(?:元|[一二三四五六七八九])?)(?!人|户|亩|斤|次|字)`,
)
/** 三千二, 五万二 by itself at the end of what somebody tells. */
const SPOKEN_MONEY = /^(?:一共|总共|共|花了?|才)?[一二三四五六七八九两][万千百][一二三四五六七八九]?(?:块)?[。！]?$/
const SPENT =
  /(?:费每|钱每|补贴|收益|里支|投入|花(?:了|费|掉|去|在)?|开支|列支|支出|拿出|添置|垫(?:了|资|付)?|筹(?:集|了)?|凑(?:了)?|补了|补助|费用|经费|资金|成本|购买|买|用于|一共|共计|每月|划线|和.{1,8}\d+元)/
/** Where money came from tells that it was spent. */
const PAID = /(?:里|中)(?:付|支|出|列支)|列支|报销|补一半|自筹|义务/
const NOT_SPENT = /(?:分红|均价|领到|付清|拿到|收入|涨到|拖欠|工钱|工资|增收|挣|卖|销售|欠|奖励)/
const PEOPLE = new RegExp(
  `(?:${N}(?:多|余)?(?:名|位)(?!(?:重度)?(?:${'老人|留守|儿童|群众|残疾人|学生|村民来|居民来|退役军人|监测|贫困|慢病|独居|特困|听力|业主|孩子|困境|患者|参保|旅客|乘客|当事人'}))|${N}(?:多|余)?个(?:人(?!的|均)|大学生|志愿者|党员|干部|同事|帮手|工人)|${N}(?:多|余)?人(?!次|均|家|来访|反映|无|被|受|的|血压|里|增|减|领|参加)|出工[^，。]{0,3}${N}(?:多|余)?(?:个|人))`,
)
const WORKED =
  /(?:组织|安排|抽调|请|出动|配|带着|带领|轮流|联系|值班|排班|入户|上门|发起|每周|每月|每人|人力|队员|用了|出工|下乡|劝导|名医生|对表|做饭|带|守|值守|兼任|雇|出工|跑)/
const HELPED = /(?:老人|儿童|群众|残疾人|学生|农户|居民|贫困|监测对象|孩子|退役军人|来访|签字|申请)[^，。]{0,4}$/
const TIME = new RegExp(
  `(?:${N}(?:多)?(?:半天|天|个(?:多)?月|周|年|小时|分钟|个?(?:上午|下午|晚上|半天|冬天|夏天|暑假|秋天|春天|星期)))|整整一个冬天|半天`,
)
const LASTED =
  /(?:装了|修了|挖了|培训|走了|用时|耗时|历时|用了|花了|干了|坐了|跑了|抬了|讲了|走完|(?<!清明|春节|国庆|中秋|节日|年)前后|连续|全程|忙了|用一天|时间[:：]|每月用|陪了|找了|办了)/
const POWERS = /(?:授权|批准|审批权|同意|权限|许可|下放|研究决定|研究后|开绿灯)/

/**
 * What something took, from sentences that say what was done: each part with the clause that says it.
 * @param headed true for what stands under 投入 or 花费, where nothing else is meant
 */
export function textCost(sentences: readonly string[], headed: boolean): Partial<Record<CostPart, string[]>> {
  const found: Partial<Record<CostPart, string[]>> = {}
  const add = (part: CostPart, clause: string) => {
    const said = withoutEnd(clause)
    const list = found[part] ?? []
    if (said !== '' && !list.includes(said)) found[part] = [...list, said]
  }
  for (const sentence of sentences) {
    for (const clause of clausesOf(sentence)) {
      const named = /^(?:其中)?(人力|人员|人手|资金|经费|费用|时间|用时|权限|授权)\s*[:：]$/.exec(clause)
      if (named) continue
      const isMoney =
        ((MONEY.test(clause) && (headed || SPENT.test(clause) || PAID.test(sentence))) || SPOKEN_MONEY.test(clause)) &&
        !NOT_SPENT.test(clause)
      if (isMoney || (headed && /没有(?:另外)?花钱|不花钱|零成本/.test(clause))) add('money', clause)
      const people = PEOPLE.exec(clause)
      const isPeople =
        people && (headed || WORKED.test(sentence)) && !HELPED.test(clause.slice(0, people.index + people[0].length))
      if (isPeople) add('people', clause)
      if (TIME.test(clause) && (LASTED.test(clause) || (headed && !isMoney))) add('time', clause)
      if (POWERS.test(clause) && !/村民.{0,6}同意|户主.{0,4}同意|的人同意/.test(clause)) add('powers', clause)
    }
  }
  return found
}

/** True for a sentence that says nothing but what something took. */
export const isOnlyCost = (sentence: string): boolean =>
  /^(?:前后|全程|全乡|全镇|共|总共|一共|镇里|乡里|村里)?[^，。]{0,14}(?:投入|花费|花了|开支|共花|费用)/.test(
    sentence,
  ) && clausesOf(sentence).every((clause) => MONEY.test(clause) || SPENT.test(clause) || POWERS.test(clause))
