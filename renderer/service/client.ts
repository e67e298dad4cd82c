import { actingPersonHeader } from './acting-person.ts'
import { errorFromResponse, ServiceError } from './service-error.ts'
import { session } from './session.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

export interface RequestOptions {
  readonly query?: Query | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks the service; `path` begins with `/api/`.
 * @throws {ServiceError} the service refused, failed or did not answer
 * @example await request<ItemView>('GET', `/api/items/${itemId}`, { query: { revision }, signal })
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const hasBody = options.body !== undefined
  const response = await send(method, path + queryText(options.query), {
    headers: hasBody ? { 'content-type': 'application/json' } : {},
    body: hasBody ? JSON.stringify(options.body) : null,
    signal: options.signal ?? null,
  })
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** The bytes of an attachment or picture, for an object URL. */
export async function fetchBlob(sha256: string, signal?: AbortSignal): Promise<Blob> {
  const response = await send('GET', `/api/blobs/${sha256}`, { signal: signal ?? null })
  return response.blob()
}

/** One authorised request whose answer was a success; the caller reads the body. */
export async function send(method: Method, address: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, {
      ...init,
      method,
      headers: { ...authorization(), ...actingPersonHeader(), ...init.headers },
    })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw unreachable(cause)
  }
  if (!response.ok) throw await errorFromResponse(response)
  return response
}

export function authorization(): Record<string, string> {
  const token = session.token
  return token ? { authorization: `Bearer ${token}` } : {}
}

/** `?a=1&b=2` of what is set and not empty, or nothing. */
export function queryText(query: Query = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (entries.length === 0) return ''
  return `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`
}

export function unreachable(cause: unknown): ServiceError {
  return new ServiceError(
    {
      code: 'SERVICE_UNREACHABLE',
      what: '薪火的后台没有应答。',
      why: '它可能刚刚关闭，或正在重新启动。',
      todo: '资料都在本机，没有受影响。请稍后重试；仍不行，请关闭窗口后重新打开薪火。',
    },
    0,
    cause,
  )
}
