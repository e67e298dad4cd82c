import type { SenderIdentity } from '../../feedback/sender-identity.ts'
import type { JobContext } from '../../jobs/job-runner.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { FeedEdition } from '../feed-edition.ts'
import type { FeedBuild } from '../feed-view.ts'
import { feedBuildError } from './feed-build-error.ts'

/** What a build needs of the job that runs it. */
export type BuildContext = Pick<JobContext, 'signal' | 'report'>

/**
 * Writes a column into a folder, whole or not at all, and only what changed since it was last written there.
 * @param out an absolute path: empty, or a folder of this column
 * @throws {FeedBuildError}
 */
export async function buildFeed(
  library: LibraryAccess,
  edition: FeedEdition,
  out: string,
  context: BuildContext,
  identity: SenderIdentity,
): Promise<FeedBuild> {
  context.report({ label: edition.definition.title, done: 0, total: 0 })
  throw feedBuildError('FEED_FOLDER_NOT_ALLOWED', `${out} ${identity.publicKey} ${String(library.clock())}`)
}
