import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReceivedFile, ReceivedReport, WrittenAnswers } from '../../library/feedback/report-view.ts'
import type { ItemSummary } from '../../library/items/item-view.ts'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
import { keepFocus } from '../design/keep-focus.ts'
import { request, send } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { saveFile } from './save-file.ts'

/** What others sent, the unanswered first. */
export function useReceived() {
  return useQuery({
    queryKey: queryKeys.receivedReports,
    queryFn: ({ signal }) => request<ReceivedReport[]>('GET', '/api/reports/received', { signal }),
  })
}

/** Takes files in and says what became of each. */
export function useTakeIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      const form = new FormData()
      // A folder each, so that files of the same name from two sticks do not meet.
      for (const [at, file] of files.entries()) form.append(`${at}/${file.name}`, file, file.name)
      const response = await send('POST', '/api/reports/received', { body: form })
      return (await response.json()) as ReceivedFile[]
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.receivedReports }),
  })
}

interface GivenAnswer {
  readonly id: string
  readonly answer: string
  readonly items: readonly string[]
}

export function useAnswerReceived() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: GivenAnswer) =>
      request<ReceivedReport>('PATCH', `/api/reports/received/${encodeURIComponent(id)}`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.receivedReports }).then(keepFocus),
  })
}

/** Puts the answers into a channel's folder, where its next release finds them. */
export function usePutAnswers() {
  return useMutation({
    mutationFn: ({ directory }: Pick<PublishedChannel, 'title' | 'directory'>) =>
      request<WrittenAnswers>('POST', '/api/reports/received/answers', { body: { directory } }),
  })
}

/** The answers for a channel's folder elsewhere, handed to the browser as a file. */
export function useSaveAnswers() {
  return useMutation({
    mutationFn: async () => {
      const response = await send('GET', '/api/reports/received/answers')
      saveFile(await response.blob(), 'answers.json')
    },
  })
}

/** Items by title, to be named in an answer. */
export function useItemsByTitle(words: string) {
  const q = words.trim()
  return useQuery({
    queryKey: [...queryKeys.items, 'by-title', q],
    queryFn: ({ signal }) =>
      request<{ items: ItemSummary[] }>('GET', '/api/items', { query: { q, sort: 'title', limit: 20 }, signal }),
    enabled: q !== '',
    placeholderData: (before) => before,
  })
}
