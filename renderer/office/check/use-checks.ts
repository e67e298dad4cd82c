import { useCallback } from 'react'
import type { DocumentCheck } from '../../../library/templates/finding.ts'
import { request, send } from '../../service/client.ts'
import { uploadFile } from '../sheets/upload-file.ts'
import { useKept } from '../use-kept.ts'
import { type CheckWork, type HeldCheck, newWork, undone, withChange, withCheck } from './check-work.ts'

const NONE: readonly CheckWork[] = []

const routeOf = (upload: string) => `/api/document-checks/${encodeURIComponent(upload)}`

export async function documentOf(upload: string, signal?: AbortSignal): Promise<Blob> {
  const response = await send('GET', `${routeOf(upload)}/docx`, { signal: signal ?? null })
  return response.blob()
}

/** The documents on the checking desk. They stay with the window and are forgotten with it. */
export function useChecks() {
  const [works, change] = useKept('document-checks', NONE)
  const put = useCallback(
    (key: string, step: (work: CheckWork) => CheckWork) =>
      change((all) => all.map((work) => (work.key === key ? step(work) : work))),
    [change],
  )
  const check = useCallback(async (file: File, official?: boolean): Promise<HeldCheck> => {
    const query = official === undefined ? '' : `?official=${official}`
    const { upload, ...found } = await uploadFile<DocumentCheck & { upload: string }>(
      `/api/document-checks${query}`,
      file,
    )
    return { check: found, upload }
  }, [])

  const add = useCallback(
    async (files: readonly File[]) => {
      const begun = files.map((file) => ({ file, work: newWork(crypto.randomUUID(), file.name) }))
      change((all) => [...all, ...begun.map(({ work }) => work)])
      for (const { file, work } of begun) {
        await check(file).then(
          (next) => put(work.key, (one) => withCheck(one, next)),
          (error: unknown) => put(work.key, (one) => ({ ...one, state: 'failed', error })),
        )
      }
    },
    [check, put, change],
  )
  const repair = useCallback(
    async ({ key, now }: CheckWork, ids: readonly string[]) => {
      if (!now || ids.length === 0) return
      const { official } = now.check
      const next = await request<HeldCheck>('POST', `${routeOf(now.upload)}/repair`, { body: { ids, official } })
      put(key, (work) => withChange(work, next))
    },
    [put],
  )
  /** Checks the same document again: the office's places, or what it is checked as, have changed. */
  const again = useCallback(
    async ({ key, now, file }: CheckWork, official?: boolean) => {
      if (!now) return
      const docx = new File([await documentOf(now.upload)], file)
      const next = await check(docx, official ?? now.check.official)
      put(key, (work) => withCheck(work, next))
    },
    [check, put],
  )
  const undo = useCallback((key: string) => put(key, undone), [put])
  const remove = useCallback((key: string) => change((all) => all.filter((work) => work.key !== key)), [change])
  const markSaved = useCallback((key: string) => put(key, (work) => ({ ...work, saved: true })), [put])
  return { works, add, repair, again, undo, remove, markSaved }
}
