import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StepOffer, StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { ServiceError } from '../../service/service-error.ts'
import { useActingPerson } from '../person/use-acting-person.ts'
import { storyAddress } from '../story-queries.ts'
import { type StepFacts, StepForm } from './step-form.tsx'
import type { WorkSide } from './work-bar.tsx'

interface StepsPartProps {
  readonly story: StoryView
  readonly saver: DraftSaver<StoryRecord, StoryView>
  readonly takeView: (view: StoryView) => void
  readonly onSide: (side: WorkSide) => void
}

/** The steps that can follow: those this person may take as buttons, the others with the reason why not. */
export function StepsPart({ story, saver, takeView, onSide }: StepsPartProps) {
  const { t, i18n } = useTranslation(['storyWork', 'stories'])
  const client = useQueryClient()
  const person = useActingPerson()
  const [chosen, setChosen] = useState<StepOffer>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const allowed = story.steps.filter((offer) => offer.allowed)
  const closed = story.steps.filter((offer) => !offer.allowed)

  const take = async (offer: StepOffer, facts: StepFacts) => {
    setBusy(true)
    setError(null)
    try {
      if (!(await saver.flush())) return
      const view = await request<StoryView>('POST', `${storyAddress(story.id)}/steps`, {
        body: { step: offer.step, ...facts },
      })
      takeView(view)
      setChosen(undefined)
      void client.invalidateQueries({ queryKey: queryKeys.items })
      void client.invalidateQueries({ queryKey: queryKeys.home })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={panel.part}>
      <p className={panel.muted}>{person ? t('way.as', { name: person.name }) : t('way.asComputer')}</p>
      <div className={panel.actions}>
        {allowed.map((offer, at) => (
          <Button
            key={offer.step}
            type={at === 0 && !offer.onlyUrgent ? 'primary' : 'default'}
            disabled={busy}
            aria-expanded={offer.step === 'submit' ? undefined : chosen?.step === offer.step}
            onClick={() => {
              setError(null)
              if (offer.step === 'submit') void take(offer, {})
              else setChosen(chosen?.step === offer.step ? undefined : offer)
            }}
          >
            {t(`stories:step.${offer.step}`)}
          </Button>
        ))}
      </div>
      {chosen && allowed.some(({ step }) => step === chosen.step) && (
        <StepForm
          key={chosen.step}
          offer={chosen}
          busy={busy}
          onTake={(facts) => void take(chosen, facts)}
          onDrop={() => setChosen(undefined)}
        />
      )}
      {error !== null && (
        <>
          <ErrorNotice error={error} />
          {error instanceof ServiceError && error.code === 'GATE_CLOSED' && (
            <div className={panel.actions}>
              <Button onClick={() => onSide('gate')}>{t('way.toGate')}</Button>
            </div>
          )}
        </>
      )}
      {closed.length > 0 && (
        <ul className={panel.entries}>
          {closed.map(({ step, why, because }) => (
            <li key={step} className={panel.why}>
              <strong>{t(`stories:step.${step}`)}</strong>　
              {i18n.language === 'en' && because ? t(`way.because.${because}`) : why}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
