import { beginStory } from '../../../library/stories/begin-story.ts'
import type { KeptStory } from '../../../library/stories/kept-story.ts'
import type { StoryState } from '../../../library/stories/process/process-view.ts'
import { StoryRecord } from '../../../library/stories/story.schema.ts'
import { storyWords } from '../../../library/stories/vocabulary/story-words.ts'

const STATES: readonly StoryState[] = [
  'draft',
  'submitted',
  'verified',
  'approved',
  'published',
  'published',
  'retired',
]
const VERBS = ['修好', '调解', '上门办', '理清', '请来', '省下', '看住', '补回']
const THINGS = ['水渠', '低保', '承包合同', '残疾人证', '养老金', '山林纠纷', '公开栏', '防火值班', '路灯']
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const TOWNS = Array.from({ length: 20 }, (_, at) => `${'石白青高南北东西云水'[at % 10]}${at < 10 ? '坪' : '岭'}乡`)

const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T

/** An invented story; the same number is the same story. */
export function generatedStory(number: number): KeptStory {
  const words = storyWords()
  const name = `${pick([...SURNAMES], number * 7)}${pick([...'秀大小志建'], number * 3)}${pick([...'芝山梅强国'], number * 5)}`
  const record = StoryRecord.parse({
    format: 1,
    title: `${pick(TOWNS, number)}${name}${pick(VERBS, number * 5)}${pick(THINGS, number * 11)}（${number}）`,
    summary: `${pick(VERBS, number)}以后，${1 + (number % 40)}户人家少跑了${1 + (number % 5)}趟。`,
    themes: [pick(words.themes, number), ...(number % 3 === 0 ? [pick(words.themes, number + 4)] : [])],
    topics: [pick(words.topics, number * 13), pick(words.topics, number * 17 + 1)],
    posts: [pick(words.posts, number * 3)],
    places: ['平澜县', pick(TOWNS, number), `${pick(TOWNS, number).slice(0, 1)}${pick([...'溪坝岗湾坡'], number)}村`],
    groups: [pick(words.groups, number * 5)],
    happenedFrom: `20${String(10 + (number % 16)).padStart(2, '0')}-${String(1 + (number % 12)).padStart(2, '0')}`,
    people: [{ id: 'a', name, part: 'hero' }],
    problem: `${pick(TOWNS, number)}的${pick(THINGS, number)}多年没有理顺，${name}接手时有${number % 90}户等着。`,
    policies: [
      {
        title: pick(['土地管理法', '社会救助暂行办法', '残疾人保障法'], number),
        provision: `第${pick(['三', '九', '十七'], number)}条`,
      },
    ],
  })
  const begun = beginStory(
    record,
    '本机',
    new Date(Date.UTC(2024, 0, 1) + number * 60_000),
    `gushi-${String(number).padStart(6, '0')}`,
  )
  const state = pick(STATES, number)
  return { ...begun, state, ...(state === 'published' && { publishedOn: '2026-01-01', revision: 'a'.repeat(64) }) }
}
