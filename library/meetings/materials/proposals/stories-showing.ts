import type { LibraryAccess } from '../../../store/library-access.ts'
import { storiesOfClause } from '../../../stories/stories-of-clause.ts'
import { named } from '../validity/examined.ts'
import type { FoundProposal, ProposalRequest } from './found-proposal.ts'

/** Clauses whose stories are looked for, and stories of one clause. */
const MOST = { clauses: 40, stories: 5 }

/** Stories that show a clause which is read. */
export async function storiesShowing({ db }: LibraryAccess, { citations }: ProposalRequest): Promise<FoundProposal[]> {
  const clauses = citations.filter(({ what, itemId }) => what === 'passage' && itemId !== undefined)
  const found: FoundProposal[] = []
  const distinct = new Map(clauses.map((clause) => [`${clause.itemId} ${clause.anchor ?? ''}`, clause]))
  for (const { itemId = '', anchor, provision, title } of [...distinct.values()].slice(0, MOST.clauses)) {
    // Of a passage that has no number, stories name the whole text.
    const place = anchor?.startsWith('第') ? anchor : undefined
    for (const story of (await storiesOfClause(db, itemId, place)).slice(0, MOST.stories)) {
      found.push({
        reference: { itemId: story.id },
        partType: 'story',
        title: story.title,
        snippet: story.summary ?? '',
        reasons: [`这个故事用到${place === undefined ? named(title) : (provision ?? place)}`],
        posts: story.posts,
      })
    }
  }
  return found
}
