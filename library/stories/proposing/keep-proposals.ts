import type { LibraryAccess } from '../../store/library-access.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import { beginStory } from '../begin-story.ts'
import type { KeptStory } from '../kept-story.ts'
import type { OfficePerson, StoryEvent } from '../process/process-view.ts'
import type { StoryRecord } from '../story.schema.ts'
import type { StorySummary } from '../story-view.ts'
import { findSummaries } from '../summaries/list-stories.ts'
import { proposalError } from './proposal-errors.ts'
import type { StoryProposal } from './proposal-view.ts'
import type { ProposalUpload, ReceivedProposals } from './received-proposals.ts'
import { STORY_SHEET_TARGET } from './story-columns.ts'

/** What keeping writes, done by the writer's thread. */
export interface KeepWrites {
  insertStories(stories: readonly KeptStory[], detail?: StoryEvent['detail']): Promise<unknown>
  keepBlobs(blobs: readonly { sha256: string; size: number; mediaType: string }[]): Promise<unknown>
  saveColumnMatch(target: string, columns: readonly string[], match: readonly ColumnMatch[]): Promise<unknown>
}

/**
 * Keeps proposals that a person confirmed as drafts, with their pictures and the files they were read from. One that
 * was kept before is given again and not kept twice.
 * @throws {ProposalError} PROPOSALS_NOT_FOUND for a proposal that is none, PROPOSAL_FILE_MISSING
 */
export async function keepProposals(
  library: LibraryAccess,
  writes: KeepWrites,
  received: ReceivedProposals,
  upload: ProposalUpload,
  confirmed: readonly { readonly id: string; readonly record: StoryRecord }[],
  person: OfficePerson,
): Promise<StorySummary[]> {
  const read = await received.read(upload)
  const byId = new Map(read.proposals.map((proposal) => [proposal.id, proposal]))
  const chosen = confirmed.map((one) => {
    const proposal = byId.get(one.id)
    if (!proposal) throw proposalError('PROPOSALS_NOT_FOUND', '要留下的故事不在这次导入里。')
    return { ...one, proposal }
  })
  const ids: string[] = []
  const kept = new Map<string, string>()
  for (const { record, proposal } of chosen) {
    const known = proposal.kept ?? kept.get(proposal.id)
    if (known !== undefined) {
      ids.push(known)
      continue
    }
    await keepFiles(library, writes, upload, record)
    const story = beginStory(record, person.name, library.clock())
    await writes.insertStories([story], importedFrom(proposal, person))
    ids.push(story.id)
    kept.set(proposal.id, story.id)
    await received.markKept(upload, proposal.id, story.id)
  }
  for (const { columns } of read.sheets ?? []) {
    await writes.saveColumnMatch(
      STORY_SHEET_TARGET,
      columns.map(({ column }) => column),
      columns,
    )
  }
  const summaries = await findSummaries(library.db, ids)
  return ids.flatMap((id) => summaries.get(id) ?? [])
}

const importedFrom = ({ file, row, record }: StoryProposal, person: OfficePerson): StoryEvent['detail'] => {
  const source = record.sources.find((one) => one.file)?.file
  return { person: person.id, file, ...(row !== undefined && { row }), ...(source && { sha256: source.sha256 }) }
}

/** What the record names goes from the upload into the library; what is there already stays. */
async function keepFiles(library: LibraryAccess, writes: KeepWrites, { files }: ProposalUpload, record: StoryRecord) {
  const named = [...record.media, ...record.sources.flatMap(({ file }) => (file ? [file] : []))]
  for (const { sha256 } of named) {
    if (await library.blobs.has(sha256)) continue
    if (!(await files.has(sha256)) || !(await library.blobs.receive(sha256, files.stream(sha256)))) {
      throw proposalError('PROPOSAL_FILE_MISSING')
    }
  }
  await writes.keepBlobs(named.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType })))
}
