import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { masked } from '../../templates/document/masked.ts'
import { appendEvent } from '../process/event-chain.ts'
import { findStory } from '../stories.repository.ts'
import { storyChanged } from '../story-errors.ts'
import type { GateFinding } from './gate-view.ts'

/** Somebody's word that a finding may stand, or that it may not after all. */
export interface Overruling {
  readonly storyId: string
  /** The record it was found in. */
  readonly record: string
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly detail: {
    readonly findingId: string
    readonly code: GateFinding['code']
    readonly says: string
    readonly quote?: string
    readonly withdrawn?: true
  }
}

/** What is not itself kept for ever in the record of what was done. */
const HIDDEN: ReadonlySet<GateFinding['code']> = new Set([
  'resident-id',
  'phone',
  'bank-card',
  'address',
  'plate',
  'minor',
  'consent',
  'other-contact',
])

/** What the record of what was done says of a finding. The words themselves are masked: it is never deleted. */
export function overrulingDetail({ id, code, says, place, repair }: GateFinding): Overruling['detail'] {
  const { quote } = place
  const hidden = repair?.type === 'mask' && repair.replacement !== undefined ? repair.replacement : masked(quote ?? '')
  const isHidden = HIDDEN.has(code)
  return {
    findingId: id,
    code,
    says: isHidden && quote ? says.replaceAll(quote, hidden) : says,
    ...(quote !== undefined && { quote: isHidden ? hidden : quote }),
  }
}

/**
 * Records that a finding was overruled.
 * @throws {StoryError} STORY_CHANGED when the story is another by now
 */
export async function keepOverruling(db: Kysely<LibraryTables>, overruling: Overruling): Promise<void> {
  const { storyId, record, by, at, reason, detail } = overruling
  await db.transaction().execute(async (trx) => {
    if ((await findStory(trx, storyId))?.recordSha256 !== record) throw storyChanged()
    await appendEvent(trx, {
      subject: 'story',
      subjectId: storyId,
      type: 'overrule',
      by,
      at,
      reason,
      record,
      detail: { ...detail },
    })
  })
}
