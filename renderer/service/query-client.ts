import { QueryCache, QueryClient } from '@tanstack/react-query'
import { queryKeys } from './keys.ts'
import { ServiceError } from './service-error.ts'

/** Offline is this program's normal state, so queries never wait for a network. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // A token that stopped counting shows at the settings, which the whole window stands on.
        if (isRefused(error) && query.queryKey[0] !== queryKeys.settings[0]) {
          void client.invalidateQueries({ queryKey: queryKeys.settings })
        }
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof ServiceError && error.status === 0 && failures < 2,
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

/** True when the service did not accept this window's token. */
export function isRefused(error: unknown): boolean {
  return error instanceof ServiceError && error.status === 401
}
