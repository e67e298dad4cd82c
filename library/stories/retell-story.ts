import type { RevisionContent } from '../items/revision.schema.ts'
import { sectionTexts } from './derive-story.ts'
import { COST_LABELS } from './render-story.ts'
import { type PublicStory, StoryRecord } from './story.schema.ts'

/**
 * A draft that begins with what a published story says, to tell one's own after it: its pictures, people, quotes and
 * sources stay with those who gave them.
 */
export function retellStory(content: RevisionContent, story: PublicStory): StoryRecord {
  const { cost, how, ...texts } = sectionTexts(content.body)
  return StoryRecord.parse({
    format: 1,
    title: content.title.slice(0, 200),
    summary: content.description?.slice(0, 500),
    themes: story.themes.slice(0, 10),
    topics: content.topics?.slice(0, 20),
    posts: content.posts?.slice(0, 10),
    groups: story.groups.slice(0, 10),
    audience: story.audience.slice(0, 10),
    ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, withoutPictures(text)])),
    cost: costOf(cost),
    evidence: { how: withoutPictures(how), kinds: [] },
    policies: story.policies,
    sources: [{ id: 'source-1', title: `《${content.title}》`.slice(0, 300), type: 'document' }],
  })
}

/** A section's words, without its pictures and what stands below them. */
export const withoutPictures = (text: string): string =>
  text
    .replace(/!\[[^\]]*\]\([^)]*\)(?:\n图：[^\n]+)?/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, 20_000)

/** As this library writes it, by what each line says; else all of it as what people gave. */
function costOf(text: string): StoryRecord['cost'] {
  const lines = text.split('\n').map((line) => line.replace(/^[-*]\s+/u, '').trim())
  const found = COST_LABELS.flatMap(({ field, label }) => {
    const line = lines.find((one) => one.startsWith(`${label}：`))
    return line === undefined
      ? []
      : [
          [
            field,
            line
              .slice(label.length + 1)
              .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')
              .slice(0, 500),
          ] as const,
        ]
  })
  if (found.length > 0) return Object.fromEntries(found)
  const all = text.replace(/\s+/gu, ' ').trim()
  return all === '' ? {} : { people: all.slice(0, 500) }
}
