import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { BundleView } from '../../../library/meetings/sharing/bundle-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { useTimeText } from '../../design/use-time-text.ts'
import { materialPlace } from '../../materials/material-queries.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { ChangedPassage } from '../changes/changed-passage.tsx'
import styles from './bundle-panel.module.css'

interface BundlePanelProps {
  readonly bundle: BundleView
  readonly onClose: () => void
}

/** A material that came as a file, before it is taken in: whose it is, what it carries, what is newer here. */
export function BundlePanel({ bundle, onClose }: BundlePanelProps) {
  const { t } = useTranslation('meetings')
  const timeText = useTimeText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const { upload, record, sender, items, changes, before } = bundle
  const address = `/api/material-bundles/${encodeURIComponent(upload)}`
  const take = useMutation({
    mutationFn: async (over: string | undefined) => {
      const taken = await request<MaterialView>('POST', `${address}/take`, { body: over === undefined ? {} : { over } })
      await client.invalidateQueries({ queryKey: queryKeys.materials })
      await navigate({ to: materialPlace(taken.type, taken.id) })
    },
  })
  const drop = () => {
    onClose()
    void request('DELETE', address).catch(() => undefined)
  }
  return (
    <section className={styles.bundle} aria-labelledby="bundle-title">
      <h2 id="bundle-title" ref={heading} tabIndex={-1} className={panel.heading}>
        {record.title}
      </h2>
      <p>
        {t('bundle.from', { name: sender.name })}
        {'　'}
        <span className={panel.muted}>{t('bundle.madeAt', { at: timeText(bundle.madeAt) })}</span>
      </p>
      <p className={panel.muted}>
        {sender.known ? t('bundle.known') : t('bundle.unknown', { fingerprint: sender.fingerprint })}
      </p>
      <div className={panel.part}>
        <h3>{t('bundle.items')}</h3>
        {items.length === 0 && <p className={panel.muted}>{t('bundle.noItems')}</p>}
        {items.length > 0 && (
          <ul>
            {items.map(({ itemId, title, here }) => (
              <li key={itemId}>
                {title} <span className={panel.muted}>{t(`bundle.here.${here}`)}</span>
              </li>
            ))}
          </ul>
        )}
        {bundle.pictures > 0 && <p className={panel.muted}>{t('bundle.pictures', { n: bundle.pictures })}</p>}
      </div>
      <div className={panel.part}>
        <h3>{t('bundle.newer')}</h3>
        {changes.length === 0 ? (
          <p className={panel.muted}>{t('bundle.nothingNewer')}</p>
        ) : (
          <ul className={panel.entries}>
            {changes.map((change) => (
              <ChangedPassage key={`${change.partId} ${change.citeId}`} change={change} busy={false} />
            ))}
          </ul>
        )}
      </div>
      {before && <p>{t('bundle.before', { title: before.title, at: timeText(before.updatedAt) })}</p>}
      {take.isError && <ErrorNotice error={take.error} />}
      <div className={panel.actions}>
        {before && (
          <Button loading={take.isPending && take.variables !== undefined} onClick={() => take.mutate(before.id)}>
            {t('bundle.over')}
          </Button>
        )}
        <Button
          type="primary"
          loading={take.isPending && take.variables === undefined}
          onClick={() => take.mutate(undefined)}
        >
          {t(before ? 'bundle.beside' : 'bundle.take')}
        </Button>
        <Button type="text" onClick={drop}>
          {t('bundle.drop')}
        </Button>
      </div>
    </section>
  )
}
