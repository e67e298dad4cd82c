import { listed } from '../store/many-rows.ts'
import type { Citation, CitingWork } from '../updates/touched-work.ts'

/** Columns, for what an update says it touches: by the stories that stand in them. */
export const citingFeeds: CitingWork = {
  work: 'feed',
  workName: '专栏',
  async citationsOf(db, itemIds) {
    const rows = await db
      .selectFrom('feed_entry as entry')
      .innerJoin('feed', 'feed.id', 'entry.feed_id')
      .where('entry.story_id', 'in', listed(itemIds))
      .where('entry.type', '=', 'story')
      .where('feed.discarded_at', 'is', null)
      .where('entry.id', 'not in', (from) =>
        from
          .selectFrom('feed_entry as gone')
          .where('gone.story_id', 'in', listed(itemIds))
          .where('gone.type', '=', 'withdrawal')
          .where('gone.of_entry', 'is not', null)
          .select((select) => select.ref('gone.of_entry').$castTo<string>().as('id')),
      )
      .select(['entry.story_id', 'entry.title', 'entry.issue', 'feed.id', 'feed.definition'])
      .orderBy('feed.created_at')
      .orderBy('entry.number')
      .execute()
    return rows.flatMap(({ story_id, title, issue, id, definition }): Citation[] => {
      if (story_id === null) return []
      const { title: column } = JSON.parse(definition) as { title: string }
      return [{ id, title: `${column}第 ${issue} 期：${title}`, open: `/feeds/${id}`, itemId: story_id }]
    })
  },
}
