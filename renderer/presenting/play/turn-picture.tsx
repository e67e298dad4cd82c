import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import { useBlobAddress } from '../../stories/pictures/use-blob-address.ts'
import styles from './drill-play.module.css'

/** The picture of a turn, in its own ratio. */
export function TurnPicture({ picture }: { readonly picture: MaterialPicture }) {
  const { t } = useTranslation('presenting')
  const { address, failed, shown } = useBlobAddress(picture.sha256, picture.mediaType)
  const [broken, setBroken] = useState(false)
  const alternative = picture.alternative || picture.caption || picture.name
  if (failed || broken || !shown) return <p className={styles.quiet}>{t('slide.pictureGone', { alternative })}</p>
  return (
    <figure className={styles.picture}>
      {address && <img src={address} alt={alternative} onError={() => setBroken(true)} />}
      {picture.caption && <figcaption className={styles.quiet}>{picture.caption}</figcaption>}
    </figure>
  )
}
