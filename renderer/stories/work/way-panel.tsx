import { useTranslation } from 'react-i18next'
import type { StoryState } from '../../../library/stories/process/process-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import panel from '../../design/panels.module.css'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { looseDateText } from '../../record-form/read-loose-date.ts'
import { fieldName } from './field-name.ts'
import type { goToPlace } from './go-to-place.ts'
import { RecordPart } from './record-part.tsx'
import { SlipOut } from './slip-out.tsx'
import { StepsPart } from './steps-part.tsx'
import type { WorkSide } from './work-bar.tsx'

interface WayPanelProps {
  readonly story: StoryView
  readonly saver: DraftSaver<StoryRecord, StoryView>
  readonly takeView: (view: StoryView) => void
  readonly onGo: (place: Parameters<typeof goToPlace>[0]) => void
  readonly onSide: (side: WorkSide) => void
}

const way: readonly StoryState[] = ['draft', 'submitted', 'verified', 'approved', 'published']

/** How far the story is, what is still missing, who may do what next, and everything that was done. */
export function WayPanel({ story, saver, takeView, onGo, onSide }: WayPanelProps) {
  const { t, i18n } = useTranslation(['storyWork', 'stories'])
  const { t: named } = useTranslation(['storyForm', 'recordForm'])
  const shown = story.state === 'retired' ? [...way, 'retired' as const] : way
  return (
    <section className={panel.panel} aria-label={t('way.title')}>
      <div className={panel.part}>
        <h2 className={panel.heading}>{t('way.title')}</h2>
        <ol className={panel.steps}>
          {shown.map((state) => (
            <li key={state}>
              <span {...(state === story.state && { 'aria-current': 'step' })}>{t(`stories:state.${state}`)}</span>
            </li>
          ))}
        </ol>
        <Dates story={story} />
        <StepsPart story={story} saver={saver} takeView={takeView} onSide={onSide} />
      </div>
      {story.state !== 'published' && story.state !== 'retired' && (
        <div className={panel.part}>
          <h3>{t('way.missing')}</h3>
          {story.missing.length === 0 ? (
            <p className={panel.muted}>{t('way.whole')}</p>
          ) : (
            <>
              <p className={panel.muted}>{t('way.missingLead')}</p>
              <ul className={panel.missing}>
                {story.missing.map(({ field, says }) => (
                  <li key={`${field}${says}`}>
                    <button type="button" onClick={() => onGo({ field })}>
                      {i18n.language === 'en' ? fieldName(named, field) : says}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <SlipOut story={story} saver={saver} />
      <RecordPart story={story} />
    </section>
  )
}

function Dates({ story }: { readonly story: StoryView }) {
  const { t } = useTranslation('storyWork')
  const { dueOn, scheduledFor, publishedOn, reviewOn } = story
  const dates = [
    publishedOn && t('way.publishedOn', { day: looseDateText(publishedOn) }),
    scheduledFor && t('way.scheduledFor', { day: looseDateText(scheduledFor.slice(0, 10)) }),
    dueOn && story.state !== 'published' && t('way.dueOn', { day: looseDateText(dueOn) }),
    reviewOn && t('way.reviewOn', { day: looseDateText(reviewOn) }),
  ].flatMap((date) => (date ? [date] : []))
  if (dates.length === 0) return null
  return (
    <ul className={panel.muted}>
      {dates.map((date) => (
        <li key={date}>{date}</li>
      ))}
    </ul>
  )
}
