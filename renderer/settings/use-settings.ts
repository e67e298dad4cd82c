import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../library/settings/settings.schema.ts'
import { changeLanguage } from '../language/language.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export const settingsQuery = queryOptions({
  queryKey: queryKeys.settings,
  queryFn: ({ signal }) => request<Settings>('GET', '/api/settings', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export function useSettings() {
  return useQuery(settingsQuery)
}

/** Changes show at once and are taken back when the service refuses them. */
export function useChangeSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: Settings) => request<Settings>('PUT', '/api/settings', { body: settings }),
    onMutate: (settings) => {
      const before = client.getQueryData(settingsQuery.queryKey)
      client.setQueryData(settingsQuery.queryKey, settings)
      void changeLanguage(settings.language)
      return { before }
    },
    onError: (_error, _settings, context) => {
      if (!context?.before) return
      client.setQueryData(settingsQuery.queryKey, context.before)
      void changeLanguage(context.before.language)
    },
    onSuccess: (saved) => client.setQueryData(settingsQuery.queryKey, saved),
  })
}
