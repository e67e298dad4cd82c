import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { sizeText } from '../../design/size-text.ts'
import { request } from '../../service/client.ts'
import styles from '../publishing.module.css'
import { channelRoute, refreshChannels } from '../use-published-channels.ts'

/** Clears versions that nobody needs to go back to, after saying which stay. */
export function PruneVersions({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const client = useQueryClient()
  const id = useId()
  const [keep, setKeep] = useState(channel.keepVersions)
  const [asking, setAsking] = useState(false)
  const prune = useMutation({
    mutationFn: () =>
      request<{ readonly removed: number; readonly bytes: number }>('POST', `${channelRoute(channel.id)}/prune`, {
        body: { keep },
      }),
    onSuccess: () => refreshChannels(client),
  })
  const newest = channel.released?.version ?? 0
  // Drafts take numbers of their own, so there may be fewer versions than the newest one's number says.
  const all = newest <= keep
  return (
    <section className={styles.sheet} aria-labelledby="prune-title">
      <h2 id="prune-title" className={styles.heading}>
        {t('care.pruneTitle')}
      </h2>
      <p className={styles.text}>{t('care.pruneLead')}</p>
      <div className={styles.actions}>
        <label htmlFor={id}>{t('care.keepLabel')}</label>
        <InputNumber id={id} min={2} max={1000} precision={0} value={keep} onChange={(n) => setKeep(n ?? 2)} />
      </div>
      {newest > 0 && <p>{all ? t('care.keepAll', { n: newest }) : t('care.keepText', { n: keep })}</p>}
      <Button disabled={newest === 0 || all || prune.isPending} onClick={() => setAsking(true)}>
        {t('care.prune')}
      </Button>
      <p role="status">
        {prune.isPending && t('care.pruning')}
        {prune.data && t('care.pruned', { n: prune.data.removed, size: sizeText(prune.data.bytes) })}
      </p>
      {prune.isError && <ErrorNotice error={prune.error} />}
      <ConfirmDialog
        open={asking}
        title={t('care.pruneConfirmTitle', { n: keep })}
        text={t('care.pruneConfirmText')}
        confirm={t('care.prune')}
        refuse={t('care.pruneKeep')}
        onConfirm={() => prune.mutate()}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}
