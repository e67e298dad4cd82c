import { queryOptions } from '@tanstack/react-query'
import type { BalanceView } from '../../../library/feeds/feed-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

export interface BalanceSpan {
  readonly feed?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Who is told about: in one column or in everything published, over a span of days. */
export const balanceQuery = ({ feed, from, until }: BalanceSpan) =>
  queryOptions({
    queryKey: [...queryKeys.feeds, 'balance', feed ?? '', from ?? '', until ?? ''],
    queryFn: ({ signal }) =>
      request<BalanceView>('GET', '/api/feeds/balance', { query: { feed, from, until }, signal }),
    // The pictures stay while another span is asked for.
    placeholderData: (before) => before,
  })
