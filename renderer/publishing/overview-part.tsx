import { useTranslation } from 'react-i18next'
import type { PublishedChannel, PublishedVersion } from '../../library/updates/publishing/publishing-view.ts'
import { useTimeText } from '../design/use-time-text.ts'
import { CopyButton } from '../reading/copy-button.tsx'
import { FingerprintCard } from './fingerprint-card.tsx'
import { joinPath } from './join-path.ts'
import { NextExpected } from './next-expected.tsx'
import styles from './publishing.module.css'
import { CarryOn } from './release/carry-on.tsx'

/** What a channel is, what readers have of it, and how they know it. */
export function OverviewPart({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const timeText = useTimeText()
  const line = (version: PublishedVersion | undefined) =>
    version ? t('facts.versionLine', { ...version, time: timeText(version.publishedAt) }) : t('facts.none')
  const repository = joinPath(channel.directory, 'repository')
  return (
    <div className={styles.stack}>
      <section className={styles.sheet} aria-labelledby="facts-title">
        <h2 id="facts-title" className={styles.heading}>
          {t('facts.title')}
        </h2>
        <dl className={styles.facts}>
          <dt>{t('facts.id')}</dt>
          <dd>{channel.id}</dd>
          <dt>{t('facts.publisher')}</dt>
          <dd>{channel.publisher}</dd>
          <dt>{t('facts.released')}</dt>
          <dd>{line(channel.released)}</dd>
          <dt>{t('facts.draft')}</dt>
          <dd>{line(channel.draft)}</dd>
          {channel.released && (
            <>
              <dt>{t('facts.signaturesEnd')}</dt>
              <dd>
                {timeText(channel.released.signaturesEndAt)}
                <p className={styles.hint}>{t('facts.signaturesEndHint')}</p>
              </dd>
            </>
          )}
          <dt>{t('facts.withdrawn')}</dt>
          <dd>{t('facts.withdrawnLine', { n: channel.withdrawn.length })}</dd>
          <dt>{t('facts.root')}</dt>
          <dd>{t('facts.rootLine', { version: channel.rootVersion, threshold: channel.threshold })}</dd>
          <dt>{t('facts.directory')}</dt>
          <dd className={styles.path}>
            {channel.directory} <CopyButton text={channel.directory} label={t('copy')} />
          </dd>
          <dt>{t('facts.repository')}</dt>
          <dd className={styles.path}>
            {repository} <CopyButton text={repository} label={t('copy')} />
          </dd>
        </dl>
      </section>
      {channel.released && (
        <section className={styles.sheet} aria-label={t('release.carryTitle')}>
          <CarryOn channel={channel.id} stage="released" repository={repository} />
        </section>
      )}
      <NextExpected channel={channel} />
      <FingerprintCard channel={channel} />
    </div>
  )
}
