import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepOffer } from '../../../library/stories/story-view.ts'
import panel from '../../design/panels.module.css'
import { localDay } from '../../drafts/local-day.ts'
import { readLooseDate } from '../../record-form/read-loose-date.ts'

/** What a step is taken with. */
export interface StepFacts {
  readonly reason?: string
  readonly on?: string
  readonly urgent?: boolean
  readonly changes?: readonly { readonly text: string }[]
}

interface StepFormProps {
  readonly offer: StepOffer
  readonly busy: boolean
  readonly onTake: (facts: StepFacts) => void
  readonly onDrop: () => void
}

/** What has to be said with a step: what has to change, why it is withdrawn, on which day it comes out. */
export function StepForm({ offer, busy, onTake, onDrop }: StepFormProps) {
  const { t } = useTranslation(['storyWork', 'stories', 'recordForm'])
  const { step } = offer
  const id = useId()
  const [reason, setReason] = useState('')
  const [day, setDay] = useState('')
  const [changes, setChanges] = useState('')
  const [urgent, setUrgent] = useState(offer.onlyUrgent === true)
  const today = localDay(new Date())
  const on = readLooseDate(day, today)
  const requested = changes
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const needsReason = step === 'retire' || (step === 'return' && requested.length === 0)
  const ready = (!needsReason || reason.trim() !== '') && (step !== 'schedule' || (on?.length === 10 && on > today))
  const take = () => {
    if (!ready || busy) return
    onTake({
      ...(reason.trim() !== '' && { reason: reason.trim() }),
      ...(step === 'schedule' && on && { on }),
      ...(step === 'retire' && urgent && { urgent }),
      ...(step === 'return' && requested.length > 0 && { changes: requested.map((text) => ({ text })) }),
    })
  }
  return (
    <form
      className={panel.form}
      aria-label={t(`stories:step.${step}`)}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      {offer.why && <p className={panel.why}>{offer.why}</p>}
      <p>{t(`way.does.${step}`)}</p>
      {step === 'schedule' && (
        <div className={panel.field}>
          <label htmlFor={`${id}-day`}>{t('way.day')}</label>
          <Input
            id={`${id}-day`}
            value={day}
            maxLength={30}
            autoFocus
            placeholder={t('recordForm:date.dayExample')}
            onChange={(event) => setDay(event.target.value)}
          />
          {day.trim() !== '' && !(on?.length === 10 && on > today) && (
            <p className={panel.muted}>{t('way.dayWrong')}</p>
          )}
        </div>
      )}
      {step === 'return' && (
        <div className={panel.field}>
          <label htmlFor={`${id}-changes`}>{t('way.changes')}</label>
          <Input.TextArea
            id={`${id}-changes`}
            value={changes}
            maxLength={4000}
            autoFocus
            placeholder={t('way.changesExample')}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setChanges(event.target.value)}
          />
        </div>
      )}
      <div className={panel.field}>
        <label htmlFor={`${id}-reason`}>{t(needsReason ? 'way.reason' : 'way.note')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          value={reason}
          maxLength={2000}
          autoFocus={step !== 'schedule' && step !== 'return'}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {step === 'retire' && (
        <Checkbox
          checked={urgent}
          disabled={offer.onlyUrgent === true}
          onChange={({ target }) => setUrgent(target.checked)}
        >
          {t('way.urgent')}
        </Checkbox>
      )}
      <div className={panel.actions}>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>
          {t('way.confirm', { step: t(`stories:step.${step}`) })}
        </Button>
        <Button onClick={onDrop}>{t('way.drop')}</Button>
      </div>
    </form>
  )
}
