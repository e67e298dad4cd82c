import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { PublishResult } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { sizeText } from '../../design/size-text.ts'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { CopyButton } from '../../reading/copy-button.tsx'
import { ServiceError } from '../../service/service-error.ts'
import styles from '../publishing.module.css'
import { CarryOn } from './carry-on.tsx'
import { useEndedTitle } from './use-ended-title.ts'

interface PublishResultProps {
  readonly job: JobView
  readonly onClear: () => void
}

/** How a release ended, where its files are, and how they get to readers. */
export function PublishResultPanel({ job, onClear }: PublishResultProps) {
  const { t } = useTranslation('publishing')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const result = job.type === 'publish' ? job.result : undefined
  const titleOf = useEndedTitle()
  return (
    <section className={styles.sheet} aria-labelledby="ended-title">
      <h2 ref={heading} tabIndex={-1} id="ended-title" className={styles.heading}>
        {titleOf(job)}
      </h2>
      {job.error && <ErrorNotice error={new ServiceError({ code: job.error.code, what: job.error.message }, 200)} />}
      {result && <Done result={result} />}
      <Button onClick={onClear}>{t('release.again')}</Button>
    </section>
  )
}

function Done({ result }: { readonly result: PublishResult }) {
  const { t } = useTranslation('publishing')
  const counts = ['items', 'new', 'changed', 'withdrawn'] as const
  return (
    <>
      <dl className={styles.counts}>
        {counts.map((name) => (
          <div key={name}>
            <dt>{t(`release.counts.${name}`)}</dt>
            <dd>{result[name]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>
        {t('release.written', {
          objects: result.objectsWritten,
          size: sizeText(result.bytesWritten),
          seconds: result.seconds.toFixed(1),
        })}
      </p>
      <dl className={styles.facts}>
        <dt>{t('release.where')}</dt>
        <dd className={styles.path}>
          {result.repository} <CopyButton text={result.repository} label={t('copy')} />
        </dd>
        {result.copiedTo && (
          <>
            <dt>{t('release.copiedAt')}</dt>
            <dd className={styles.path}>{result.copiedTo}</dd>
          </>
        )}
        {result.archive && (
          <>
            <dt>{t('release.archiveAt')}</dt>
            <dd className={styles.path}>
              {result.archive} <CopyButton text={result.archive} label={t('copy')} />
            </dd>
          </>
        )}
      </dl>
      <CarryOn channel={result.channel} stage={result.stage} repository={result.repository} />
    </>
  )
}
