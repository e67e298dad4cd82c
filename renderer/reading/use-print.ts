import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Pictures that do not come within this time stay blank on paper, milliseconds. */
const PICTURES = 5_000

/**
 * Prints the whole text. `printing` is true while the paper version must stand in the page; it is
 * there before the browser lays out the sheets, whichever way printing was asked for.
 */
export function usePrint() {
  const [printing, setPrinting] = useState(false)

  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])

  const print = useCallback(async () => {
    flushSync(() => setPrinting(true))
    try {
      await picturesReady()
      if (window.xinhuo) await window.xinhuo.print()
      else window.print()
    } finally {
      setPrinting(false)
    }
  }, [])
  return { printing, print }
}

async function picturesReady(): Promise<void> {
  const images = [...document.querySelectorAll<HTMLImageElement>('[data-print] img[data-blob]')]
  const ready = Promise.all(images.map(loaded))
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, PICTURES))])
}

function loaded(image: HTMLImageElement): Promise<void> {
  if (image.src !== '' && image.complete) return Promise.resolve()
  return new Promise((resolve) => {
    image.addEventListener('load', () => resolve(), { once: true })
    image.addEventListener('error', () => resolve(), { once: true })
  })
}
