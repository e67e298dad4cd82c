import { balanceZhCN } from './balance/balance.zh-CN.ts'
import { definitionZhCN } from './definition/definition.zh-CN.ts'
import { issueZhCN } from './desk/issue.zh-CN.ts'
import { responsesZhCN } from './responses/responses.zh-CN.ts'
import { siteZhCN } from './site/site.zh-CN.ts'

/** What the columns desk says, in Chinese. */
export const feedsZhCN = {
  cancel: '取消',
  tabs: { label: '专栏', feeds: '专栏', balance: '均衡', responses: '反馈' },
  list: {
    title: '专栏',
    lead: '把核实过的故事一期一期发出去',
    issued: '第 {{issue}} 期，{{date}}，在栏 {{n}} 个故事',
    notIssued: '还没有出过一期',
    waiting: '有 {{n}} 个故事可以进下一期。',
    nothingWaiting: '暂时没有新的故事等着。',
    changed: '有 {{n}} 条需要更正或撤下。',
    show: '放映',
    discard: '删去',
    discardOf: '删去专栏“{{title}}”',
    discarded: '已删去专栏',
    discardedHint: '《{{title}}》。故事和已经写出去的网站都没有动，三十天内可以恢复。',
    discardedTitle: '删去的专栏（{{n}}）',
    restore: '恢复',
    restoreOf: '恢复专栏“{{title}}”',
    notDiscarded: '没有删去',
    emptyTitle: '这里放您单位的专栏',
    emptyWhat:
      '专栏是一个会更新的故事集：定好给谁看、挑什么样的故事，薪火按条件备好下一期，由您决定放哪些、不放哪些，再出一期。',
    emptyHow:
      '出好的一期可以写成不用联网就能打开的网站（拷在U盘上也行），也可以变成订阅源、公众号图文、小册子和公告栏海报。',
    startTitle: '新建专栏',
    startLead: '选一个现成的开始，名称、条件和比例随时可以改。',
    readyTitle: '《{{title}}》',
    startEmpty: '从空白开始',
    untitled: '未命名专栏',
  },
  one: { title: '专栏', parts: '专栏的各部分', issue: '已出第 {{issue}} 期，在栏 {{n}} 个故事' },
  parts: { issue: '下一期', definition: '条件和比例', entries: '已经出的', site: '写出网站', papers: '公众号和纸面' },
  evidence: { any: '不限', told: '有人讲过', seen: '见过或有照片', documented: '有文件、台账或统计' },
  dimension: { theme: '主题', post: '岗位', place: '地方', group: '人群' },
  ...issueZhCN,
  ...definitionZhCN,
  ...siteZhCN,
  balance: balanceZhCN,
  responses: responsesZhCN,
} as const
