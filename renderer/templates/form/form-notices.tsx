import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import styles from '../../design/form-desk.module.css'
import { SavingConflict } from '../../drafts/saving-conflict.tsx'
import type { Recovered } from './use-draft.ts'

interface FormNoticesProps {
  readonly form: FormView
  readonly recovered: Recovered
  readonly conflict: boolean
  readonly checkFailed: boolean
  readonly onTheirs: () => void
  readonly onMine: () => void
  readonly children: ReactNode
}

/** What one has to know of this form before filling on. */
export function FormNotices({ form, recovered, conflict, checkFailed, onTheirs, onMine, children }: FormNoticesProps) {
  const { t } = useTranslation('templates')
  const unplaced = form.renewedFrom?.unplaced ?? []
  return (
    <div className={styles.notices}>
      {form.templateChanged && (
        <p className={styles.notice}>
          {t('form.templateChanged')}{' '}
          <Link to="/templates/$itemId" params={{ itemId: form.templateId }} search={{}}>
            {t('form.seeTemplate')}
          </Link>
        </p>
      )}
      {unplaced.length > 0 && (
        <p className={styles.notice}>{t('form.unplaced', { names: unplaced.map(({ title }) => title).join('、') })}</p>
      )}
      {recovered === 'other-window' && <p className={styles.notice}>{t('saving.recoveredOther')}</p>}
      {conflict && <SavingConflict says={t('saving.conflictWhat')} onTheirs={onTheirs} onMine={onMine} />}
      {checkFailed && <p className={styles.notice}>{t('check.failed')}</p>}
      {children}
    </div>
  )
}
