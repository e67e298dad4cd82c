import { refuseUpdate, UpdateRefusedError } from '../update-refused-error.ts'
import { collect, limited } from './limited.ts'
import type { RepositorySource } from './repository-source.ts'

/** How long a server may say nothing. Milliseconds. */
const SILENCE = 30_000

/** A repository on any static web server. It is asked only when the person asks for an update. */
export function httpSource(address: string): RepositorySource {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  const stream = async (file: string, most: number) => {
    const silence = patience()
    const url = new URL(file.split('/').map(encodeURIComponent).join('/'), base)
    try {
      // No cookies, no referrer, nothing that says who asks.
      const response = await fetch(url, {
        signal: silence.signal,
        redirect: 'follow',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      })
      if (response.status === 404 || response.status === 403 || response.status === 410) {
        await response.body?.cancel()
        silence.end()
        return undefined
      }
      if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`)
      return limited(told(response.body, file, silence), most, file)
    } catch (error) {
      silence.end()
      throw gone(error, file)
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

function patience() {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), SILENCE)
  return {
    signal: abort.signal,
    heard() {
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
      silence.heard()
      yield piece
    }
  } catch (error) {
    throw gone(error, file)
  } finally {
    silence.end()
  }
}

function gone(error: unknown, file: string): Error {
  if (error instanceof UpdateRefusedError) return error
  const { message, cause } = error as Error
  const deeper = cause instanceof Error ? cause.message : ''
  return refuseUpdate('SOURCE_GONE', `${file}：${deeper || message}`, error)
}
