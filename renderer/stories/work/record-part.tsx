import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DoctorReport } from '../../../library/service/doctor-report.ts'
import type { StoryEvent } from '../../../library/stories/process/process-view.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import panel from '../../design/panels.module.css'
import { useTimeText } from '../../design/use-time-text.ts'
import { request } from '../../service/client.ts'

/** Everything that was done with the story: who, when, what, why. Each entry seals the one before. */
export function RecordPart({ story }: { readonly story: StoryView }) {
  const { t } = useTranslation('storyWork')
  const doctor = useMutation({ mutationFn: () => request<DoctorReport>('GET', '/api/doctor') })
  const check = doctor.data?.checks.find(({ code }) => code === 'record')
  return (
    <div className={panel.part}>
      <div className={panel.head}>
        <h3>{t('record.title')}</h3>
        <Button size="small" loading={doctor.isPending} onClick={() => doctor.mutate()}>
          {t('record.verify')}
        </Button>
      </div>
      {check && (
        <p className={check.ok ? panel.good : undefined} role="status">
          <Icon name={check.ok ? 'check' : 'warning'} /> {check.ok ? t('record.holds') : check.detail}
        </p>
      )}
      {doctor.isError && <ErrorNotice error={doctor.error} onRetry={() => doctor.mutate()} />}
      <p className={panel.muted}>{t('record.lead')}</p>
      <ol className={panel.entries}>
        {[...story.events].reverse().map((event) => (
          <EventEntry key={event.number} event={event} />
        ))}
      </ol>
    </div>
  )
}

function EventEntry({ event }: { readonly event: StoryEvent }) {
  const { t } = useTranslation(['storyWork', 'stories'])
  const timeText = useTimeText()
  const what = event.type === 'step' && event.step ? t(`stories:step.${event.step}`) : t(`record.type.${event.type}`)
  return (
    <li className={panel.entry} data-done="">
      <p>
        <strong>{what}</strong>　{event.by}
      </p>
      {event.reason && <p>{event.reason}</p>}
      <p className={panel.why}>
        {timeText(event.at)} · {t('record.link', { number: event.number, hash: event.hash.slice(0, 8) })}
      </p>
    </li>
  )
}
