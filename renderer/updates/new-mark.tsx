import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import styles from './updates.module.css'
import { newSinceQuery } from './use-channels.ts'

/** A small word beside a title that an update brought or changed and that has not been opened since. */
export function NewMark({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('updates')
  const { data } = useQuery(newSinceQuery)
  const type = data?.find((one) => one.itemId === itemId)?.type
  if (!type) return null
  return (
    <span className={styles.mark} title={t(`news.typeLong.${type}`)}>
      {t(`news.type.${type}`)}
    </span>
  )
}
