import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { usePartDesk } from './part-desk.ts'
import { useEditCopy } from './use-edit-copy.ts'

/** The drill that is played in this part: what it is about, and the way to change a copy of it. */
export function SceneFields({ part }: { readonly part: Extract<MeetingPart, { type: 'scene' }> }) {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  const desk = usePartDesk()
  const { edit, busy, error } = useEditCopy()
  const { drill, from } = part
  if (!drill) {
    return (
      <div>
        <p className={styles.hint}>{t('drill.none')}</p>
        {!form.readOnly && (
          <p className={styles.fileLine}>
            <Button onClick={() => desk.onFind('materials', 'drill')}>{t('drill.find')}</Button>
          </p>
        )}
      </div>
    )
  }
  return (
    <FormSection title={drill.title} lead={drill.summary}>
      <p className={styles.hint}>
        {t('drill.roles', { n: drill.roles.length })} · {t('drill.turns', { n: drill.turns.length })}
        {drill.roles.length > 0 && ` · ${drill.roles.map(({ name }) => name).join('、')}`}
      </p>
      {drill.setting !== '' && (
        <details>
          <summary>{t('drill.setting')}</summary>
          <p className={styles.hint}>{drill.setting}</p>
        </details>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <p className={styles.fileLine}>
        {from && (
          <Link to="/drills/$id/play" params={{ id: from.id }}>
            {t('drill.play')}
          </Link>
        )}
        {!form.readOnly && (
          <>
            <Button size="small" loading={busy} onClick={() => void edit(drill)}>
              {t('drill.edit')}
            </Button>
            <Button
              size="small"
              type="text"
              onClick={() => {
                form.change('drill', undefined)
                form.change('from', undefined)
              }}
            >
              {t('drill.remove')}
            </Button>
          </>
        )}
      </p>
      {!form.readOnly && <p className={styles.hint}>{t('drill.editHint')}</p>}
    </FormSection>
  )
}
