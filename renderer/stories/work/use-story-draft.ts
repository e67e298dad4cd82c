import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { useRecordDraft } from '../../drafts/use-record-draft.ts'
import { actingPersonHeader } from '../../service/acting-person.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { storyAddress, storyKey } from '../story-queries.ts'

/** The record of a story as it is being written: its steps, and how far it is saved. */
export function useStoryDraft(story: StoryView) {
  const client = useQueryClient()
  const { id } = story
  const draft = useRecordDraft<StoryRecord, StoryView>(story, {
    address: storyAddress(id),
    key: storyKey(id),
    conflict: 'STORY_CHANGED',
    lists: ['list', 'vocabulary', 'tasks'].map((list) => [...queryKeys.stories, list]),
    headers: actingPersonHeader,
  })
  const { saver, change } = draft
  /** The service put pictures into the record it keeps; what was written here meanwhile stays and comes on top. */
  const absorbMedia = useCallback(async () => {
    const view = await request<StoryView>('GET', storyAddress(id))
    saver.accept(view)
    client.setQueryData(storyKey(id), view)
    change((record) => {
      const known = new Set(record.media.map((media) => media.id))
      const added = view.record.media.filter((media) => !known.has(media.id))
      return added.length === 0 ? record : { ...record, media: [...record.media, ...added] }
    })
  }, [client, id, saver, change])
  return { ...draft, absorbMedia } as const
}
