import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CitedChange } from '../../../library/meetings/materials/material-view.ts'
import panel from '../../design/panels.module.css'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import { compareTexts } from '../../search/compare-texts.ts'
import { ComparedRuns } from '../../search/compared-runs.tsx'

interface ChangedPassageProps {
  readonly change: CitedChange
  readonly busy: boolean
  /** Absent where nothing may be changed. */
  readonly onRenew?: (() => void) | undefined
  readonly onKeep?: (() => void) | undefined
  /** To the part it stands in; absent where that is not open. */
  readonly onGo?: (() => void) | undefined
}

/** Something cited that is another now: its words as they stand in the meeting, and as they are here. */
export function ChangedPassage({ change, busy, onRenew, onKeep, onGo }: ChangedPassageProps) {
  const { t } = useTranslation('meetings')
  const { before, after, itemId, anchor, revision, validity, kept } = change
  const compared = useMemo(() => (after === undefined ? undefined : compareTexts(before, after)), [before, after])
  const title = `${change.title}${change.provision ?? ''}`
  return (
    <li className={panel.entry} data-severity={kept ? undefined : 'should'} data-done={kept ? '' : undefined}>
      <p>
        <strong>{title}</strong> {validity && <ValidityBadge validity={validity} />}
      </p>
      <p>
        {change.says}{' '}
        {onGo && (
          <button type="button" className={panel.quietButton} onClick={onGo}>
            {t('changes.part', { part: change.partTitle || t('outline.none') })}
          </button>
        )}
      </p>
      <div className={panel.field}>
        <span className={panel.why}>{t('changes.before')}</span>
        {compared ? (
          <ComparedRuns runs={compared.left} mark="removed" only={t('changes.only')} />
        ) : (
          <p className={panel.quote}>{before}</p>
        )}
      </div>
      {compared && (
        <div className={panel.field}>
          <span className={panel.why}>{t('changes.after')}</span>
          <ComparedRuns runs={compared.right} mark="added" only={t('changes.only')} />
        </div>
      )}
      {!compared && (
        <p className={panel.why}>{t(change.change === 'withdrawn' ? 'changes.withdrawn' : 'changes.gone')}</p>
      )}
      <div className={panel.actions}>
        {onRenew && compared && (
          <Button size="small" disabled={busy} aria-label={t('changes.renewOf', { title })} onClick={onRenew}>
            {t('changes.renew')}
          </Button>
        )}
        {onKeep && !kept && (
          <Button size="small" disabled={busy} aria-label={t('changes.keepOf', { title })} onClick={onKeep}>
            {t('changes.keep')}
          </Button>
        )}
        {change.what === 'passage' && change.change !== 'withdrawn' && (
          <Link to="/item/$itemId" params={{ itemId }} search={{ revision }} {...(anchor && { hash: anchor })}>
            {t('changes.open')}
          </Link>
        )}
      </div>
    </li>
  )
}
