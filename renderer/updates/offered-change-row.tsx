import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OfferedChange } from '../../library/updates/update-view.ts'
import { KindLabel } from '../design/kind-label.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import desk from '../publishing/publishing.module.css'
import { useShownDate } from '../reading/shown-date.ts'

interface OfferedChangeRowProps {
  readonly change: OfferedChange
  readonly titles: ReadonlyMap<string, string>
  readonly onCompare: () => void
}

/** One item of an update, with what a reader must know of it. */
export function OfferedChangeRow({ change, titles, onCompare }: OfferedChangeRowProps) {
  const { t } = useTranslation('updates')
  const shown = useShownDate()
  const { kind, title, type, validity, effectiveFrom, repealedOn, withdrawn, ownText } = change
  const replacement = withdrawn?.replacedBy
  const see = t(`offer.see.${type}`)
  return (
    <li className={desk.row}>
      <span className={desk.rowText}>
        <span>{title}</span>
        <KindLabel kind={kind} />
        {validity && <ValidityBadge validity={validity} />}
        {validity === 'in-force' && <span className={desk.muted}>{t('offer.nowInForce')}</span>}
        {validity === 'not-yet' && effectiveFrom && (
          <span className={desk.muted}>{t('offer.effective', { date: shown(effectiveFrom) })}</span>
        )}
        {repealedOn && <span className={desk.muted}>{t('offer.repealed', { date: shown(repealedOn) })}</span>}
        {withdrawn && (
          <span className={desk.muted}>
            {t('offer.withdrawn', { date: shown(withdrawn.withdrawnOn), reason: withdrawn.reason })}
          </span>
        )}
        {replacement && (
          <span className={desk.muted}>
            {t('offer.replacedBy')}{' '}
            {titles.get(replacement) ?? (
              <Link to="/item/$itemId" params={{ itemId: replacement }}>
                {t('offer.seeReplacement')}
              </Link>
            )}
          </span>
        )}
        {ownText && <span className={desk.tag}>{t('offer.ownText')}</span>}
      </span>
      <Button size="small" aria-label={t('offer.seeOf', { see, title })} onClick={onCompare}>
        {see}
      </Button>
    </li>
  )
}
