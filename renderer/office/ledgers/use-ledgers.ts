import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { MergedLedger } from '../../../library/templates/batch/batch-view.ts'
import type { ReceivedSheet } from '../../../library/templates/known/known-view.ts'
import { request, send } from '../../service/client.ts'
import { uploadFile } from '../sheets/upload-file.ts'
import { useKept } from '../use-kept.ts'
import type { ChosenValues } from './chosen-values.ts'

/** A ledger on the desk, in the order of being added. */
export interface GivenLedger {
  readonly key: string
  readonly file: string
  readonly received?: ReceivedSheet | undefined
  readonly error?: unknown
}

interface LedgerDesk {
  readonly ledgers: readonly GivenLedger[]
  readonly key: readonly string[]
  readonly chosen: ChosenValues
}

const EMPTY: LedgerDesk = { ledgers: [], key: [], chosen: {} }

const merge = (body: object, signal?: AbortSignal) =>
  request<MergedLedger>('POST', '/api/ledgers/merge', { body, signal })

/** Ledgers given, what would come of them, and the choices made. */
export function useLedgers() {
  const [{ ledgers, key, chosen }, changeDesk] = useKept('ledgers', EMPTY)
  const change = useCallback(
    (step: (before: readonly GivenLedger[]) => readonly GivenLedger[]) =>
      changeDesk((desk) => ({ ...desk, ledgers: step(desk.ledgers) })),
    [changeDesk],
  )
  const uploads = ledgers.flatMap(({ received }) => (received ? [received.upload] : []))
  const looked = useQuery({
    queryKey: ['ledgers', uploads, key],
    queryFn: ({ signal }) => merge({ uploads, key, preview: true }, signal),
    enabled: uploads.length > 1,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

  const add = useCallback(
    async (files: readonly File[]) => {
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
    },
    [change],
  )
  const remove = useCallback((own: string) => change((all) => all.filter((ledger) => ledger.key !== own)), [change])
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
    setKey: (columns: readonly string[]) => changeDesk((desk) => ({ ...desk, key: columns, chosen: {} })),
    merged: uploads.length > 1 ? looked.data : undefined,
    error: looked.error,
    isMerging: looked.isFetching,
    chosen,
    setChosen: (values: ChosenValues) => changeDesk((desk) => ({ ...desk, chosen: values })),
    save,
  }
}
