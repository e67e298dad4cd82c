import type { MaterialCitation } from '../citations-of.ts'
import type { MaterialProposal, MaterialView } from '../material-view.ts'

/** What is looked for. */
export interface ProposalRequest {
  readonly citations: readonly MaterialCitation[]
  /** Ids of stories that are told. */
  readonly stories: readonly string[]
  readonly topics: readonly string[]
  /** Whom it is for. */
  readonly audience: { readonly posts: readonly string[]; readonly level: MaterialView['level'] }
}

/** A proposal with the facts that say whom it is for. */
export interface FoundProposal extends MaterialProposal {
  readonly posts: readonly string[]
  readonly level?: MaterialView['level'] | undefined
}
