import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ExportedLetter, Outbox } from '../../library/feedback/report-view.ts'
import { request, send } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { saveFile } from './save-file.ts'

/** What an export would write now. @param again what has left already and has no answer */
export function useOutbox(again: boolean) {
  return useQuery({
    queryKey: [...queryKeys.reports, 'outbox', again],
    queryFn: ({ signal }) =>
      request<Outbox>('GET', '/api/reports/outbox', { query: { again: again || undefined }, signal }),
    refetchOnMount: 'always',
    gcTime: 0,
  })
}

interface ExportOrder {
  readonly ids: readonly string[]
  readonly senderName: string
  /** Where it is written; a download when absent. */
  readonly directory?: string | undefined
}

/** Writes the letter, into a folder or as a download, and gives the file's path or name. */
export function useExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (order: ExportOrder): Promise<string> => {
      if (order.directory !== undefined) {
        return (await request<ExportedLetter>('POST', '/api/reports/export', { body: order })).file
      }
      const response = await send('POST', '/api/reports/export', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(order),
      })
      const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
      saveFile(await response.blob(), name ?? 'xinhuo-huixin.json')
      return name ?? ''
    },
    // What is listed changes when the dialog closes, not under the person's eyes.
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.reports, exact: true }),
  })
}
