import { actingPersonHeader } from './acting-person.ts'
import { authorization, unreachable } from './client.ts'
import { errorFromResponse } from './service-error.ts'

interface SendFormOptions {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (fraction: number) => void
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Sends a form with files to the service. XMLHttpRequest, because fetch tells nothing while it sends.
 * @throws {ServiceError} the service refused, failed or did not answer
 */
export function sendForm<Answer>(address: string, form: FormData, options: SendFormOptions): Promise<Answer> {
  const { signal, onProgress, headers } = options
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', address)
    for (const [name, value] of Object.entries({ ...authorization(), ...actingPersonHeader(), ...headers })) {
      sending.setRequestHeader(name, value)
    }
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    sending.onerror = () => reject(unreachable(new Error('The upload broke off')))
    sending.onabort = () => reject(signal.reason)
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) resolve(JSON.parse(sending.responseText) as Answer)
      else void errorFromResponse(new Response(sending.responseText, { status: sending.status })).then(reject)
    }
    signal.addEventListener('abort', () => sending.abort())
    sending.send(form)
  })
}
