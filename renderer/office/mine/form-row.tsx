import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FormSummary } from '../../../library/templates/forms/form-view.ts'
import { Icon } from '../../design/icon.tsx'
import { useTimeText } from '../../design/use-time-text.ts'
import { saveFile } from '../../feedback/save-file.ts'
import { useUndoNotice } from '../use-undo-notice.tsx'
import styles from './mine-page.module.css'
import { formDocument, useFormChanges } from './use-forms.ts'

interface FormRowProps {
  readonly form: FormSummary
  readonly selected: boolean
  readonly onSelect: (id: string, selected: boolean) => void
}

/** One filled form: what it is, how it stands, what can be done with it. */
export function FormRow({ form, selected, onSelect }: FormRowProps) {
  const { t } = useTranslation('office')
  const timeText = useTimeText()
  const navigate = useNavigate()
  const notice = useUndoNotice()
  const { remove, again, restore } = useFormChanges()
  const { id, title, state } = form
  const fillAgain = (how: 'copy' | 'renew') =>
    again.mutate(
      { id, how },
      {
        onSuccess: (made) => void navigate({ to: '/forms/$formId', params: { formId: made.id } }),
        onError: (error) => notice.failed(t('mine.notAgain'), error),
      },
    )
  const discard = () =>
    remove.mutate(id, {
      onSuccess: () => notice.done(t('mine.deleted'), title, () => restore(id)),
      onError: (error) => notice.failed(t('mine.notDeleted'), error),
    })
  const save = () =>
    formDocument(id).then(
      (docx) => saveFile(docx, `${title}.docx`),
      (error: unknown) => notice.failed(t('mine.notSaved'), error),
    )
  return (
    <li className={styles.row}>
      {state === 'draft' ? (
        <Icon name="amended" />
      ) : (
        <Checkbox
          checked={selected}
          aria-label={t('mine.select', { title })}
          onChange={(event) => onSelect(id, event.target.checked)}
        />
      )}
      <div className={styles.what}>
        <p className={styles.head}>
          <Link to="/forms/$formId" params={{ formId: id }} className={styles.title}>
            {title}
          </Link>
          {state === 'draft' && <span className={styles.tag}>{t('mine.states.draft')}</span>}
          {form.templateChanged && <span className={styles.warn}>{t('mine.templateChanged')}</span>}
          {form.basisChanged && <span className={styles.warn}>{t('mine.basisChanged')}</span>}
        </p>
        <p className={styles.facts}>
          <span>{form.templateTitle}</span>
          <span>{timeText(form.finishedAt ?? form.updatedAt)}</span>
          {form.code && <span className={styles.code}>{t('mine.code', { code: form.code })}</span>}
        </p>
      </div>
      <div className={styles.actions}>
        {state === 'finished' && (
          <Button type="text" aria-label={t('mine.saveOf', { title })} onClick={() => void save()}>
            {t('mine.save')}
          </Button>
        )}
        {form.templateChanged && (
          <Button type="text" aria-label={t('mine.renewOf', { title })} onClick={() => fillAgain('renew')}>
            {t('mine.renew')}
          </Button>
        )}
        <Button type="text" aria-label={t('mine.copyOf', { title })} onClick={() => fillAgain('copy')}>
          {t('mine.copy')}
        </Button>
        <Button type="text" aria-label={t('mine.deleteOf', { title })} onClick={discard}>
          {t('mine.delete')}
        </Button>
      </div>
    </li>
  )
}
