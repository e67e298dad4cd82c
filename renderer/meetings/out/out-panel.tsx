import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import panel from '../../design/panels.module.css'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { DesignPart } from './design-part.tsx'
import type { OutDesk } from './out-desk.ts'
import { PapersPart } from './papers-part.tsx'
import { SendPart } from './send-part.tsx'
import { SlidesPart } from './slides-part.tsx'

interface OutPanelProps {
  readonly view: ViewOf<MeetingRecord>
  readonly record: MeetingRecord
  readonly desk: OutDesk
}

/** Everything that is made of the outline: slides, papers, and files for others. */
export function OutPanel({ view, record, desk }: OutPanelProps) {
  const { t } = useTranslation('meetingOut')
  return (
    <section className={panel.panel} aria-label={t('title')}>
      <div className={panel.head}>
        <h2 className={panel.heading}>{t('title')}</h2>
      </div>
      <p className={panel.muted}>{t(record.parts.length === 0 ? 'empty' : 'lead')}</p>
      <SlidesPart view={view} record={record} desk={desk} />
      <DesignPart view={view} record={record} desk={desk} />
      <PapersPart view={view} record={record} desk={desk} />
      <SendPart view={view} desk={desk} />
    </section>
  )
}
