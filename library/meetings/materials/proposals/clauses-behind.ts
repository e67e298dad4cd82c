import { AppError } from '../../../errors/app-error.ts'
import { findItem } from '../../../items/items.repository.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import { readPublicStory } from '../../../stories/read-public-story.ts'
import { resolvePolicies } from '../../../stories/resolve-policies.ts'
import { named } from '../validity/examined.ts'
import type { FoundProposal, ProposalRequest } from './found-proposal.ts'
import { snippetOf } from './snippet-of.ts'

const MOST_STORIES = 20

/** The clauses behind the stories that are told, as far as this library holds them. */
export async function clausesBehind(library: LibraryAccess, { stories }: ProposalRequest): Promise<FoundProposal[]> {
  const found: FoundProposal[] = []
  for (const storyId of stories.slice(0, MOST_STORIES)) {
    const read = await readPublicStory(library, storyId).catch((error: unknown) => {
      // A story that went has no clauses to propose.
      if (error instanceof AppError) return undefined
      throw error
    })
    if (!read) continue
    for (const { itemId, anchor, title, provision } of await resolvePolicies(library, read.story.policies)) {
      const item = itemId === undefined ? undefined : await findItem(library.db, itemId)
      if (!item) continue
      found.push({
        reference: { itemId: item.id, ...(anchor !== undefined && { anchor }) },
        partType: 'reading',
        ...(anchor === undefined ? { title: item.title } : { title, provision }),
        snippet: (await snippetOf(library, item.current_revision, anchor)) ?? item.description ?? '',
        reasons: [`故事《${read.content.title}》用到${provision ?? named(title)}`],
        posts: [],
      })
    }
  }
  return found
}
