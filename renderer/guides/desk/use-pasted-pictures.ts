import { useEffect, useRef } from 'react'

/**
 * Takes pictures that are pasted anywhere on the page, such as screenshots. Words pasted into a field stay words, also
 * where the program they come from gives a picture of them along.
 */
export function usePastedPictures(onPictures: (files: readonly File[]) => void): void {
  const latest = useRef(onPictures)
  useEffect(() => {
    latest.current = onPictures
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !event.clipboardData) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('dialog')) return
      const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'))
      const words = event.clipboardData.types.includes('text/plain')
      if (pictures.length === 0 || (words && target?.closest('input, textarea'))) return
      event.preventDefault()
      latest.current(pictures)
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  }, [])
}
