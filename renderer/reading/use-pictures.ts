import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import { fetchBlob } from '../service/client.ts'

/** Shows the pictures of a text, `<img data-blob="HEX">`, as object URLs for as long as the text is shown. */
export function usePictures(text: RefObject<HTMLElement | null>, html: string): void {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pictures are those of `html`
  useEffect(() => {
    const addresses: string[] = []
    let left = false
    for (const image of text.current?.querySelectorAll<HTMLImageElement>('img[data-blob]') ?? []) {
      const sha256 = image.dataset.blob ?? ''
      queries
        .fetchQuery({
          queryKey: ['blob', sha256],
          queryFn: ({ signal }) => fetchBlob(sha256, signal),
          staleTime: Number.POSITIVE_INFINITY,
        })
        .then(
          (blob) => {
            if (left) return
            const address = URL.createObjectURL(blob)
            addresses.push(address)
            image.src = address
          },
          (error: unknown) => {
            image.dataset.missing = ''
            console.warn(`Picture ${sha256} could not be shown`, error)
          },
        )
    }
    return () => {
      left = true
      for (const address of addresses) URL.revokeObjectURL(address)
    }
  }, [queries, text, html])
}
