import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { answersForIssue, markAnswersIssued } from '../../../library/stories/responses/answers-for-issue.ts'
import { changeResponse } from '../../../library/stories/responses/change-response.ts'
import { responseDigest } from '../../../library/stories/responses/response-digest.ts'
import type { StoryResponse } from '../../../library/stories/responses/response-view.ts'
import { insertResponses } from '../../../library/stories/responses/responses.repository.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

const person = { id: 'wang', name: '王静', roles: [] }
const said = (id: string, more: Partial<StoryResponse>) => ({
  ...({
    id,
    way: 'card',
    givenOn: '2026-03-05',
    receivedAt: '2026-03-06T00:00:00.000Z',
    type: 'question',
    digest: id,
  } as const),
  ...more,
})

/** A column that brought one story, with what came back of both. */
async function openColumn() {
  const library = openLibraryForWriting(path.join(temporaryFolder(), 'library.db'), new Date())
  onTestFinished(() => library.close())
  const { db } = library
  const entry = {
    type: 'story',
    revision: null,
    title: '',
    issue: 1,
    published_at: '',
    updated_at: '',
    note: null,
    of_entry: null,
    number: 1,
    body: null,
  }
  await db
    .insertInto('feed_entry')
    .values({ ...entry, id: 'tag:a,2026:1', feed_id: 'lan', story_id: 'gushi-a' })
    .execute()
  await insertResponses(db, [
    said('of-column', { feedId: 'lan', text: '专栏多久一期？' }),
    said('of-its-story', { storyId: 'gushi-a', text: '花了多少钱？' }),
    said('of-another', { storyId: 'gushi-b', text: '这个呢？' }),
    said('of-another-column', { storyId: 'gushi-a', feedId: 'qita', text: '那个呢？' }),
    said('opinion', { storyId: 'gushi-a', type: 'opinion', useful: 'yes' }),
  ])
  const answer = (id: string, text: string | null) =>
    changeResponse(db, id, { answer: text }, person, '2026-03-07T00:00:00.000Z', '2026-03-07')
  return { db, answer }
}

describe('answers to questions', () => {
  it('wait for the next issue of the column that they are about, or that brought the story', async () => {
    const { db, answer } = await openColumn()
    expect(await answersForIssue(db, 'lan')).toEqual([])
    for (const id of ['of-column', 'of-its-story', 'of-another', 'of-another-column']) await answer(id, `答${id}`)
    expect(await answersForIssue(db, 'lan')).toEqual([
      { id: 'of-column', question: '专栏多久一期？', answer: '答of-column' },
      { id: 'of-its-story', question: '花了多少钱？', answer: '答of-its-story', storyId: 'gushi-a' },
    ])
  })

  it('go out once, and cannot be changed or taken back then', async () => {
    const { db, answer } = await openColumn()
    await answer('of-column', '每月一期。')
    await answer('of-its-story', '四百元。')
    await answer('of-its-story', null)
    await db.transaction().execute((trx) => markAnswersIssued(trx, 'lan', ['of-column'], 3))
    expect(await answersForIssue(db, 'lan')).toEqual([])
    await expect(answer('of-column', '每周一期。')).rejects.toMatchObject({ code: 'RESPONSE_ISSUED' })
    await expect(answer('of-column', null)).rejects.toMatchObject({ code: 'RESPONSE_ISSUED' })
    expect((await answer('of-its-story', '五百元。')).answer).toEqual({ text: '五百元。', on: '2026-03-07' })
    // What the next issue carries is marked for that one alone.
    await db.transaction().execute((trx) => markAnswersIssued(trx, 'lan', ['of-column', 'of-its-story'], 4))
    const rows = await db.selectFrom('story_response').select(['id', 'answer_issue', 'feed_id']).orderBy('id').execute()
    expect(rows.filter(({ answer_issue }) => answer_issue !== null)).toEqual([
      { id: 'of-column', answer_issue: 3, feed_id: 'lan' },
      { id: 'of-its-story', answer_issue: 4, feed_id: 'lan' },
    ])
  })

  it('are counted beside the story and the column', async () => {
    const { db, answer } = await openColumn()
    await answer('of-column', '每月一期。')
    expect(await responseDigest(db, { storyId: 'gushi-a' })).toMatchObject({
      total: 3,
      unanswered: 2,
      useful: { yes: 1 },
    })
    expect(await responseDigest(db, { feedId: 'lan' })).toMatchObject({ total: 3, unanswered: 1 })
    expect(await responseDigest(db, {})).toMatchObject({ total: 5 })
  })
})
