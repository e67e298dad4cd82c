import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { BookImport, ColumnMatch, ReceivedSheet } from '../../../library/templates/known/known-view.ts'
import { request } from '../../service/client.ts'
import { sheetMatchQuery } from '../sheets/sheet-queries.ts'
import { uploadFile } from '../sheets/upload-file.ts'
import { useBookChanges } from './use-book.ts'

/** A spreadsheet on its way into the book. Whatever is corrected, what it would do is asked anew. */
export function useBookImport() {
  const { refresh } = useBookChanges()
  const [received, setReceived] = useState<ReceivedSheet>()
  const [sheetName, setSheetName] = useState('')
  const [corrected, setCorrected] = useState<readonly ColumnMatch[]>()
  const [isReceiving, setReceiving] = useState(false)
  const [isCommitting, setCommitting] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [done, setDone] = useState<BookImport>()
  const sheet = received?.sheets.find(({ name }) => name === sheetName)
  const upload = received?.upload ?? ''
  const proposed = useQuery({ ...sheetMatchQuery(upload, sheetName, 'book'), enabled: sheet !== undefined })
  const matches = corrected ?? proposed.data
  const body = { upload, sheet: sheetName, match: matches ?? [] }
  const looked = useQuery({
    queryKey: ['book-import', body],
    queryFn: ({ signal }) =>
      request<BookImport>('POST', '/api/book/import', { body: { ...body, commit: false }, signal }),
    enabled: sheet !== undefined && matches !== undefined && !done,
    staleTime: 0,
    gcTime: 0,
  })

  const receive = useCallback((file: File) => {
    setReceiving(true)
    setFailure(null)
    uploadFile<ReceivedSheet>('/api/sheets', file)
      .then((answer) => {
        setReceived(answer)
        setSheetName(answer.sheets.find(({ rows }) => rows > 0)?.name ?? answer.sheets[0]?.name ?? '')
        setCorrected(undefined)
      }, setFailure)
      .finally(() => setReceiving(false))
  }, [])
  const commit = async () => {
    setCommitting(true)
    setFailure(null)
    try {
      setDone(await request<BookImport>('POST', '/api/book/import', { body: { ...body, commit: true } }))
      await refresh()
    } catch (error) {
      setFailure(error)
    } finally {
      setCommitting(false)
    }
  }
  const clear = () => {
    setReceived(undefined)
    setCorrected(undefined)
    setDone(undefined)
    setFailure(null)
  }
  return {
    received,
    sheet,
    matches,
    preview: looked.data,
    done,
    isReceiving,
    isCommitting,
    error: failure ?? proposed.error ?? looked.error,
    receive,
    chooseSheet: (name: string) => {
      setSheetName(name)
      setCorrected(undefined)
    },
    rematch: setCorrected,
    commit: () => void commit(),
    clear,
  }
}
