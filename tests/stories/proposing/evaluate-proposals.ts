import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readDocument } from '../../../library/importing/readers/read-document.ts'
import { type ProposedStory, proposeStory } from '../../../library/stories/proposing/propose-story.ts'
import type { StoryVocabulary } from '../../../library/stories/story-view.ts'
import { markedSentences, plainText, type WrittenStory } from './written/written-story.ts'

const names = (file: string): string[] =>
  (
    parse(readFileSync(new URL(`../../../content/vocabulary/${file}.yaml`, import.meta.url), 'utf8')) as {
      name: string
    }[]
  ).map(({ name }) => name)

export const vocabulary: StoryVocabulary = {
  themes: names('themes'),
  topics: names('topics'),
  posts: names('posts'),
  groups: names('groups'),
  places: [],
}

/** As a file of the name is read when it is given. */
export async function proposeWritten(story: WrittenStory): Promise<ProposedStory> {
  const document = await readDocument({ name: story.name, bytes: Buffer.from(plainText(story)) })
  return proposeStory({ title: document.title, markdown: document.body, file: story.name }, vocabulary)
}

export interface FieldScore {
  right: number
  proposed: number
  expected: number
  misses: string[]
  wrong: string[]
}

/** How many values of each field were found, and how many of those proposed are right. */
export async function evaluate(stories: readonly WrittenStory[]): Promise<Map<string, FieldScore>> {
  const scores = new Map<string, FieldScore>()
  for (const story of stories) {
    const { record } = await proposeWritten(story)
    const { gold } = story
    const count = (field: string, proposed: readonly string[], expected: readonly string[], fits = same) => {
      const score = scores.get(field) ?? { right: 0, proposed: 0, expected: 0, misses: [], wrong: [] }
      const must = expected.filter((one) => !one.endsWith('?'))
      const all = expected.map((one) => one.replace(/\?$/, ''))
      const may = expected.filter((one) => one.endsWith('?')).map((one) => one.slice(0, -1))
      // Right but not asked for counts neither way.
      const counted = proposed.filter(
        (one) => !may.some((other) => fits(one, other)) || must.some((other) => fits(one, other)),
      )
      const wrong = counted.filter((one) => !all.some((other) => fits(one, other)))
      const found = must.filter((one) => proposed.some((other) => fits(other, one)))
      score.expected += must.length
      score.proposed += found.length + wrong.length
      score.right += found.length
      score.misses.push(...must.filter((one) => !found.includes(one)).map((one) => `${story.name}: ${one}`))
      score.wrong.push(...wrong.map((one) => `${story.name}: ${one}`))
      scores.set(field, score)
    }
    count('title', filled(record.title), filled(gold.title))
    count('summary', filled(record.summary), filled(gold.summary))
    count('places', record.places, gold.places)
    count('happenedFrom', filled(record.happenedFrom), filled(gold.days?.[0]))
    count('happenedTo', filled(record.happenedTo), filled(gold.days?.[1]))
    count(
      'people',
      record.people.map(({ name }) => name),
      gold.people,
    )
    count(
      'hero',
      record.people.filter(({ part }) => part === 'hero').map(({ name }) => name),
      gold.heroes ?? [],
    )
    count('posts', record.posts, gold.posts ?? [])
    count('themes', record.themes, gold.themes ?? [])
    count('topics', record.topics, gold.topics ?? [])
    count('groups', record.groups, gold.groups ?? [])
    for (const part of ['people', 'money', 'time', 'powers'] as const) {
      count(`cost/${part}`, filled(record.cost[part]), filled(gold.cost?.[part]), holds)
    }
    count('evidence/how', filled(record.evidence.how), filled(gold.how), holds)
    count('evidence/kinds', record.evidence.kinds, gold.kinds ?? [])
    count(
      'quotes',
      record.quotes.map(({ text, by }) => `${text}|${by}`),
      (gold.quotes ?? []).map(([text, by]) => `${text}|${by}`),
    )
    count(
      'policies',
      record.policies.map(({ title, provision }) => (provision ? `${title} ${provision}` : title)),
      gold.policies ?? [],
    )
    count('sources/from', filled(record.sources[0]?.from), gold.from ?? [], (proposed, expected) =>
      holds(proposed, expected),
    )
    countSections(story, record, scores)
  }
  return scores
}

const filled = (value: string | undefined): string[] => (value ? [value] : [])
const same = (a: string, b: string) => a === b
const holds = (proposed: string, expected: string) => proposed.includes(expected)

/** By sentence: what stands in a section, and what should. What went to cost, evidence, quotes or the summary counts where it was. */
function countSections(story: WrittenStory, record: ProposedStory['record'], scores: Map<string, FieldScore>): void {
  const bare = (text: string) => text.replace(/[\s\\*]|[\p{P}]/gu, '')
  const elsewhere = bare(
    [
      ...Object.values(record.cost),
      record.evidence.how,
      ...record.quotes.map(({ text }) => text),
      record.summary ?? '',
    ].join(' '),
  )
  for (const { section, text } of markedSentences(story)) {
    const sentence = bare(text.replace(/^(?:[^：]{1,10}：|\|[^|]*\||【[^】]*】|\d+\.)/, '').replace(/\|/g, ''))
    if (sentence.length < 5 || /^#|\d:\d\d$|^（[^）]*）/.test(text) || /^\d\. /.test(text)) continue
    const key = sentence.slice(0, Math.min(sentence.length, 9))
    for (const part of ['problem', 'done', 'failed', 'result', 'caution'] as const) {
      const score = scores.get(part) ?? { right: 0, proposed: 0, expected: 0, misses: [], wrong: [] }
      const stands = bare(record[part]).includes(key)
      const moved = !stands && elsewhere.includes(key)
      if (section === part && !moved) score.expected += 1
      if (stands) score.proposed += 1
      if (stands && section === part) score.right += 1
      if (section === part && !stands && !moved) score.misses.push(`${story.name}: ${text}`)
      if (stands && section !== part) score.wrong.push(`${story.name}: [${section}] ${text}`)
      scores.set(part, score)
    }
  }
}

/** A table of all fields, for people. */
export function tableOf(scores: ReadonlyMap<string, FieldScore>): string {
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)
  return [...scores]
    .map(([field, { right, proposed, expected }]) =>
      [
        field.padEnd(16),
        `P ${percent(right, proposed)}`.padEnd(10),
        `R ${percent(right, expected)}`.padEnd(10),
        `${right}/${proposed}/${expected}`,
      ].join(' '),
    )
    .join('\n')
}
