import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useReducer, useState } from 'react'
import type { MergedLedger } from '../../../library/templates/batch/batch-view.ts'
import type { ReceivedSheet } from '../../../library/templates/known/known-view.ts'
import { request, send } from '../../service/client.ts'
import { uploadFile } from '../sheets/upload-file.ts'
import type { ChosenValues } from './chosen-values.ts'

/** A ledger on the desk, in the order of being added. */
export interface GivenLedger {
  readonly key: string
  readonly file: string
  readonly received?: ReceivedSheet | undefined
  readonly error?: unknown
}

type Change = (ledgers: readonly GivenLedger[]) => readonly GivenLedger[]

const merge = (body: object, signal?: AbortSignal) =>
  request<MergedLedger>('POST', '/api/ledgers/merge', { body, signal })

/** Ledgers given, what would come of them, and the choices made. */
export function useLedgers() {
  const [ledgers, change] = useReducer((state: readonly GivenLedger[], step: Change) => step(state), [])
  const [key, setKey] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<ChosenValues>({})
  const uploads = ledgers.flatMap(({ received }) => (received ? [received.upload] : []))
  const looked = useQuery({
    queryKey: ['ledgers', uploads, key],
    queryFn: ({ signal }) => merge({ uploads, key, preview: true }, signal),
    enabled: uploads.length > 1,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

  const add = useCallback(async (files: readonly File[]) => {
    const begun = files.map((file) => ({ file, key: crypto.randomUUID() }))
    change((all) => [...all, ...begun.map((one) => ({ key: one.key, file: one.file.name }))])
    for (const { file, key: own } of begun) {
      const put = (facts: Partial<GivenLedger>) =>
        change((all) => all.map((ledger) => (ledger.key === own ? { ...ledger, ...facts } : ledger)))
      await uploadFile<ReceivedSheet>('/api/sheets', file).then(
        (received) => put({ received }),
        (error: unknown) => put({ error }),
      )
    }
  }, [])
  const remove = useCallback((own: string) => change((all) => all.filter((ledger) => ledger.key !== own)), [])
  /** The merged ledger as a file, by the choices made. */
  const save = async (): Promise<Blob> => {
    const { file } = await merge({ uploads, key, resolve: chosen })
    const response = await send('GET', `/api/ledgers/${encodeURIComponent(file)}`)
    return response.blob()
  }
  return {
    ledgers,
    add,
    remove,
    key,
    setKey: (columns: readonly string[]) => {
      setKey(columns)
      setChosen({})
    },
    merged: uploads.length > 1 ? looked.data : undefined,
    error: looked.error,
    isMerging: looked.isFetching,
    chosen,
    setChosen,
    save,
  }
}
