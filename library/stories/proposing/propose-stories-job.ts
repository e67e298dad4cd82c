import { z } from 'zod'
import type { JobContext } from '../../jobs/job-runner.ts'
import { proposalError } from './proposal-errors.ts'
import type { ProposingResult } from './proposal-view.ts'
import { type ProposeMeans, proposeFiles } from './propose-files.ts'
import type { ReceivedProposals } from './received-proposals.ts'

const Parameters = z.object({ upload: z.uuid(), paths: z.array(z.string()) })

/**
 * The job `propose-stories`: reads many files into the proposals of an upload.
 * What was read when it is cancelled is there to be looked at; nothing was kept.
 */
export async function proposeStoriesJob(
  parameters: unknown,
  means: ProposeMeans & { readonly received: ReceivedProposals },
  context: JobContext,
): Promise<ProposingResult> {
  const { upload: id, paths } = Parameters.parse(parameters)
  const started = performance.now()
  const upload = await means.received.find(id)
  const read = await proposeFiles(paths, upload, means, context)
  if (read.proposals.length === 0 && read.skipped.length === 0) throw proposalError('PROPOSALS_NONE')
  await means.received.write(upload, read)
  const seconds = Math.round((performance.now() - started) / 100) / 10
  return { upload: id, proposals: read.proposals.length, skipped: read.skipped.length, seconds }
}
