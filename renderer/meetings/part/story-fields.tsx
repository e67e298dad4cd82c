import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeetingPart, ToldStory } from '../../../library/meetings/outline/outline.schema.ts'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { ServiceError } from '../../service/service-error.ts'
import { takeIn } from '../adding/take-in.ts'
import { LinesField } from './lines-field.tsx'
import { usePartDesk } from './part-desk.ts'
import { withLeftOut } from './told-sections.ts'

/** The story as it is told here: which of its sections, whose words, and what is asked afterwards. */
export function StoryFields({ part }: { readonly part: Extract<MeetingPart, { type: 'story' }> }) {
  const { t } = useTranslation('meetingParts')
  return (
    <>
      {part.story ? <Told story={part.story} /> : <NoStory />}
      <FormSection title={t('story.ask')}>
        <LinesField path="ask" one={t('story.askOne')} example={t('story.askExample')} most={20} />
      </FormSection>
    </>
  )
}

function NoStory() {
  const { t } = useTranslation('meetingParts')
  const { readOnly } = useRecordForm()
  const desk = usePartDesk()
  return (
    <div>
      <p className={styles.hint}>{t('story.none')}</p>
      {!readOnly && <Button onClick={() => desk.onFind('search', 'story')}>{t('story.find')}</Button>}
    </div>
  )
}

function Told({ story }: { readonly story: ToldStory }) {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  const desk = usePartDesk()
  const { from } = story
  const putBack = async () => {
    if (!from) return
    try {
      const { parts } = await takeIn([{ itemId: from.id, revision: from.revision }])
      const whole = parts.find((part) => part.type === 'story')?.story
      const { story: next, back } = whole ? withLeftOut(story, whole) : { story, back: 0 }
      if (back === 0) return desk.announce(t('story.backNone'))
      form.change('story', next)
      desk.announce(t('story.backDone', { n: back }), () => form.change('story', story))
    } catch (error) {
      desk.announce(error instanceof ServiceError ? error.what : String(error))
    }
  }
  return (
    <>
      <FormSection title={t('story.title')}>
        <div className={styles.fields}>
          <TextField path="story/title" label={t('story.title')} maxLength={300} always wide />
          <TextField path="story/place" label={t('story.place')} maxLength={200} />
          <TextField path="story/happened" label={t('story.happened')} maxLength={60} />
          <TextField path="story/summary" label={t('story.summary')} maxLength={1000} rows={2} />
        </div>
        <p className={styles.fileLine}>
          {from && (
            <Link to="/item/$itemId" params={{ itemId: from.id }} search={{ revision: from.revision }}>
              {t('story.source')}
            </Link>
          )}
          {!form.readOnly && (
            <Button size="small" type="text" onClick={() => form.change('story', undefined)}>
              {t('story.remove')}
            </Button>
          )}
        </p>
      </FormSection>
      <FormSection title={t('story.sections')} lead={t('story.sectionsLead')}>
        <EntryList<ToldStory['sections'][number]>
          path="story/sections"
          one={t('story.section')}
          nameOf={({ heading }) => heading}
          keyOf={({ heading }, at) => `${at} ${heading}`}
          most={12}
          ways={from && <Button onClick={() => void putBack()}>{t('story.back')}</Button>}
        >
          {({ heading }, path) => (
            <TextField path={`${path}/text`} label={heading || t('story.text')} maxLength={20_000} rows={2} always />
          )}
        </EntryList>
      </FormSection>
      {story.quotes.length > 0 && (
        <FormSection title={t('story.quotes')}>
          <EntryList<ToldStory['quotes'][number]>
            path="story/quotes"
            one={t('story.quote')}
            nameOf={({ text }) => text}
            keyOf={(_, at) => String(at)}
            most={20}
          >
            {(_, path) => (
              <div className={styles.fields}>
                <TextField path={`${path}/text`} label={t('story.quote')} maxLength={1000} rows={1} always />
                <TextField path={`${path}/by`} label={t('story.by')} maxLength={80} always />
              </div>
            )}
          </EntryList>
        </FormSection>
      )}
    </>
  )
}
