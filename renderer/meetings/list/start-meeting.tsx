import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReadyOutline } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingKind } from '../../../library/meetings/outline/outline.schema.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { createMaterial } from '../../materials/material-queries.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import styles from './start-meeting.module.css'

interface StartMeetingProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** The kinds of meeting to begin with, each with the outline it brings. */
export function StartMeeting({ open, onClose }: StartMeetingProps) {
  const { t } = useTranslation('meetings')
  return (
    <Dialog open={open} title={t('list.kinds')} onClose={onClose}>
      <Kinds />
    </Dialog>
  )
}

function Kinds() {
  const { t } = useTranslation(['meetings', 'materials'])
  const navigate = useNavigate()
  const ready = useQuery({
    queryKey: [...queryKeys.materials, 'ready'],
    queryFn: ({ signal }) => request<ReadyOutline[]>('GET', '/api/materials/ready', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const begin = useMutation({
    mutationFn: async (kind: MeetingKind) => {
      const made = await createMaterial({ type: 'meeting', kind })
      await navigate({ to: '/meetings/$id', params: { id: made.id }, search: { side: 'facts' } })
    },
  })
  if (ready.isPending) return <LoadingNotice />
  if (ready.isError) return <ErrorNotice error={ready.error} onRetry={() => void ready.refetch()} />
  return (
    <>
      <ul className={styles.kinds}>
        {ready.data.map(({ kind, description, minutesPlanned, parts }, at) => {
          const name = t(`materials:kind.${kind}`)
          return (
            <li key={kind} className={styles.kind}>
              <div>
                <p className={styles.name}>
                  {name}{' '}
                  <span className={styles.muted}>{t('list.parts', { n: parts.length, minutes: minutesPlanned })}</span>
                </p>
                <p>{description}</p>
                <p className={styles.muted}>{parts.map(({ title }) => title).join(' → ')}</p>
              </div>
              <Button
                type={at === 0 ? 'primary' : 'default'}
                autoFocus={at === 0}
                aria-label={t('list.beginOf', { kind: name })}
                loading={begin.isPending && begin.variables === kind}
                disabled={begin.isPending}
                onClick={() => begin.mutate(kind)}
              >
                {t('list.begin')}
              </Button>
            </li>
          )
        })}
      </ul>
      {begin.isError && <ErrorNotice error={begin.error} />}
    </>
  )
}
