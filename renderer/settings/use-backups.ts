import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { runJob } from '../service/run-job.ts'

export interface Backup {
  readonly name: string
  readonly createdAt: string
  readonly bytes: number
}

const backupsQuery = queryOptions({
  queryKey: queryKeys.backups,
  queryFn: ({ signal }) => request<Backup[]>('GET', '/api/backups', { signal }),
})

export function useBackups() {
  return useQuery(backupsQuery)
}

export function useBackUp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => runJob('/api/backups'),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.backups }),
  })
}

/** Everything shown may be different afterwards. */
export function useRestore() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (backup: Backup) =>
      request<{ readonly restored: string; readonly keptAside: string }>(
        'POST',
        `/api/backups/${encodeURIComponent(backup.name)}/restore`,
      ),
    onSuccess: () => client.invalidateQueries(),
  })
}
