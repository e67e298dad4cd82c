import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import type { EditablePicture } from './editable-picture.ts'
import styles from './pictures.module.css'
import { useBlobAddress } from './use-blob-address.ts'

/** A picture with its regions blurred, as what leaves will show it. What is no picture is named. */
export function BlurredPicture({ media }: { readonly media: EditablePicture }) {
  const { t } = useTranslation('storyForm')
  const { address, failed, shown } = useBlobAddress(media.sha256, media.mediaType)
  if (!shown || failed) {
    return (
      <span className={styles.noPicture}>
        <Icon name="file" size="1.75rem" />
        <span>{failed ? t('media.notReadable') : t('media.noPicture')}</span>
      </span>
    )
  }
  if (!address) return <span className={styles.noPicture} />
  return (
    <span className={styles.blurred}>
      <img src={address} alt={media.alternative || media.caption || media.name} draggable={false} />
      {(media.blurred ?? []).map(({ x, y, width, height }, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: regions have no name but their place in the list
          key={at}
          className={styles.cover}
          style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
        />
      ))}
    </span>
  )
}

function percent(fraction: number): string {
  return `${fraction * 100}%`
}
