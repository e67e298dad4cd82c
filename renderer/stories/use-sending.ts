import { useCallback, useEffect, useRef, useState } from 'react'
import { sendForm } from '../service/send-form.ts'

/** A file with the name it is sent under, which may be a path within a folder. */
export interface SentFile {
  readonly path: string
  readonly file: File
}

/** Files on their way to the service: how far, what went wrong, and how to stop. `fraction` is 1 while it works on them. */
export function useSending<Answer>() {
  const [fraction, setFraction] = useState<number>()
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const send = useCallback(
    async (address: string, files: readonly SentFile[], fields: Readonly<Record<string, string>> = {}) => {
      running.current?.abort()
      const stop = new AbortController()
      running.current = stop
      setError(null)
      setFraction(0)
      try {
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) form.append(name, value)
        for (const { path, file } of files) form.append(path, file, path)
        return await sendForm<Answer>(address, form, { signal: stop.signal, onProgress: setFraction })
      } catch (problem) {
        if (!stop.signal.aborted) setError(problem)
        return undefined
      } finally {
        if (running.current === stop) setFraction(undefined)
      }
    },
    [],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    setFraction(undefined)
  }, [])
  return { send, cancel, fraction, busy: fraction !== undefined, error, clearError: () => setError(null) }
}
