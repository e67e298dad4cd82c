import type { StoryPage, StorySummary } from '../stories/story-view.ts'
import { CommandError } from './command-context.ts'
import type { ServiceClient } from './service-client.ts'

/** Titles named where several are meant. */
const NAMED = 5

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
  const whole = stories.filter(({ id, title }) => id === given || title === given)
  const begun = stories.filter(({ id, title }) => id.startsWith(given) || title.startsWith(given))
  const found = whole.length > 0 ? whole : begun.length > 0 ? begun : stories
  if (found.length === 1 && found[0]) return found[0]
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `没有“${given}”这个故事。` : `有 ${found.length} 个故事都像是“${given}”。`,
    todo:
      found.length === 0
        ? '用 xinhuo story list 查看编号和标题。'
        : `请写编号：${found
            .slice(0, NAMED)
            .map(({ id, title }) => `${id}（${title}）`)
            .join('、')}${found.length > NAMED ? '……' : ''}。`,
  })
}
