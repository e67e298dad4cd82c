import type { FeedEdition } from '../feed-edition.ts'
import type { Leaving } from '../issues/find-stops.ts'
import { standingEntries } from '../issues/standing-entries.ts'

/** Everything that leaves with an edition, to be looked at before it does. */
export const leavingOf = ({ definition, entries, answers }: FeedEdition): Leaving => ({
  definition,
  stories: standingEntries(entries).flatMap(({ storyId, revision }) =>
    revision === undefined ? [] : [{ id: storyId, revision }],
  ),
  entries,
  answers: [...answers.values()],
})
