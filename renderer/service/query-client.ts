import { QueryClient } from '@tanstack/react-query'
import { ServiceError } from './service-error.ts'

/** Offline is this program's normal state, so queries never wait for a network. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}
