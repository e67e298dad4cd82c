import type { StoryProposal, StoryProposals } from '../../../library/stories/proposing/proposal-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'

/** What became of the proposals of one upload while somebody looks through them. */
export interface ProposalWork {
  readonly records: Readonly<Record<string, StoryRecord>>
  /** To be kept. */
  readonly chosen: ReadonlySet<string>
  /** Fields that were confirmed or changed, as `ID field`. */
  readonly seen: ReadonlySet<string>
  readonly current: string | undefined
}

/** Everything is to be kept at first but what is here already, or was kept before. */
export function beginWork({ proposals }: StoryProposals): ProposalWork {
  return {
    records: Object.fromEntries(proposals.map(({ id, record }) => [id, record])),
    chosen: new Set(proposals.filter(({ like, kept }) => !like && !kept).map(({ id }) => id)),
    seen: new Set(),
    current: proposals[0]?.id,
  }
}

export type WorkStep =
  | { readonly type: 'go'; readonly id: string }
  | { readonly type: 'choose'; readonly ids: readonly string[]; readonly chosen: boolean }
  | { readonly type: 'change'; readonly id: string; readonly record: StoryRecord; readonly field?: string }
  | { readonly type: 'see'; readonly id: string; readonly fields: readonly string[] }

export function proposalWork(work: ProposalWork, step: WorkStep): ProposalWork {
  switch (step.type) {
    case 'go':
      return { ...work, current: step.id }
    case 'choose': {
      const chosen = new Set(work.chosen)
      for (const id of step.ids) step.chosen ? chosen.add(id) : chosen.delete(id)
      return { ...work, chosen }
    }
    case 'change': {
      const seen = step.field === undefined ? work.seen : new Set([...work.seen, `${step.id} ${step.field}`])
      return { ...work, records: { ...work.records, [step.id]: step.record }, seen }
    }
    case 'see':
      return { ...work, seen: new Set([...work.seen, ...step.fields.map((field) => `${step.id} ${field}`)]) }
  }
}

/** The fields of a proposal that nobody has confirmed or changed yet. */
export function unseenFields(work: ProposalWork, proposal: StoryProposal): string[] {
  return [...new Set(proposal.read.map(({ field }) => field))].filter(
    (field) => !work.seen.has(`${proposal.id} ${field}`),
  )
}
