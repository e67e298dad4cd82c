import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingKind } from '../../../library/meetings/outline/outline.schema.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { MEETING_KINDS } from '../../materials/list/materials-address.ts'
import { createMaterial, materialsQuery } from '../../materials/material-queries.ts'
import { useUndoNotice } from '../../office/use-undo-notice.tsx'
import { queryKeys } from '../../service/keys.ts'
import { addToMeeting } from './add-to-meeting.ts'
import styles from './take-into-meeting.module.css'
import type { Takeable } from './taking-context.ts'

interface TakeIntoMeetingProps {
  readonly what: Takeable | undefined
  readonly onClose: () => void
}

/** Asks into which meeting something goes, an own one or a new one, and says that it went there. */
export function TakeIntoMeeting({ what, onClose }: TakeIntoMeetingProps) {
  const { t } = useTranslation('meetings')
  return (
    <Dialog open={what !== undefined} title={t('take.title')} onClose={onClose}>
      {what && <Meetings what={what} onClose={onClose} />}
    </Dialog>
  )
}

function Meetings({ what, onClose }: { readonly what: Takeable; readonly onClose: () => void }) {
  const { t } = useTranslation(['meetings', 'materials'])
  const client = useQueryClient()
  const notice = useUndoNotice()
  const recent = useQuery({ ...materialsQuery({ type: 'meeting', own: true, limit: 8 }), staleTime: 0 })
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const renew = () => client.invalidateQueries({ queryKey: queryKeys.materials })
  const put = async (key: string, meeting: () => Promise<{ readonly id: string; readonly title: string }>) => {
    setBusy(key)
    setError(null)
    try {
      const { id, title } = await meeting()
      const undo = await addToMeeting(id, what.reference)
      await renew()
      onClose()
      if (!undo) return notice.failed(t('take.nothing'), undefined)
      notice.done(
        t('take.done'),
        t('take.doneWhat', { what: what.name, title: title || t('outline.none') }),
        async () => {
          await undo()
          await renew()
        },
      )
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  const fresh = (kind: MeetingKind) =>
    put(kind, () =>
      createMaterial({
        type: 'meeting',
        kind,
        title: t('take.newTitle', { kind: t(`materials:kind.${kind}`) }),
      }),
    )
  return (
    <div className={styles.choices}>
      <p className={styles.what}>{what.name}</p>
      {recent.isPending && <LoadingNotice />}
      {recent.isError && <ErrorNotice error={recent.error} onRetry={() => void recent.refetch()} />}
      {error !== null && <ErrorNotice error={error} />}
      {recent.data && (
        <section aria-labelledby="take-recent">
          <h3 id="take-recent" className={styles.title}>
            {t(recent.data.materials.length === 0 ? 'take.none' : 'take.recent')}
          </h3>
          <ul>
            {recent.data.materials.map(({ id, title, on, kind }, at) => (
              <li key={id}>
                <Button
                  type="text"
                  block
                  autoFocus={at === 0}
                  className={styles.meeting ?? ''}
                  loading={busy === id}
                  disabled={busy !== undefined}
                  aria-label={t('take.into', { title: title || t('outline.none') })}
                  onClick={() => void put(id, async () => ({ id, title }))}
                >
                  <span className={styles.name}>{title || t('outline.none')}</span>
                  <span className={styles.facts}>
                    {[kind && t(`materials:kind.${kind}`), on].filter(Boolean).join(' · ')}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="take-new">
        <h3 id="take-new" className={styles.title}>
          {t('take.fresh')}
        </h3>
        <div className={styles.kinds}>
          {MEETING_KINDS.map((kind) => (
            <Button key={kind} loading={busy === kind} disabled={busy !== undefined} onClick={() => void fresh(kind)}>
              {t(`materials:kind.${kind}`)}
            </Button>
          ))}
        </div>
      </section>
    </div>
  )
}
