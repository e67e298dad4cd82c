import { useQuery } from '@tanstack/react-query'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export interface About {
  readonly version: string
  readonly library: string
  readonly passages: number
  readonly indexing: boolean
  readonly readOnly: boolean
  readonly shell: 'electron' | 'browser' | 'serve'
}

export function useAbout() {
  return useQuery({
    queryKey: queryKeys.about,
    queryFn: ({ signal }) => request<About>('GET', '/api/about', { signal }),
  })
}
