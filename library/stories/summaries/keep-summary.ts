import type { Kysely } from 'kysely'
import { titleInitials, titleSound } from '../../items/title-key.ts'
import { foldText } from '../../search/han-text.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { KeptStory } from '../kept-story.ts'
import { textBands } from '../likeness/text-bands.ts'
import { factsOfOwn } from './facts-of-own.ts'
import { isBeingCorrected } from './is-being-corrected.ts'
import { policyPlaces } from './policy-place.ts'
import type { ListedFacets, StoryFacts } from './story-facts.ts'
import { deleteSummary, replaceSummary, type SummaryRow } from './summaries.repository.ts'

/**
 * Characters of everything a story is found by in a list: a story of the library is found in its text by searching, one
 * that is being told here only by this.
 */
const LONGEST_KEY = { own: 3000, other: 900 }
/** What may be somebody's or some place's name, and is found by its initials and its sound too. */
const NAME = /^\p{Script=Han}{2,8}$/u

/** What a list says of an own story, in the transaction that keeps it; nothing of one that was deleted. */
export async function keepOwnSummary(trx: Kysely<LibraryTables>, story: KeptStory): Promise<void> {
  if (story.discardedAt !== undefined) return deleteSummary(trx, story.id)
  const counted = isBeingCorrected(story) ? 'as-before' : undefined
  await keepSummary(trx, factsOfOwn(story), counted)
}

/**
 * What a list says of a story, in the caller's transaction.
 * @param counted what columns and the balance count it by, where that is not what it says now: of a story that is being
 *   corrected they count what readers see
 */
export async function keepSummary(
  trx: Kysely<LibraryTables>,
  facts: StoryFacts,
  counted: StoryFacts | 'as-before' = facts,
): Promise<void> {
  const facets = counted === 'as-before' ? undefined : facetsOf(counted)
  await replaceSummary(trx, summaryRow(facts), facets, policyPlaces(facts.policies), textBands(facts.text))
}

export function summaryRow(facts: StoryFacts): SummaryRow {
  const { themes, topics, posts, places, groups, heroes } = facts
  const listed: ListedFacets = { themes, topics, posts, places, groups, heroes }
  return {
    id: facts.id,
    own: facts.own ? 1 : 0,
    state: facts.state,
    title: facts.title,
    title_initials: titleInitials(facts.title),
    summary: facts.summary ?? null,
    search_key: searchKey(facts),
    happened_from: facts.happenedFrom ?? null,
    evidence: facts.evidence,
    pictures: facts.pictures,
    cover: facts.cover ?? null,
    published_on: facts.publishedOn ?? null,
    review_on: facts.reviewOn ?? null,
    due_on: facts.dueOn ?? null,
    scheduled_for: facts.scheduledFor ?? null,
    revision: facts.revision ?? null,
    facets: JSON.stringify(listed),
    updated_at: facts.updatedAt,
  }
}

function facetsOf(facts: StoryFacts): { type: string; value: string }[] {
  const values = {
    theme: facts.themes,
    topic: facts.topics,
    post: facts.posts,
    place: facts.places,
    group: facts.groups,
    audience: facts.audience,
    hero: facts.heroNames,
  }
  return Object.entries(values).flatMap(([type, all]) =>
    [...new Set(all)].filter((value) => value !== '').map((value) => ({ type, value })),
  )
}

/** Words as typed and as kept: folded, and spaces do not count. */
export const foldWords = (words: string): string => foldText(words).replace(/\s/gu, '')

/** The title, what it is filed under and who is in it, with the initials and the sound of these; then the summary and the text as far as they go. */
function searchKey(facts: StoryFacts): string {
  const filed = [...facts.places, ...facts.themes, ...facts.topics, ...facts.posts, ...facts.groups]
  const names = [...new Set([...facts.heroes, ...facts.words, ...facts.places])].filter((name) => NAME.test(name))
  const lines = [
    foldWords(facts.title),
    titleInitials(facts.title),
    titleSound(facts.title),
    ...[...facts.heroes, ...facts.words, ...filed].map(foldWords),
    ...names.flatMap((name) => [titleInitials(name), titleSound(name)]),
    foldWords(facts.summary ?? ''),
    ...facts.policies.map(({ title, provision = '' }) => foldWords(title + provision)),
    ...(facts.own ? [foldWords(facts.text)] : []),
  ]
  return [...new Set(lines.filter((line) => line !== ''))]
    .join('\n')
    .slice(0, facts.own ? LONGEST_KEY.own : LONGEST_KEY.other)
}
