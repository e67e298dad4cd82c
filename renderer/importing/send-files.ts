import type { ItemKind } from '../../library/items/item-kind.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import { authorization, queryText, unreachable } from '../service/client.ts'
import { errorFromResponse } from '../service/service-error.ts'
import type { ChosenFile } from './selection.ts'

interface SendOptions {
  readonly kind: ItemKind | undefined
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (fraction: number) => void
}

/** Sends files to the service. XMLHttpRequest, because fetch tells nothing while it sends. */
export function sendFiles(files: readonly ChosenFile[], { kind, signal, onProgress }: SendOptions): Promise<JobView> {
  const form = new FormData()
  for (const { path, file } of files) form.append(path, file, path)
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', `/api/imports/upload${queryText({ kind })}`)
    for (const [name, value] of Object.entries(authorization())) sending.setRequestHeader(name, value)
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    sending.onerror = () => reject(unreachable(new Error('The upload broke off')))
    sending.onabort = () => reject(signal.reason)
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) resolve(JSON.parse(sending.responseText) as JobView)
      else void errorFromResponse(new Response(sending.responseText, { status: sending.status })).then(reject)
    }
    signal.addEventListener('abort', () => sending.abort())
    sending.send(form)
  })
}
