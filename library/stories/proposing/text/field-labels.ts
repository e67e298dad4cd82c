import { bare } from '../../../templates/sheets/match-columns.ts'
import { endsAsHeading, type HeadedPart, partsOfHeading } from './section-heading.ts'

/** What a label, a heading of a column or a cell before another names. */
export type LabelledField =
  | HeadedPart
  | 'title'
  | 'places'
  | 'days'
  | 'themes'
  | 'topics'
  | 'posts'
  | 'groups'
  | 'audience'
  | 'people'
  | 'heroes'
  | 'told'
  | 'author'
  | 'office'
  | 'reportedOn'
  | 'cost/people'
  | 'cost/money'
  | 'cost/time'
  | 'cost/powers'
  | 'captions'

/** The usual wordings, as they stand without marks and spaces. */
export const FIELD_LABELS: Readonly<Record<LabelledField, readonly string[]>> = {
  title: '标题|题目|案例名称|案例标题|故事标题|故事名称|事迹题目|事迹名称|名称|案例题目|稿件标题|主标题|做法名称'.split(
    '|',
  ),
  summary:
    '摘要|导语|内容提要|内容摘要|核心提示|编者按|提要|简介|事迹简介|案例简介|一句话概括|一句话简介|案例摘要'.split('|'),
  places:
    '地点|地方|发生地|发生地点|实施地点|所在地|所在村|所在乡镇|乡镇|村|村社区|所属乡镇|地区|实施地|案例地点|县|县市区|乡镇街道'.split(
      '|',
    ),
  days: '时间|发生时间|实施时间|起止时间|案例时间|实施周期|日期|发生日期|开始时间|时间段'.split('|'),
  reportedOn:
    '报送时间|报送日期|填报时间|填报日期|采访时间|访谈时间|记录时间|整理时间|供稿时间|撰写时间|投稿时间|提交时间'.split(
      '|',
    ),
  themes: '主题|案例类别|类别|类型|案例类型|所属类别|专题|板块|故事类型|申报类别|分类'.split('|'),
  topics: '关键词|主题词|标签|涉及领域|涉及事项'.split('|'),
  posts: '岗位|涉及岗位|所在岗位|职务|职务岗位|岗位职务|工作岗位'.split('|'),
  groups: '人群|涉及人群|服务对象|受益群体|受益人群|面向人群|涉及群体|帮扶对象'.split('|'),
  audience: '读者|适合谁看|给谁看|推荐给|面向岗位|适用岗位'.split('|'),
  people: '人物|相关人物|涉及人员|参与人员|参与人|其他人员'.split('|'),
  heroes: '姓名|主要人物|主人公|主角|典型人物|事迹人物|负责人|牵头人|人物姓名|先进人物|当事人'.split('|'),
  told: '讲述人|口述|口述人|讲述者|访谈对象|采访对象|受访人|受访者|被访谈人|访谈人物'.split('|'),
  author:
    '作者|撰稿|撰稿人|供稿人|执笔|执笔人|记者|通讯员|记录|记录人|采访人|采访|整理|整理人|文|文字|撰写人|投稿人|填报人|访谈人'.split(
      '|',
    ),
  office:
    '报送单位|申报单位|供稿单位|供稿|来源|信息来源|稿件来源|单位|作者单位|推荐单位|选送单位|来稿单位|资料来源|报送|填报单位|所在单位|稿源'.split(
      '|',
    ),
  problem: '背景|起因|什么情况|遇到的问题|问题|情况|基本情况|案例背景|缘由|背景情况|困难|当时情况'.split('|'),
  done: '做法|主要做法|做了什么|过程|经过|措施|具体做法|主要措施|解决过程|解决办法|举措|主要举措|主要事迹|事迹|正文|内容|故事内容|实施过程'.split(
    '|',
  ),
  cost: '投入|花了多少|成本|投入情况|投入成本|资源投入|花费|经费投入'.split('|'),
  'cost/people': '人手|人力|人员投入|投入人力|参与人数|用了几个人|人力投入'.split('|'),
  'cost/money': '钱|资金|经费|资金投入|投入资金|花费资金|花了多少钱|费用|金额'.split('|'),
  'cost/time': '花费时间|用时|耗时|投入时间|用了多久|花了多久|所用时间'.split('|'),
  'cost/powers': '权限|所需权限|需要的权限|授权|审批权限|谁批准'.split('|'),
  failed: '哪里没做好|存在问题|不足|问题与不足|教训|遗憾|下次改进|存在的问题|没做好的|不足之处|改进建议'.split('|'),
  result: '成效|结果|效果|取得成效|主要成效|结果怎么样|最后结果|工作成效|案例成效|实际效果'.split('|'),
  evidence: '怎么知道的|依据|证据|佐证材料|证明材料|数据来源|成效依据|如何得知|结果依据'.split('|'),
  caution: '照搬条件|什么情况下不要照搬|不要照搬|推广条件|适用条件|注意事项|适用范围|推广建议|提醒|局限'.split('|'),
  lesson: '启示|体会|经验|经验启示|感悟|心得'.split('|'),
  policies: '政策依据|涉及政策|相关政策|引用政策|政策|法规依据|法律依据|政策文件|依据文件'.split('|'),
  quotes: '原话|群众评价|引语|金句|群众的话|评价|当事人的话'.split('|'),
  captions: '图片说明|照片说明|图说'.split('|'),
}

