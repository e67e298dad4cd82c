import type { LibraryAccess } from '../../store/library-access.ts'
import { FeedDefinition } from '../feed.schema.ts'
import type { FeedEdition } from '../feed-edition.ts'
import { FeedPrivateTextError } from '../feed-errors.ts'
import type { FeedStop } from '../feed-view.ts'
import { findStops, type Leaving } from '../issues/find-stops.ts'
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

/** Stories looked at before others have their turn, and a cancel is noticed. */
const AT_A_TIME = 50

/**
 * Looks at everything that leaves with an edition.
 * @throws {FeedPrivateTextError} with all that must not leave
 */
export async function requireNothingPrivate(
  library: LibraryAccess,
  edition: FeedEdition,
  signal: AbortSignal,
): Promise<void> {
  const leaving = leavingOf(edition)
  const stops: FeedStop[] = await findStops(library, { ...leaving, stories: [] })
  const none = { definition: FeedDefinition.parse({ title: '-' }), entries: [], answers: [] }
  for (let from = 0; from < leaving.stories.length; from += AT_A_TIME) {
    signal.throwIfAborted()
    stops.push(...(await findStops(library, { ...none, stories: leaving.stories.slice(from, from + AT_A_TIME) })))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  if (stops.length > 0) throw new FeedPrivateTextError(stops)
}
