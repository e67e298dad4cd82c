import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockBox, DeckPicture } from '../../../library/meetings/deck/deck.ts'
import { PictureMarks } from '../../guides/marks/picture-marks.tsx'
import { useBlobAddress } from '../../stories/pictures/use-blob-address.ts'
import { points } from './slide-box.ts'
import styles from './slide-view.module.css'

interface SlidePictureProps {
  readonly picture: DeckPicture
  readonly box: BlockBox
}

/** A picture as large as its box, never stretched, with its marks over it and its words below. */
export function SlidePicture({ picture, box }: SlidePictureProps) {
  const { t } = useTranslation('presenting')
  const { address, failed, shown } = useBlobAddress(picture.sha256, picture.mediaType)
  const [broken, setBroken] = useState(false)
  const [natural, setNatural] = useState({ width: picture.width, height: picture.height })
  const gone = failed || broken || !shown
  const { caption } = box
  return (
    <figure className={styles.picture} data-gone={gone ? '' : undefined}>
      {gone && <p>{t('slide.pictureGone', { alternative: picture.alternative })}</p>}
      {!gone && address && (
        <img
          src={address}
          alt={picture.alternative}
          draggable={false}
          onError={() => setBroken(true)}
          onLoad={({ currentTarget: image }) => {
            setNatural({ width: image.naturalWidth, height: image.naturalHeight })
            // Decoded while its slide is not shown yet.
            void image.decode().catch(() => undefined)
          }}
        />
      )}
      {!gone && picture.marks && natural.width > 0 && <PictureMarks marks={picture.marks} sides={natural} />}
      {picture.caption && caption && (
        <figcaption
          style={{ left: points(caption.x - box.x), top: points(caption.y - box.y), width: points(caption.width) }}
        >
          {picture.caption}
        </figcaption>
      )}
    </figure>
  )
}
