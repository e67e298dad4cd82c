import { useQuery } from '@tanstack/react-query'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export interface About {
  readonly version: string
  readonly library: string
  readonly passages: number
  readonly indexing: boolean
  readonly readOnly: boolean
  readonly shell: 'electron' | 'browser' | 'serve' | 'command'
  /** Present when this run found library.db damaged and kept it aside. */
  readonly recovery?: {
    /** Where it lies now, relative to the library. */
    readonly keptAside: string
    /** The backup that took its place, if there was one. */
    readonly restored?: string
  }
}

export function useAbout() {
  return useQuery({
    queryKey: queryKeys.about,
    queryFn: ({ signal }) => request<About>('GET', '/api/about', { signal }),
  })
}