const byWord = new Map(
  Object.entries(FIELD_LABELS).flatMap(([field, words]) => words.map((word) => [bare(word), field as LabelledField])),
)

/** What a label names; undefined for one that is not known. */
export function labelledField(label: string): LabelledField | undefined {
  const key = bare(label)
  if (key === '' || key.length > 16) return undefined
  const known = byWord.get(key) ?? byWord.get(key.replace(/^[一二三四五六七八九十\d]{1,2}/, ''))
  if (known) return known
  const ending = ENDINGS.find(([, words]) => words.test(key))?.[0]
  return ending ?? (key.length <= 12 ? partsOfHeading(label)[0] : undefined)
}

/** What an unusual label ends with tells what it names. */
const ENDINGS: readonly (readonly [LabelledField, RegExp])[] = [
  ['reportedOn', /(?:报送|填报|填写|采访|访谈|记录|整理|提交|撰写).{0,2}(?:时间|日期)$/],
  ['title', /(?:题目|标题)$|(?<!单位|机构|公司|村|乡镇|部门|岗位|职务|图片)名称$/],
  ['author', /^(?:报送人|填报人|撰稿人?|执笔人?|联络员|通讯员|报告人)$/],
  ['places', /地点$|^所在.{1,4}$|^(?:乡镇|村|县).{0,3}名称?$/],
  ['days', /(?:时间|日期)$/],
  ['office', /(?:单位|部门)$/],
  ['posts', /(?:岗位|职务)$/],
]

const LABEL_LINE =
  /^(?:[【[［]\s*([^】\]］]{1,16})\s*[】\]］]\s*[:：]?|([\p{Script=Han}A-Za-z（）()/、 ]{1,16}?)\s*[:：])\s*/u

/** A line that begins with a label it means: 标题：错峰赶集, 【起因】2024年9月…; undefined for any other. */
export function labelOfLine(text: string): { field: LabelledField; label: string; rest: string } | undefined {
  const match = LABEL_LINE.exec(text)
  const label = (match?.[1] ?? match?.[2] ?? '').trim()
  if (!match || label === '') return undefined
  const value = text.slice(match[0].length).trim()
  const said = match[1] === undefined ? (byWord.get(bare(label)) ?? longLabel(label)) : labelledField(label)
  // 依据：《…》 names what was acted upon, 依据：台账 how something is known.
  const field = said === 'evidence' && value.startsWith('《') ? 'policies' : said
  return field && { field, label, rest: value }
}

/** 没办好的： is no usual label and still a heading; 王强： is neither. */
const longLabel = (label: string) => (label.length >= 4 && endsAsHeading(label) ? partsOfHeading(label)[0] : undefined)
