import { titleInitials, titleSound } from '../../items/title-key.ts'
import { foldWords } from '../../stories/summaries/keep-summary.ts'
import type { MaterialRecord } from './material.schema.ts'
import type { MaterialSummary } from './material-view.ts'

/** What a list says of a material besides where it is kept and what changed: the JSON of `material_summary.facts`. */
export type MaterialFacts = Pick<
  MaterialSummary,
  'summary' | 'kind' | 'on' | 'startsAt' | 'place' | 'parts' | 'minutes' | 'topics' | 'posts' | 'level' | 'label'
>

/** Characters of all that a material is found by in a list. */
const LONGEST_KEY = 3000

export function materialFacts(record: MaterialRecord): MaterialFacts {
  const { summary, topics, audience, label } = record
  const common = { summary, topics, posts: audience.posts, level: audience.level, label, ...sizeOf(record) }
  if (record.type !== 'meeting') return common
  const { kind, on, startsAt, place } = record
  return { ...common, kind, on, startsAt, place }
}

function sizeOf(record: MaterialRecord): { parts: number; minutes: number } {
  switch (record.type) {
    case 'meeting':
      return { parts: record.parts.length, minutes: total(record.parts) }
    case 'drill':
      return { parts: record.turns.length, minutes: record.minutes }
    case 'guide':
      return { parts: record.steps.length, minutes: 0 }
    case 'path':
      return { parts: record.steps.length, minutes: total(record.steps) }
  }
}

const total = (all: readonly { readonly minutes: number }[]) => all.reduce((sum, { minutes }) => sum + minutes, 0)

/** Lines that a filter looks for: `topic 宅基地`, each between line ends. */
export function materialFacets({ kind, topics, posts, level }: MaterialFacts): string {
  const lines = [
    `level ${level}`,
    ...(kind ? [`kind ${kind}`] : []),
    ...topics.map((topic) => `topic ${topic}`),
    ...posts.map((post) => `post ${post}`),
  ]
  return `\n${lines.join('\n')}\n`
}

/** The title with its initials and sound, what it is filed under, and what its parts are called. */
export function materialKey(record: MaterialRecord): string {
  const names =
    record.type === 'meeting'
      ? [record.place ?? '', ...record.parts.map(({ title }) => title)]
      : record.type === 'drill'
        ? record.turns.map(({ title }) => title)
        : record.steps.map((step) => ('action' in step ? step.action : step.title))
  const lines = [
    foldWords(record.title),
    titleInitials(record.title),
    titleSound(record.title),
    ...[...record.topics, ...record.audience.posts, record.summary ?? '', ...names].map(foldWords),
  ]
  return [...new Set(lines.filter((line) => line !== ''))].join('\n').slice(0, LONGEST_KEY)
}
