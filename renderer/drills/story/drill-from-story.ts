import type { DrillChoice, DrillRecord, DrillRole, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import type { CitedPassage } from '../../../library/meetings/materials/cited.schema.ts'
import type { ShownStory } from '../../../library/stories/story-view.ts'
import { fieldOfHeading } from '../../stories/work/story-headings.ts'
import { TO_EDIT } from './to-edit.ts'

/** Who somebody was in the story, for everybody to read. */
const PARTS: Readonly<Record<ShownStory['story']['people'][number]['part'], string>> = {
  hero: '办这件事的人',
  'took-part': '一起办的人',
  'was-helped': '来办事的人',
  told: '讲这件事的人',
}

const NOBODY = [
  { id: 'r1', name: '办事群众', about: `${TO_EDIT}是谁，为什么来。` },
  { id: 'r2', name: '工作人员', about: `${TO_EDIT}在哪个岗位。` },
]

/**
 * A drill begun from a published story: its place and people, what the matter was, what was done as one of the
 * choices, what came of it and when not to copy it. The same story begins the same drill; what has to be put into
 * words of its own stands behind {@link TO_EDIT}.
 * @param cites the provisions of the story as they stand in this library
 */
export function drillFromStory(story: ShownStory, cites: readonly CitedPassage[]): DrillRecord {
  const told = sectionsOf(story)
  const roles = rolesOf(story)
  return {
    type: 'drill',
    format: 1,
    title: `${story.title.slice(0, 190)}（情景演练）`,
    ...(story.description && { summary: story.description.slice(0, 500) }),
    topics: story.topics.slice(0, 20),
    audience: {
      posts: (story.story.audience.length > 0 ? story.story.audience : story.posts).slice(0, 20),
      level: 'all',
    },
    minutes: 20,
    setting: settingOf(story),
    roles,
    turns: [turnOf(story, told, roles, cites)],
    happened: [told.result, told.failed && `没做好的地方：${told.failed}`]
      .filter(Boolean)
      .join('\n\n')
      .slice(0, 20_000),
    debrief: [
      '这样做好在哪里？换到我们这里，行得通吗？',
      ...linesOf(told.caution).map((one) => `什么情况下不要照搬：${one}`),
    ]
      .map((one) => one.slice(0, 500))
      .slice(0, 30),
    cites: [],
    story: { title: story.title.slice(0, 300), itemId: story.id },
  }
}

type Told = Partial<Record<NonNullable<ReturnType<typeof fieldOfHeading>>, string>>

function sectionsOf({ passages }: ShownStory): Told {
  return Object.fromEntries(
    passages.flatMap(({ heading, text }) => {
      const field = fieldOfHeading(heading)
      return field && text.trim() !== '' ? [[field, text.trim()]] : []
    }),
  )
}

function settingOf({ places, story }: ShownStory): string {
  const known = [
    story.happenedFrom &&
      `时间：${story.happenedFrom
        .split('-')
        .map((part, at) => Number(part) + (['年', '月', '日'][at] ?? ''))
        .join('')}`,
    places.length > 0 && `地点：${places.join('、')}`,
  ].filter(Boolean)
  return `${TO_EDIT}${[...known, '大家一开始都知道什么，写在这里'].join('。')}。`
}

function rolesOf({ story }: ShownStory): DrillRole[] {
  const people = story.people.filter(({ part }) => part !== 'told').slice(0, 8)
  if (people.length === 0) return NOBODY
  return people.map(({ name, part, post }, at) => ({
    id: `r${at + 1}`,
    name: name.slice(0, 40),
    about: `${TO_EDIT}${[PARTS[part], post].filter(Boolean).join('，')}。`,
  }))
}

function turnOf(story: ShownStory, told: Told, roles: readonly DrillRole[], cites: readonly CitedPassage[]): DrillTurn {
  const quotes = story.story.quotes.slice(0, 20).map(({ text, by }, at) => {
    const role = roles.find(({ name }) => by.includes(name))
    return { id: `l${at + 1}`, text: text.slice(0, 1000), ...(role && { role: role.id }) }
  })
  const taken: DrillChoice = {
    id: 'c1',
    text: `${TO_EDIT}${firstSentence(told.done ?? '')}`,
    outcome: (told.done ?? '').slice(0, 5000),
    cites: cites.slice(0, 10),
  }
  const other: DrillChoice = { id: 'c2', text: `${TO_EDIT}再写一种别人可能会用的做法`, outcome: '', cites: [] }
  return {
    id: 't1',
    title: '事情来了',
    text: `${TO_EDIT}${told.problem ?? ''}`.slice(0, 10_000),
    lines: quotes,
    ask: '换了你，会怎么做？',
    choices: [taken, other],
    notes: `由故事《${story.title}》自动起的头：“什么情况”成了这个场面，“做了什么”成了做法 A。请改成现场说得出口的话。`,
  }
}

function linesOf(text = ''): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}

/** Enough to tell what was done; the rest stands in what comes of it. */
function firstSentence(text: string): string {
  const [first = ''] = linesOf(text)
  const end = first.search(/[。！？；]/u)
  return (end > 0 ? first.slice(0, end) : first).slice(0, 120)
}
