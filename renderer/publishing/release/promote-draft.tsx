import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel, PublishedVersion } from '../../../library/updates/publishing/publishing-view.ts'
import { useTimeText } from '../../design/use-time-text.ts'
import type { JobRun } from '../../jobs/job-run.ts'
import styles from '../publishing.module.css'
import { channelRoute } from '../use-published-channels.ts'
import { SignDialog } from './sign-dialog.tsx'

interface PromoteDraftProps {
  readonly channel: PublishedChannel
  readonly draft: PublishedVersion
  readonly run: JobRun
  readonly title: string
}

/** A draft that was looked at becomes the release, exactly as it is. */
export function PromoteDraft({ channel, draft, run, title }: PromoteDraftProps) {
  const { t } = useTranslation('publishing')
  const timeText = useTimeText()
  const [signing, setSigning] = useState(false)
  // Drafts and releases are numbered together, and a number is given once.
  const version = draft.version + 1
  const lead = t('release.promoteLead', { time: timeText(draft.publishedAt), items: draft.items })
  return (
    <section className={styles.sheet} aria-labelledby="promote-title">
      <h2 id="promote-title" className={styles.heading}>
        {title}
      </h2>
      <p>{lead}</p>
      <Button onClick={() => setSigning(true)}>{t('release.promote')}</Button>
      <SignDialog
        open={signing}
        title={t('release.promoteSign', { draft: draft.version, version })}
        channel={channel}
        version={version}
        lead={lead}
        confirm={t('release.promoteConfirm')}
        stage="released"
        onSign={(signature) => run.start(`${channelRoute(channel.id)}/promote`, { notes: draft.notes, ...signature })}
        onClose={() => setSigning(false)}
      />
    </section>
  )
}
