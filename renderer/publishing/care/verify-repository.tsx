import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel, RepositoryVerification } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { request } from '../../service/client.ts'
import styles from '../publishing.module.css'
import { channelRoute } from '../use-published-channels.ts'

/** Compares every file with the signatures, when asked. */
export function VerifyRepository({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const verify = useMutation({
    mutationFn: () => request<RepositoryVerification>('POST', `${channelRoute(channel.id)}/verify`),
  })
  const found = verify.data
  const damaged = found?.damaged ?? []
  return (
    <section className={styles.sheet} aria-labelledby="verify-title">
      <h2 id="verify-title" className={styles.heading}>
        {t('care.verifyTitle')}
      </h2>
      <p className={styles.text}>{t('care.verifyLead')}</p>
      <Button disabled={verify.isPending || !channel.released} onClick={() => verify.mutate()}>
        {t('care.verify')}
      </Button>
      {!channel.released && <p className={styles.muted}>{t('noVersion')}</p>}
      <p role="status">
        {verify.isPending && t('care.verifying')}
        {found &&
          !verify.isPending &&
          (damaged.length === 0
            ? t('care.sound', { ...found, seconds: found.seconds.toFixed(1) })
            : t('care.damaged', { n: damaged.length }))}
      </p>
      {verify.isError && <ErrorNotice error={verify.error} onRetry={() => verify.mutate()} />}
      {damaged.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('care.file')}</th>
                <th scope="col">{t('care.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {damaged.map(({ file, reason }) => (
                <tr key={file}>
                  <td className={styles.path}>{file}</td>
                  <td lang="zh-CN">{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
