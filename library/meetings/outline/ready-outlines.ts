import type { ReadyOutline } from '../materials/material-view.ts'
import { type MeetingKind, MeetingPart } from './outline.schema.ts'

type PartDraft = readonly [type: MeetingPart['type'], title: string, minutes: number, notes: string, more?: object]

/** Parts with ids by their places, so that the same outline is the same record. */
const parts = (drafts: readonly PartDraft[]): MeetingPart[] =>
  drafts.map(([type, title, minutes, notes, more], at) =>
    MeetingPart.parse({ id: `p${at + 1}`, type, title, minutes, notes, ...more }),
  )

/** Outlines to begin with, one by kind of meeting. Everything in them can be changed. */
export const readyOutlines: readonly ReadyOutline[] = [
  {
    kind: 'regular',
    name: '例会',
    description: '半个多小时：上次的事办得怎样，学一条、讲一个故事，定下这周谁做什么。',
    minutesPlanned: 40,
    parts: parts([
      ['opening', '上次定的事', 5, '一件一件过：办完的说结果，没办完的说卡在哪里。不批评人，只说事。'],
      ['reading', '学一条规定', 8, '选一条这周用得上的，请分管的同志读原文，再用自己的话说一遍。'],
      ['story', '讲一个故事', 8, '选和这条规定有关的一件真事，讲清难在哪里、怎么办的、哪里没做好。'],
      ['discussion', '我们会怎么办', 10, '先请最近遇到类似事情的同志说。意见不同的都记下来。'],
      ['closing', '这周谁做什么', 5, '每件事写明谁做、什么时候做完；读一遍，当场确认。'],
    ]),
  },
  {
    kind: 'study',
    name: '专题学习',
    description: '一个多小时：把一个题目学透，读原文，看案例，讨论，出几道题看看学懂没有。',
    minutesPlanned: 90,
    parts: parts([
      ['opening', '为什么学这个', 5, '从最近的一件事说起：群众问了什么，我们答得怎么样。'],
      ['reading', '读原文', 20, '逐条读，读完一条停一停，说清“以前是怎么规定的，现在改了什么”。'],
      ['story', '看案例', 15, '选一个用到这些条文的故事，讲到关键的地方停下来，问“您会怎么办”。'],
      [
        'discussion',
        '对照我们的工作',
        25,
        '四五个人一组，十五分钟讨论，每组说一条能马上改的。',
        {
          questions: ['我们手里有没有类似的事？', '哪一步最容易出错？', '要改，先改哪一样？'],
        },
      ],
      ['quiz', '想一想，答一答', 10, '答题只为弄懂，不记分、不排名。答错的多，就回头再讲一遍。'],
      ['closing', '回去做什么', 10, '每人说一件回去要做的事，记录的同志写下来。'],
    ]),
  },
  {
    kind: 'training',
    name: '业务培训',
    description: '半天：学规定，看步骤，演一遍，动手做一遍。适合新到岗的同志。',
    minutesPlanned: 150,
    parts: parts([
      ['opening', '今天学会什么', 10, '说清学完能独立办哪几件事。问一问大家最怕遇到什么，写在白板上。'],
      ['reading', '规定怎么说', 25, '只讲办事要用的几条，每条配一个“在窗口上是什么样子”。'],
      ['exercise', '看一遍步骤', 20, '放操作指南，一步一步看；请年纪大的同志先问。'],
      ['scene', '演一遍', 35, '选一个情景演练，分角色演，到转折处停下来商量。演的是事，不评人。'],
      ['exercise', '动手做一遍', 35, '发空白表格，照着真实但隐去姓名的材料填，做完互相看。'],
      ['quiz', '看看学懂没有', 10, '不记分。把答得不一样的题拿出来再讲。'],
      ['closing', '有问题找谁', 15, '留下名单和电话，约定两周后再碰一次，听听办得怎么样。'],
    ]),
  },
  {
    kind: 'party-day',
    name: '主题党日',
    description: '一个半小时：学文件，听身边人讲身边事，议一件实事，定下来去做。',
    minutesPlanned: 90,
    parts: parts([
      ['opening', '开始', 10, '清点人数，说明主题；按规定的程序进行。'],
      ['reading', '学文件', 20, '由支部书记或党员领学，读原文。不用念全篇，读和本支部有关的部分。'],
      ['story', '身边的故事', 20, '请亲历的同志自己讲更好；讲别人的事，先问过他愿不愿意。'],
      ['discussion', '议一件实事', 25, '只议一件本支部办得到的：谁牵头、要什么、哪天办完。'],
      ['closing', '定下来', 15, '把议定的事读一遍，认领的同志说一句自己怎么做。'],
    ]),
  },
  {
    kind: 'on-site',
    name: '现场会',
    description: '两个小时左右：到现场看，听做的人讲，问清楚花了多少、哪里没做好，回来想想学哪一样。',
    minutesPlanned: 120,
    parts: parts([
      ['opening', '出发前说明', 10, '看什么、怎么走、注意安全。提前想好一个要问的问题。'],
      [
        'exercise',
        '到现场看',
        40,
        '分两批走，不挤。看做成的，也看没做成的地方。',
        {
          text: '边看边记：看到了什么，和我们那里哪里不一样。',
          tasks: ['记下一样能学的', '记下一样学不了的，写明为什么', '问做的人：最难的是哪一步'],
        },
      ],
      ['story', '听做的人讲', 25, '讲清起因、花了多少钱和人手、走过什么弯路。'],
      ['reading', '对照规定', 10, '说清哪些做法有规定可依，哪些还在试。'],
      [
        'discussion',
        '我们学哪一样',
        25,
        '每个村说一样：学什么、先做到哪一步、要什么帮助。',
        {
          questions: ['条件不一样，哪些不能照搬？', '先在哪里试？'],
        },
      ],
      ['closing', '回去先做什么', 10, '每个村一件事，写明谁、哪天前。'],
    ]),
  },
]

/** The one to begin a kind of meeting with. */
export function readyOutline(kind: MeetingKind): ReadyOutline {
  const found = readyOutlines.find((one) => one.kind === kind)
  if (!found) throw new RangeError(`no outline for ${kind}`)
  return found
}
