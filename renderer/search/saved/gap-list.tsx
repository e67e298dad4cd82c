import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { GapRow } from './gap-row.tsx'
import styles from './kept-searches.module.css'
import { useExportGaps, useSearchGaps } from './use-kept-searches.ts'

/** What a person noted as missing; it leaves this machine only in a file that they export. Nothing noted, nothing shown. */
export function GapList() {
  const { t } = useTranslation('search')
  const gaps = useSearchGaps()
  const save = useExportGaps()
  if (gaps.isError) return <ErrorNotice error={gaps.error} onRetry={() => void gaps.refetch()} />
  if (!gaps.data?.length) return null
  return (
    <section aria-labelledby="gaps-title">
      <div className={styles.head}>
        <h2 id="gaps-title" className={styles.title}>
          {t('gaps.title')}
        </h2>
        <Button size="small" disabled={save.isPending} onClick={() => save.mutate(undefined)}>
          {t('gaps.export')}
        </Button>
      </div>
      <p className={styles.aside}>{t('gaps.private')}</p>
      {save.isError && <ErrorNotice error={save.error} onRetry={() => save.mutate(undefined)} />}
      <ul>
        {gaps.data.map((gap) => (
          <GapRow key={gap.id} gap={gap} />
        ))}
      </ul>
    </section>
  )
}
