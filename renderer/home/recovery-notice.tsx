import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import notice from '../design/notice.module.css'
import { useAbout } from '../settings/use-about.ts'

/** Says that a damaged library was kept aside at this start, and what stands in its place. */
export function RecoveryNotice() {
  const { t } = useTranslation('home')
  const about = useAbout()
  const recovery = about.data?.recovery
  if (!recovery) return null
  const { keptAside, restored } = recovery
  return (
    <div className={`${notice.notice} ${notice.error}`} role="alert">
      <p className={notice.what}>{t('recovery.what')}</p>
      <p>{restored ? t('recovery.restored', { restored }) : t('recovery.notRestored')}</p>
      <p className={notice.muted}>{t('recovery.kept', { place: keptAside })}</p>
      <p>
        <Link to="/settings">{t('recovery.toSettings')}</Link>
      </p>
    </div>
  )
}
