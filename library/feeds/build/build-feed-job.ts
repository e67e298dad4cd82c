import { z } from 'zod'
import type { JobContext } from '../../jobs/job-runner.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { FeedBuild, FeedBuildRecord } from '../feed-view.ts'
import { openFeedEdition } from '../open-edition.ts'
import { buildFeed } from './build-feed.ts'
import type { BuildWrites } from './builds.routes.ts'

const Parameters = z.object({ feedId: z.string(), directory: z.string() })

/** What building as a job writes besides. */
export interface BuildJobWrites extends BuildWrites {
  saveFeedBuild(feedId: string, build: FeedBuildRecord): Promise<unknown>
}

/** The job `build-feed`: writes a column into a folder, and remembers where it was written. */
export async function buildFeedJob(
  library: LibraryAccess,
  writes: BuildJobWrites,
  parameters: unknown,
  context: JobContext,
): Promise<FeedBuild> {
  const { feedId, directory } = Parameters.parse(parameters)
  const edition = await openFeedEdition(library, feedId)
  const identity = await writes.ensureSenderIdentity()
  const build = await buildFeed(library, edition, directory, { ...context, writes }, identity)
  const { out, issue, manifest, files } = build
  await writes.saveFeedBuild(feedId, { out, at: library.clock().toISOString(), issue, manifest, files })
  return build
}
