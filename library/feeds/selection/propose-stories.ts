import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { findChoices, type KeptFeed } from '../feeds.repository.ts'
import type { KeptEntry } from '../issues/entries.repository.ts'
import { standingEntries } from '../issues/standing-entries.ts'
import { findCandidates, findCandidatesByIds, findElsewhere, findExamples, findShown } from './candidates.repository.ts'
import { type JudgedStory, selectStories } from './select-stories.ts'

/**
 * Proposes the stories of a column's next issue: those chosen, then others that fit, then those kept out.
 * @param entries every entry there ever was of the column
 * @param only these stories instead of what the criteria choose, in their order
 */
export async function proposeStories(
  { db, clock }: LibraryAccess,
  feed: KeptFeed,
  entries: readonly KeptEntry[],
  only?: readonly string[] | undefined,
): Promise<JudgedStory[]> {
  const today = localDate(clock())
  const { definition } = feed
  const standing = standingEntries(entries)
  const inColumn = new Set(standing.map(({ storyId }) => storyId))
  const choices = await findChoices(db, feed.id)
  const excluded = choices.filter(({ choice, storyId }) => choice === 'exclude' && !inColumn.has(storyId))
  const wanted = only ?? choices.filter(({ choice }) => choice === 'pin').map(({ storyId }) => storyId)
  const named = await findCandidatesByIds(db, [...wanted, ...excluded.map(({ storyId }) => storyId)])
  const byId = new Map(named.map((story) => [story.id, story]))
  const pinned = wanted.flatMap((id) => (inColumn.has(id) ? [] : (byId.get(id) ?? [])))
  const candidates = only ? [] : await findCandidates(db, feed.id, definition.criteria, today)
  const fits = new Set(candidates.map(({ id }) => id))
  const judged = selectStories({
    definition,
    today,
    candidates,
    pinned,
    excluded: new Set(excluded.map(({ storyId }) => storyId)),
    shown: await findShown(db, standing),
    elsewhere: await findElsewhere(db, feed.id),
    examples: await findExamples(db),
  })
  const reasons = new Map(choices.map((choice) => [choice.storyId, choice]))
  return [
    ...judged.map((story) => {
      const pin = reasons.get(story.id)
      const isPin = story.pinned && pin?.choice === 'pin'
      return {
        ...story,
        pinned: isPin,
        speaksFor: isPin ? [`${pin.by}指定要登：${pin.reason}`, ...story.speaksFor] : story.speaksFor,
        speaksAgainst:
          only || fits.has(story.id) ? story.speaksAgainst : ['不合这个专栏的条件', ...story.speaksAgainst],
      }
    }),
    ...excluded.flatMap(({ storyId, by, reason }) =>
      byId.has(storyId)
        ? [{ id: storyId, chosen: false, pinned: false, speaksFor: [], speaksAgainst: [`${by}排除了：${reason}`] }]
        : [],
    ),
  ]
}
