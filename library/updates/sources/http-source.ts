import { refuseUpdate, UpdateRefusedError } from '../update-refused-error.ts'
import { collect, limited } from './limited.ts'
import type { RepositorySource } from './repository-source.ts'

/** How long a server may say nothing. Milliseconds. */
const SILENCE = 30_000
/** Less than this is as good as nothing: a byte now and then would go on for ever (slow retrieval, TUF 1.0 §1.5.2). Bytes. */
const A_WORD = 4096

/** What a web server is asked with. */
export interface HttpMeans {
  /** Ends every request at once. */
  readonly signal?: AbortSignal | undefined
  /** How long a server may say nothing. Milliseconds. */
  readonly silence?: number
}

/** A repository on any static web server. It is asked only when the person asks for an update. */
export function httpSource(address: string, { signal, silence: limit = SILENCE }: HttpMeans = {}): RepositorySource {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  let heard = false
  const stream = async (file: string, most: number) => {
    const silence = patience(limit, signal)
    const url = new URL(file.split('/').map(encodeURIComponent).join('/'), base)
    try {
      // No cookies, no referrer, nothing that says who asks.
      const response = await fetch(url, {
        signal: silence.signal,
        redirect: 'follow',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      })
      heard = true
      if (response.status === 404 || response.status === 403 || response.status === 410) {
        await response.body?.cancel()
        silence.end()
        return undefined
      }
      if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`)
      return limited(told(response.body, file, silence), most, file)
    } catch (error) {
      silence.end()
      throw heard ? gone(error, file) : gone(error, base.href, 'SOURCE_SILENT')
    }
  }
  return {
    place: base.href,
    parallel: 8,
    stream,
    async read(file, most) {
      const pieces = await stream(file, most)
      return pieces && collect(pieces)
    },
    async close() {},
  }
}

function patience(limit: number, signal: AbortSignal | undefined) {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(new Error('no answer for too long')), limit)
  let word = 0
  return {
    signal: signal ? AbortSignal.any([signal, abort.signal]) : abort.signal,
    heard(bytes: number) {
      word += bytes
      if (word < A_WORD) return
      word = 0
      timer.refresh()
    },
    end() {
      clearTimeout(timer)
    },
  }
}

async function* told(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  silence: ReturnType<typeof patience>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of pieces) {
      silence.heard(piece.byteLength)
      yield piece
    }
  } catch (error) {
    throw gone(error, file)
  } finally {
    silence.end()
  }
}

function gone(error: unknown, file: string, code: 'SOURCE_GONE' | 'SOURCE_SILENT' = 'SOURCE_GONE'): Error {
  if (error instanceof UpdateRefusedError) return error
  const { message, cause } = error as Error
  const deeper = cause instanceof Error ? cause.message : ''
  return refuseUpdate(code, `${file}：${deeper || message}`, error)
}
