import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { request } from '../../service/client.ts'
import { storyAddress } from '../story-queries.ts'
import { fieldName } from '../work/field-name.ts'
import { SlipOut } from '../work/slip-out.tsx'
import { questionForField } from './questions.ts'
import styles from './telling.module.css'
import { type ToldFrom, undecided } from './told-from.ts'

interface TellingEndProps {
  readonly story: StoryView
  readonly record: StoryRecord
  readonly told: ToldFrom | undefined
  readonly saver: DraftSaver<StoryRecord, StoryView>
  readonly takeView: (view: StoryView) => void
  readonly onGo: (question: string) => void
  readonly onTakeAll: (roots: ToldFrom['decided']) => void
}

/** A gentle end: thanks, what others would still like to know, and the ways on from here. */
export function TellingEnd({ story, record, told, saver, takeView, onGo, onTakeAll }: TellingEndProps) {
  const { t, i18n } = useTranslation('storyTelling')
  const { t: named } = useTranslation(['storyForm', 'recordForm'])
  const [state, setState] = useState<'no' | 'busy' | 'submitted'>('no')
  const [error, setError] = useState<unknown>(null)
  const offer = story.steps.find(({ step }) => step === 'submit')
  const notLooked = undecided(told, record)
  const submit = async () => {
    setState('busy')
    setError(null)
    try {
      if (!(await saver.flush())) return setState('no')
      takeView(await request<StoryView>('POST', `${storyAddress(story.id)}/steps`, { body: { step: 'submit' } }))
      setState('submitted')
    } catch (problem) {
      setError(problem)
      setState('no')
    }
  }
  if (state === 'submitted' || story.state !== 'draft') {
    return (
      <div className={styles.end}>
        <h1 tabIndex={-1} className={styles.ask}>
          {t('end.submitted')}
        </h1>
        <p>{t('end.submittedWhat')}</p>
        <p className={styles.ways}>
          <Link to="/stories/$storyId" params={{ storyId: story.id }}>
            {t('end.toWork')}
          </Link>
          <Link to="/stories/new" search={{}}>
            {t('end.another')}
          </Link>
          <Link to="/stories">{t('end.toList')}</Link>
        </p>
      </div>
    )
  }
  return (
    <div className={styles.end}>
      <h1 tabIndex={-1} className={styles.ask}>
        {t('end.title')}
      </h1>
      <p>{t('end.kept')}</p>
      {notLooked.length > 0 && (
        <div className={styles.notLooked}>
          <p>{t('end.notLooked', { names: notLooked.map((root) => fieldName(named, root)).join('、') })}</p>
          <Button size="small" onClick={() => onTakeAll(notLooked)}>
            {t('end.takeAll')}
          </Button>
        </div>
      )}
      {story.missing.length > 0 && (
        <section>
          <h2>{t('end.missing')}</h2>
          <p className={styles.muted}>{t('end.missingLead')}</p>
          <ul className={panel.missing}>
            {story.missing.map(({ field, says }) => {
              const question = questionForField(field)
              const words = i18n.language === 'en' ? fieldName(named, field) : says
              return (
                <li key={`${field}${says}`}>
                  {question ? (
                    <button type="button" onClick={() => onGo(question.name)}>
                      {words}
                    </button>
                  ) : (
                    words
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button
          type="primary"
          disabled={offer?.allowed !== true || record.title.trim() === ''}
          loading={state === 'busy'}
          onClick={() => void submit()}
        >
          {t('end.submit')}
        </Button>
        <Link to="/stories/$storyId" params={{ storyId: story.id }}>
          {t('end.toWork')}
        </Link>
        <Link to="/stories">{t('end.later')}</Link>
      </div>
      {offer && !offer.allowed && <p className={styles.muted}>{offer.why}</p>}
      <SlipOut story={story} saver={saver} />
    </div>
  )
}
