import { useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'

/** Copies, and is `copied` for a moment after it worked. */
export function useAfterCopy() {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = (text: string) =>
    void copyText(text).then(
      () => setCopied(true),
      (error: unknown) => console.warn('Nothing was copied', error),
    )
  return { copied, copy }
}
