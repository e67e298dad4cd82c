import sharp from 'sharp'
import type { z } from 'zod'
import { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import type { EditionPolicy, EditionStory, FeedEdition } from '../../../library/feeds/feed-edition.ts'
import type { FeedEntry } from '../../../library/feeds/feed-view.ts'
import type { Attachment, RevisionContent } from '../../../library/items/revision.schema.ts'
import { PublicStory, STORY_MEDIA_TYPE } from '../../../library/stories/story.schema.ts'

/** Where the pictures of a sample edition are kept. */
export interface PictureShelf {
  put(bytes: Uint8Array): Promise<string>
}

export const SAMPLE_URI = 'tag:xinhuo.invalid,2026-05-01:xinhuo/feed/yangguang'

/** A landscape that shows whether it was stretched: its sun is round. */
export async function drawPicture(width: number, height: number, hue: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  const radius = Math.min(width, height) * 0.1
  const tint = (light: number, turn: number): readonly number[] =>
    [0, 120, 240].map((phase) => Math.round(light + 0.16 * light * Math.cos(((hue + turn + phase) * Math.PI) / 180)))
  const [sky, sun, ...hills] = [tint(205, 190), [232, 140, 90], tint(150, 0), tint(120, 14), tint(92, 28)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const hill = hills.findLastIndex(
        (_, at) => y > height * (0.5 + at * 0.14 - 0.08 * Math.sin((x / width) * 6 + at * 2)),
      )
      const isSun = Math.hypot(x - width * 0.74, y - height * 0.26) < radius
      const colour = hill >= 0 ? hills[hill] : isSun ? sun : sky
      for (const [channel, value] of (colour ?? []).entries()) pixels[3 * (y * width + x) + channel] = value
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer()
}

const body = (more = '') => `## 什么情况

高岭村有 46 户低保户，材料年年要重报。路远的一户要坐两趟车，缺一张纸就得再来一趟；老人不识字，常常是**跑三趟才办成**。

## 做了什么

驻村干部王某把材料列成一张单子，先打电话核一遍，再带着复印机上门：

1. 能从系统里查到的，不再要；
2. 查不到的，当场复印；
3. 签字的地方用红笔圈好。

${more}

## 花了多少

两个人，用了六个周末。复印机是向学校借的，纸张花了一百二十元。

## 哪里没做好

单子漏写了一样：在外务工的人要有委托书。头一批里有四户又补了一次。

## 结果怎么样，怎么知道的

四十六户都在当月办完，**没有一户跑第二趟**（补委托书的四户除外）。乡民政办的台账可查。

## 什么情况下不要照搬

人口流动大的社区不合适：上门常常没有人，不如约到村委会办。
`

const PROVISION =
  '<p data-cite="第十六条第一款">申请最低生活保障，由家庭成员向户籍所在地的乡镇人民政府、街道办事处提出书面申请；家庭成员申请有困难的，可以委托村民委员会、居民委员会代为提出申请。</p>'

const policy: EditionPolicy = {
  title: '社会救助暂行办法',
  provision: '第十一条',
  validity: 'in-force',
  effectiveFrom: '2014-05-01',
  html: PROVISION,
  note: '委托村委会代为提出申请，就是从这里来的。',
}

interface Sketch {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly issue: number
  readonly body?: string
  readonly pictures?: readonly Buffer[]
  readonly story?: Partial<PublicStory>
  readonly content?: Partial<RevisionContent>
  readonly policies?: readonly EditionPolicy[]
}

/** A story as an edition has it, its pictures on the shelf. */
export async function sampleStory(shelf: PictureShelf, sketch: Sketch): Promise<EditionStory> {
  const pictures: Attachment[] = []
  for (const [index, bytes] of (sketch.pictures ?? []).entries()) {
    const sha256 = await shelf.put(bytes)
    pictures.push({ name: `图${index + 1}.jpg`, mediaType: 'image/jpeg', sha256, size: bytes.length })
  }
  const story = PublicStory.parse({
    format: 1,
    themes: ['民生服务'],
    groups: ['老年人'],
    happenedFrom: '2026-02',
    happenedTo: '2026-03',
    people: [{ name: '王某', part: 'hero', post: '驻村干部' }],
    evidence: 3,
    quotes: [{ text: '头一回坐在自家堂屋里把事办了。', by: '一位村民' }],
    sources: { total: 2, verified: 2 },
    publishedOn: `2026-0${3 + sketch.issue}-10`,
    office: '石坪乡宣传办',
    media: pictures.map(({ sha256, mediaType }, index) => ({
      sha256,
      mediaType,
      caption: index === 0 ? '上门核对材料' : `现场之${index + 1}`,
      alternative: '山坡上的村子',
      author: '李某',
      takenOn: '2026-03',
      ...(index === 0 && { cover: true }),
    })),
    ...sketch.story,
  })
  return {
    id: sketch.id,
    revision: 'a'.repeat(64),
    content: {
      format: 1,
      kind: 'story',
      identifier: sketch.id,
      title: sketch.title,
      ...(sketch.description !== undefined && { description: sketch.description }),
      topics: ['低保救助'],
      posts: ['驻村干部'],
      places: ['平澜县', '石坪乡', '高岭村'],
      body: sketch.body ?? body(pictures[1] && `![院坝里](sha256:${pictures[1].sha256})`),
      attachments: [...pictures, { name: '故事.json', mediaType: STORY_MEDIA_TYPE, sha256: 'b'.repeat(64), size: 2 }],
      ...sketch.content,
    },
    story,
    pictures,
    publishedOn: story.publishedOn ?? '2026-05-10',
    policies: sketch.policies ?? [policy],
  }
}

/** An edition of these stories: every issue there was, with what was corrected, withdrawn and answered. */
export function sampleEdition(
  stories: readonly { readonly story: EditionStory; readonly issue: number }[],
  change: {
    definition?: Partial<z.input<typeof FeedDefinition>>
    extra?: readonly FeedEntry[]
    answers?: FeedEdition['answers']
  } = {},
): FeedEdition {
  const at = (issue: number) => `2026-0${3 + issue}-15T02:00:00.000Z`
  const told = stories.map(
    ({ story, issue }): FeedEntry => ({
      id: `${SAMPLE_URI}/story/${story.id}`,
      feedId: 'yangguang',
      type: 'story',
      storyId: story.id,
      revision: story.revision,
      title: story.content.title,
      issue,
      publishedAt: at(issue),
      updatedAt: at(issue),
    }),
  )
  const entries = [...told, ...(change.extra ?? [])].sort((a, b) => b.issue - a.issue)
  const issue = Math.max(0, ...entries.map((entry) => entry.issue))
  return {
    id: 'yangguang',
    uri: SAMPLE_URI,
    definition: FeedDefinition.parse({
      title: '石坪身边事',
      subtitle: '乡里人做的事，讲给乡里人听',
      publisher: '石坪乡宣传办',
      contact: '乡政府二楼宣传办，赶场日上午',
      audience: ['驻村干部', '民政专干'],
      ...change.definition,
    }),
    issue,
    issuedAt: at(issue),
    entries,
    stories: new Map(stories.map(({ story }) => [story.id, story])),
    columns: [{ id: 'yangguang', title: '石坪身边事' }],
    answers: change.answers ?? new Map(),
  }
}

/** A column as an office would have it: three issues, pictures upright and across, a correction, a withdrawal, answers. */
export async function wholeEdition(
  shelf: PictureShelf,
  definition: Partial<z.input<typeof FeedDefinition>> = {},
): Promise<FeedEdition> {
  const wide = await Promise.all([20, 80, 140, 200].map((hue) => drawPicture(1600, 1067, hue)))
  const upright = await drawPicture(900, 1350, 260)
  const panorama = await drawPicture(1800, 600, 320)
  const told: { story: EditionStory; issue: number }[] = []
  const tell = async (sketch: Sketch) => {
    told.push({ story: await sampleStory(shelf, sketch), issue: sketch.issue })
  }
  await tell({
    id: 'dibao-shangmen',
    title: '一张单子，四十六户低保不再跑第二趟',
    description: '把材料列成一张单子，带着复印机上门：路远的老人坐在自家堂屋里就把低保办完了。',
    issue: 3,
    pictures: [wide[0] as Buffer, upright],
  })
  await tell({
    id: 'weifang-gaizao',
    title: '危房改造先量后批，少了一半返工',
    description: '审批前先由村里的泥瓦匠上门量一次，图纸一次画对。',
    issue: 3,
    pictures: [wide[1] as Buffer],
    story: { themes: ['乡村振兴'], quotes: [] },
  })
  await tell({
    id: 'yuanba-hui',
    title: '院坝会改在晚上八点开',
    description: '白天都在地里。会改到晚上八点，来的人从十一个变成六十多个。',
    issue: 3,
    story: { themes: ['基层治理'], media: [] },
    policies: [],
  })
  await tell({
    id: 'panshan-lu',
    title: '盘山路上的一面凸面镜',
    description: '花了三百二十元，两年没有再出过事故。',
    issue: 3,
    pictures: [panorama],
    story: { themes: ['基层治理'], evidence: 2, quotes: [] },
    content: { places: ['平澜县', '石坪乡', '大坝村'], posts: ['网格员'], label: '示例故事' },
    policies: [{ ...policy, title: '土地管理法', provision: '第六十二条', validity: 'amended' }],
  })
  await tell({
    id: 'xiaomaibu-daiban',
    title: '小卖部里的代办点',
    issue: 2,
    pictures: [wide[2] as Buffer, wide[3] as Buffer],
    content: { places: ['平澜县', '石坪乡', '白水村'] },
  })
  await tell({
    id: 'di-yi-ke',
    title: '村小的第一堂急救课',
    description: '从一次呛水开始。',
    issue: 1,
    story: { themes: ['教育'] },
  })
  const base = { feedId: 'yangguang', updatedAt: '2026-06-15T02:00:00.000Z', publishedAt: '2026-06-15T02:00:00.000Z' }
  const gone = `${SAMPLE_URI}/story/mai-guagua`
  return sampleEdition(told, {
    definition,
    extra: [
      {
        ...base,
        id: gone,
        type: 'story',
        storyId: 'mai-guagua',
        title: '三天卖完两千斤瓜',
        issue: 1,
        publishedAt: '2026-04-15T02:00:00.000Z',
      },
      {
        ...base,
        id: `${gone}/withdrawal`,
        type: 'withdrawal',
        storyId: 'mai-guagua',
        title: '三天卖完两千斤瓜',
        issue: 3,
        note: '数字没有核实清楚，收购单对不上。',
        of: gone,
      },
      {
        ...base,
        id: `${SAMPLE_URI}/story/xiaomaibu-daiban/correction/1`,
        type: 'correction',
        storyId: 'xiaomaibu-daiban',
        title: '小卖部里的代办点',
        issue: 3,
        note: '代办的是七项，不是九项。',
        of: `${SAMPLE_URI}/story/xiaomaibu-daiban`,
      },
      { ...base, id: `${SAMPLE_URI}/answers/1`, type: 'answers', title: '答读者', issue: 3 },
    ],
    answers: new Map([
      [
        `${SAMPLE_URI}/answers/1`,
        [
          { question: '凸面镜是找谁装的？', answer: '乡里的路政所，报一下位置就来看。\n两周内装好的。' },
          { question: '低保上门，外出务工的怎么办？', answer: '先打电话，请家里人代签，委托书的样子在村委会。' },
        ],
      ],
    ]),
  })
}
