import { useQuery } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'
import { send } from '../../service/client.ts'
import { PictureSource } from './picture-source.ts'

/** Pictures these types are safe to show as pictures; anything else is only named. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif'])

export function canBeShown(mediaType: string): boolean {
  return SHOWN.has(mediaType)
}

/** An address for the bytes of a picture in this window; undefined while they come, and where they do not. */
export function useBlobAddress(sha256: string, mediaType: string) {
  const shown = canBeShown(mediaType)
  const route = useContext(PictureSource)(sha256)
  const found = useQuery({
    queryKey: ['picture', route],
    queryFn: async ({ signal }) => (await send('GET', route, { signal })).blob(),
    enabled: shown,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  const [address, setAddress] = useState<string>()
  const { data } = found
  useEffect(() => {
    if (!data) return
    const made = URL.createObjectURL(data.type === mediaType ? data : new Blob([data], { type: mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [data, mediaType])
  return { address, failed: found.isError, shown }
}
