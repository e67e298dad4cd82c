import type { LibraryAccess } from '../../../store/library-access.ts'
import { citationsOf } from '../citations-of.ts'
import type { MaterialProposal, MaterialView } from '../material-view.ts'
import { audienceReasons } from './audience-reasons.ts'
import { clausesBehind } from './clauses-behind.ts'
import type { FoundProposal, ProposalRequest } from './found-proposal.ts'
import { sameTopic } from './same-topic.ts'
import { storiesShowing } from './stories-showing.ts'
import { topicsOf } from './topics-of.ts'

/** Proposals at most, of each type of part. */
const MOST_OF_TYPE = 8

/**
 * What fits a material or one of its parts, each with its reasons: stories that show a clause it reads, clauses behind
 * a story it tells, and what is on the same topic. Those with more reasons stand first, then in the order in which they
 * were found; who wrote them, or how often they are used, says nothing.
 * @param partId only for this part
 */
export async function proposeParts(
  library: LibraryAccess,
  view: MaterialView,
  partId?: string,
): Promise<MaterialProposal[]> {
  const citations = citationsOf(view.record).filter((citation) => partId === undefined || citation.partId === partId)
  const request: ProposalRequest = {
    citations,
    stories: citations.flatMap(({ what, itemId }) => (what === 'story' && itemId !== undefined ? [itemId] : [])),
    topics: await topicsOf(library, view.record, citations),
    audience: view.record.audience,
  }
  const found = [
    ...(await storiesShowing(library, request)),
    ...(await clausesBehind(library, request)),
    ...(await sameTopic(library, request)),
  ]
  return chosen(merged(found, request), namedIn(view))
}

/** Each thing once, with all the reasons for it. */
function merged(found: readonly FoundProposal[], { audience }: ProposalRequest): MaterialProposal[] {
  const byReference = new Map<string, FoundProposal>()
  for (const proposal of found) {
    const key = referenceKey(proposal.reference)
    const before = byReference.get(key)
    const reasons = [...new Set([...(before?.reasons ?? []), ...proposal.reasons])]
    byReference.set(key, { ...(before ?? proposal), reasons })
  }
  return [...byReference.values()].map(({ posts, level, ...proposal }) => ({
    ...proposal,
    reasons: [...proposal.reasons, ...audienceReasons({ posts, level }, audience)],
  }))
}

function chosen(proposals: readonly MaterialProposal[], named: ReadonlySet<string>): MaterialProposal[] {
  const open = proposals.filter(({ reference }) => !named.has(referenceKey(reference)) && !named.has(reference.itemId))
  const given = new Map<string, number>()
  return open
    .toSorted((a, b) => b.reasons.length - a.reasons.length)
    .filter(({ partType }) => {
      const count = (given.get(partType) ?? 0) + 1
      given.set(partType, count)
      return count <= MOST_OF_TYPE
    })
}

const referenceKey = ({ itemId, anchor = '' }: MaterialProposal['reference']): string => `${itemId} ${anchor}`

/** What the material has already: whole things by their id, passages by their place and, for whole texts, by theirs. */
function namedIn({ id, record }: MaterialView): ReadonlySet<string> {
  const named = new Set([id])
  for (const { what, itemId, anchor = '' } of citationsOf(record)) {
    if (itemId === undefined) continue
    named.add(`${itemId} `)
    named.add(what === 'passage' ? `${itemId} ${anchor}` : itemId)
  }
  return named
}
