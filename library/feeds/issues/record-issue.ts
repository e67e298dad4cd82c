import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { appendEvent } from '../../stories/process/event-chain.ts'
import { markAnswersIssued } from '../../stories/responses/answers-for-issue.ts'
import { advanceIssue, findChoices } from '../feeds.repository.ts'
import type { Doing } from '../keep-feeds.ts'
import { correctEntry, findEntries, insertEntries } from './entries.repository.ts'
import { findStoryItems, type NewEntry } from './pending-changes.ts'
import { standingEntries } from './standing-entries.ts'

/** An issue as it was planned and checked. */
export interface IssueToRecord {
  readonly feedId: string
  readonly issue: number
  readonly stories: readonly NewEntry[]
  readonly corrections: readonly NewEntry[]
  readonly withdrawals: readonly NewEntry[]
  readonly answers: readonly NewEntry[]
  readonly answered: readonly string[]
}

/**
 * Fixes the entries of an issue, with the record of it: all or nothing.
 * @returns false when something changed since it was planned: nothing is written then
 */
export async function recordIssue(
  db: Kysely<LibraryTables>,
  planned: IssueToRecord,
  { by, at }: Doing,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { feedId, issue, stories, corrections, withdrawals, answers, answered } = planned
    if (!(await isAsPlanned(trx, planned))) return false
    if (!(await advanceIssue(trx, feedId, issue - 1, at))) return false
    const [newest] = await findEntries(trx, feedId)
    // The newest is listed first: what stands first in the issue comes last.
    const entries = [...withdrawals, ...corrections, ...answers, ...stories.toReversed()]
    await insertEntries(
      trx,
      entries.map((entry, index) => ({ ...entry, number: (newest?.number ?? 0) + index + 1 })),
    )
    for (const { of, title, revision } of corrections) {
      if (of !== undefined) await correctEntry(trx, of, { title, revision, at })
    }
    await markAnswersIssued(trx, feedId, answered, issue)
    const ids = (some: readonly NewEntry[]) => some.flatMap(({ storyId }) => storyId ?? [])
    await appendEvent(trx, {
      subject: 'feed',
      subjectId: feedId,
      type: 'issue',
      by,
      at,
      detail: {
        issue,
        stories: stories.map(({ storyId, revision }) => ({ storyId, revision })),
        corrections: ids(corrections),
        withdrawals: ids(withdrawals),
        answers: answered.length,
      },
    })
    return true
  })
}

/** The stories are still what was looked at, readers still get them, and nobody keeps them out. */
async function isAsPlanned(
  trx: Kysely<LibraryTables>,
  { feedId, stories, corrections }: IssueToRecord,
): Promise<boolean> {
  const leaving = [...stories, ...corrections]
  const items = await findStoryItems(
    trx,
    leaving.flatMap(({ storyId }) => storyId ?? []),
  )
  const isSame = leaving.every(({ storyId, revision }) => {
    const item = items.get(storyId ?? '')
    return item !== undefined && item.gone === undefined && item.revision === revision
  })
  const excluded = new Set(
    (await findChoices(trx, feedId)).flatMap((one) => (one.choice === 'exclude' ? one.storyId : [])),
  )
  const standing = new Set(standingEntries(await findEntries(trx, feedId)).map(({ id }) => id))
  return (
    isSame &&
    stories.every(({ storyId }) => !excluded.has(storyId ?? '')) &&
    corrections.every(({ of }) => standing.has(of ?? ''))
  )
}
