import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNear } from '../design/use-near.ts'
import { fetchBlob } from '../service/client.ts'
import styles from './story-picture.module.css'

interface StoryPictureProps {
  readonly sha256: string | undefined
  /** What is to be seen; empty where the words beside it say so. */
  readonly alternative: string
  /** `cover` fills its frame, `whole` shows all of it. */
  readonly fit?: 'cover' | 'whole'
}

/** A picture of a story, fetched once it comes near the screen. Without one, or when it cannot be read, a quiet sheet. */
export function StoryPicture({ sha256, alternative, fit = 'cover' }: StoryPictureProps) {
  const frame = useRef<HTMLSpanElement>(null)
  const near = useNear(frame)
  const [broken, setBroken] = useState(false)
  const blob = useQuery({
    queryKey: ['blob', sha256],
    queryFn: ({ signal }) => fetchBlob(sha256 ?? '', signal),
    enabled: near && sha256 !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  const address = useObjectUrl(blob.data)
  return (
    <span
      ref={frame}
      className={styles.frame}
      data-fit={fit}
      data-empty={sha256 === undefined || broken ? '' : undefined}
    >
      {address && !broken && <img src={address} alt={alternative} onError={() => setBroken(true)} />}
    </span>
  )
}

function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => {
      setAddress(undefined)
      URL.revokeObjectURL(made)
    }
  }, [blob])
  return address
}
