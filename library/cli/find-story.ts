import type { StoryPage, StorySummary } from '../stories/story-view.ts'
import { namedOne } from './named-one.ts'
import type { ServiceClient } from './service-client.ts'

/**
 * The story of an id, a title, or a beginning of either that no other story has.
 * @param own only one that was made here, so that it can be changed
 * @param state `discarded` looks among those that were deleted
 */
export async function findStory(
  client: ServiceClient,
  named: string,
  options: { readonly own?: boolean; readonly state?: 'discarded' } = {},
): Promise<StorySummary> {
  const given = named.replace(/^《(.+)》$/, '$1').trim()
  const query = new URLSearchParams({ q: given.slice(0, 200), limit: '500' })
  if (options.own) query.set('own', 'true')
  if (options.state) query.set('state', options.state)
  const { stories } = await client.call<StoryPage>('GET', `/api/stories?${query}`)
  return namedOne(stories, given, { kind: '故事', list: 'xinhuo story list' })
}
