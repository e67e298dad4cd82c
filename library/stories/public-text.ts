import { madeAlias, mayBeNamed, publicName } from './public-name.ts'
import type { StoryPerson, StoryRecord } from './story.schema.ts'

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
  const hidden = record.people.filter(
    (person) => [...bare(person.name)].length >= 2 && !mayBeNamed(person, record.consents),
  )
  if (hidden.length === 0) return (text) => text
  const isName = new RegExp(alternatives(hidden), 'iu')
  const aliases = new Map(
    hidden.map((person) => {
      const alias = publicName(person, record.consents)
      // 李明的妻子 would tell who she is as well.
      return [bare(person.name).toLowerCase(), isName.test(alias) ? madeAlias(person) : alias]
    }),
  )
  // 李明华, who may be named, is not 李明, who may not.
  const names = new RegExp(alternatives(record.people), 'giu')
  return (text) => text.replace(names, (found) => aliases.get(bare(found).toLowerCase()) ?? found)
}

/** The longest name first. */
const alternatives = (people: readonly StoryPerson[]) =>
  people
    .map(({ name }) => bare(name))
    .filter((name) => [...name].length >= 2)
    .toSorted((a, b) => b.length - a.length)
    .map(spaced)
    .join('|')

const bare = (name: string) => name.replace(/\s/gu, '')
const spaced = (name: string) =>
  [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')).join('[ \\t\\u00a0\\u3000]*')
