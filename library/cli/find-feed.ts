import type { FeedSummary } from '../feeds/feed-view.ts'
import { CommandError } from './command-context.ts'
import type { ServiceClient } from './service-client.ts'

/**
 * The column of an id, a title, or a beginning of either that no other column has.
 * @param options.state `discarded` looks among those that were deleted
 * @throws {CommandError} USAGE when none or several are meant
 */
export async function findFeed(
  client: ServiceClient,
  named: string,
  options: { readonly state?: 'discarded' } = {},
): Promise<FeedSummary> {
  const feeds = await client.call<FeedSummary[]>('GET', `/api/feeds?${new URLSearchParams(options)}`)
  const given = named.trim()
  const whole = feeds.filter(({ id, title }) => id === given || title === given)
  const begun = feeds.filter(({ id, title }) => given !== '' && (id.startsWith(given) || title.startsWith(given)))
  const found = whole.length > 0 ? whole : begun
  if (found.length === 1 && found[0]) return found[0]
  const named5 = (found.length > 0 ? found : feeds).slice(0, 5).map(({ id, title }) => `${title}（${id}）`)
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `没有“${given}”这个专栏。` : `有 ${found.length} 个专栏都像是“${given}”。`,
    todo: named5.length === 0 ? '可以用 xinhuo feed create 新开一个。' : `请写编号或全名：${named5.join('、')}。`,
  })
}
