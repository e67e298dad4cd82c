import { mayBeNamed, publicName } from './public-name.ts'
import type { StoryRecord } from './story.schema.ts'

/**
 * The record as readers may see it: every name that no consent covers is replaced by the alias, wherever it stands.
 * What never leaves is left out: consents with their papers, the files of sources, who verified them.
 */
export function publicRecord(record: StoryRecord): StoryRecord {
  const hide = hideNames(record)
  const line = (text: string | undefined) => (text === undefined ? undefined : hide(text))
  const { cost, evidence } = record
  return {
    ...record,
    title: hide(record.title),
    summary: line(record.summary),
    themes: record.themes.map(hide),
    topics: record.topics.map(hide),
    posts: record.posts.map(hide),
    places: record.places.map(hide),
    groups: record.groups.map(hide),
    audience: record.audience.map(hide),
    label: line(record.label),
    people: record.people.map((person) => ({
      id: person.id,
      name: hide(publicName(person, record.consents)),
      part: person.part,
      ...(person.post !== undefined && { post: hide(person.post) }),
      ...(person.groups && { groups: person.groups.map(hide) }),
    })),
    problem: hide(record.problem),
    done: hide(record.done),
    cost: { people: line(cost.people), money: line(cost.money), time: line(cost.time), powers: line(cost.powers) },
    failed: hide(record.failed),
    result: hide(record.result),
    evidence: { how: hide(evidence.how), kinds: evidence.kinds },
    caution: hide(record.caution),
    policies: record.policies.map((policy) => ({ ...policy, title: hide(policy.title), note: line(policy.note) })),
    quotes: record.quotes.map((quote) => ({
      id: quote.id,
      text: hide(quote.text),
      by: hide(nameOf(record, quote.by)),
    })),
    media: record.media.map((media) => ({
      ...media,
      name: hide(media.name),
      caption: line(media.caption),
      alternative: line(media.alternative),
      place: line(media.place),
      author: line(media.author),
    })),
    sources: record.sources.map(({ id, title, type, on, verified }) => ({
      id,
      title: hide(title),
      type,
      on,
      ...(verified && { verified: { by: '', on: verified.on } }),
    })),
    consents: [],
  }
}

/** Who said a quote may be written as a person's id. */
const nameOf = ({ people }: StoryRecord, by: string) => people.find(({ id }) => id === by)?.name ?? by

/**
 * Replaces the names of those who may not be named, the longest first, in one go: an alias is never searched again.
 * A name may be set with blanks between its characters (张　三).
 */
function hideNames(record: StoryRecord): (text: string) => string {
  const aliases = new Map<string, string>()
  for (const person of record.people) {
    const name = bare(person.name)
    if ([...name].length < 2 || mayBeNamed(person, record.consents)) continue
    aliases.set(name, publicName(person, record.consents))
  }
  if (aliases.size === 0) return (text) => text
  const longestFirst = [...aliases.keys()].toSorted((a, b) => b.length - a.length)
  const names = new RegExp(longestFirst.map(spaced).join('|'), 'giu')
  const byName = new Map([...aliases].map(([name, alias]) => [name.toLowerCase(), alias]))
  return (text) => text.replace(names, (found) => byName.get(bare(found).toLowerCase()) ?? found)
}

const bare = (name: string) => name.replace(/\s/gu, '')
const spaced = (name: string) =>
  [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')).join('[ \\t\\u00a0\\u3000]*')
