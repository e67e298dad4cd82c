import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SiteVerification } from '../../../library/feeds/feed-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useTimeText } from '../../design/use-time-text.ts'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { uploadFile } from '../../office/sheets/upload-file.ts'
import { FolderField } from '../../publishing/folder-field.tsx'
import { request } from '../../service/client.ts'
import styles from '../desk/feed-page.module.css'

/** Is every byte as it was published? For a folder of this machine or a zip that came from anywhere. */
export function VerifySite({ here }: { readonly here: boolean }) {
  const { t } = useTranslation('feeds')
  const [folder, setFolder] = useState('')
  const verify = useMutation({
    mutationFn: (given: File | string) =>
      typeof given === 'string'
        ? request<SiteVerification>('POST', '/api/feeds/verify', { body: { directory: given } })
        : uploadFile<SiteVerification>('/api/feeds/verify', given),
  })
  return (
    <section className={styles.sheet} aria-labelledby="verify-title">
      <h3 id="verify-title" className={styles.subheading}>
        {t('verify.title')}
      </h3>
      <p className={styles.muted}>{t('verify.lead')}</p>
      {here && (
        <form
          className={styles.section}
          onSubmit={(event) => {
            event.preventDefault()
            if (folder.trim() !== '' && !verify.isPending) verify.mutate(folder.trim())
          }}
        >
          <FolderField label={t('verify.folder')} value={folder} onChange={setFolder} />
          <div>
            <Button htmlType="submit" disabled={folder.trim() === '' || verify.isPending}>
              {t('verify.start')}
            </Button>
          </div>
        </form>
      )}
      <FileDrop
        small
        title={t('verify.drop')}
        hint=""
        choose={t('verify.choose')}
        icon="file"
        accept=".zip"
        busy={verify.isPending}
        onFiles={([file]) => file && verify.mutate(file)}
      />
      {verify.isError && <ErrorNotice error={verify.error} />}
      <div role="status">{verify.data && <Verified verification={verify.data} />}</div>
    </section>
  )
}

function Verified({ verification }: { readonly verification: SiteVerification }) {
  const { t } = useTranslation('feeds')
  const timeText = useTimeText()
  const { wrong, known } = verification
  return (
    <div className={styles.section}>
      <h4 className={styles.subheading}>
        {wrong.length === 0 ? t('verify.whole') : t('verify.notWhole', { n: wrong.length })}
      </h4>
      <dl className={styles.facts}>
        <dt>{t('verify.column')}</dt>
        <dd>{verification.title}</dd>
        <dt>{t('verify.publisher')}</dt>
        <dd>{verification.publisher}</dd>
        <dt>{t('verify.issue')}</dt>
        <dd>{t('verify.issueAt', { issue: verification.issue, at: timeText(verification.issuedAt) })}</dd>
        <dt>{t('verify.signedBy')}</dt>
        <dd>
          {t(known ? 'verify.known' : 'verify.unknown')} <span className={styles.path}>{verification.signedBy}</span>
        </dd>
        <dt>{t('verify.files')}</dt>
        <dd>{verification.files}</dd>
      </dl>
      {wrong.length > 0 && (
        <ul className={styles.warned}>
          {wrong.slice(0, 50).map(({ file, why }) => (
            <li key={`${why} ${file}`}>
              {t(`verify.why.${why}`)} <span className={styles.path}>{file}</span>
            </li>
          ))}
          {wrong.length > 50 && <li>{t('verify.more', { n: wrong.length - 50 })}</li>}
        </ul>
      )}
    </div>
  )
}
