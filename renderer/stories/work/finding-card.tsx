import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateFinding } from '../../../library/stories/gate/gate-view.ts'
import panel from '../../design/panels.module.css'
import { fieldName } from './field-name.ts'

interface FindingCardProps {
  readonly finding: GateFinding
  readonly busy: boolean
  readonly onGo: () => void
  readonly onRepair: () => void
  readonly onOverrule: (reason: string) => void
}

/** One thing that must not, or should not, get out: where, what to do, and who lets it pass for what reason. */
export function FindingCard({ finding, busy, onGo, onRepair, onOverrule }: FindingCardProps) {
  const { t } = useTranslation('storyWork')
  const { t: named } = useTranslation(['storyForm', 'recordForm'])
  const [overruling, setOverruling] = useState(false)
  const place = fieldName(named, finding.place.field)
  return (
    <li className={panel.entry} data-severity={finding.severity} data-code={finding.code}>
      <p>{finding.says}</p>
      {finding.place.quote && <blockquote className={panel.quote}>{finding.place.quote}</blockquote>}
      <p className={panel.why}>{finding.todo}</p>
      {finding.other && (
        <p>
          <Link to="/item/$itemId" params={{ itemId: finding.other.id }} search={{}}>
            {finding.other.title}
          </Link>{' '}
          <span className={panel.muted}>{t('gate.like', { percent: Math.round(finding.other.likeness * 100) })}</span>
        </p>
      )}
      <div className={panel.actions}>
        {finding.place.field !== '' && (
          <button type="button" className={panel.textButton} onClick={onGo}>
            {t('gate.go', { place })}
          </button>
        )}
        {finding.repair && finding.repair.type !== 'strip' && (
          <Button size="small" disabled={busy} onClick={onRepair}>
            {finding.repair.says}
          </Button>
        )}
        {finding.repair?.type === 'strip' && <span className={panel.muted}>{finding.repair.says}</span>}
        {finding.severity === 'must' && (
          <button
            type="button"
            className={panel.quietButton}
            aria-expanded={overruling}
            onClick={() => setOverruling(!overruling)}
          >
            {t('gate.overrule')}
          </button>
        )}
      </div>
      {overruling && <Overruling busy={busy} onOverrule={onOverrule} />}
    </li>
  )
}

interface OverrulingProps {
  readonly busy: boolean
  readonly onOverrule: (reason: string) => void
}

function Overruling({ busy, onOverrule }: OverrulingProps) {
  const { t } = useTranslation('storyWork')
  const [reason, setReason] = useState('')
  const id = useId()
  return (
    <form
      className={panel.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onOverrule(reason.trim())
      }}
    >
      <label htmlFor={id}>{t('gate.reason')}</label>
      <Input id={id} value={reason} maxLength={500} autoFocus onChange={(event) => setReason(event.target.value)} />
      <p className={panel.muted}>{t('gate.reasonHint')}</p>
      <div className={panel.actions}>
        <Button size="small" htmlType="submit" disabled={busy || reason.trim() === ''}>
          {t('gate.let')}
        </Button>
      </div>
    </form>
  )
}
