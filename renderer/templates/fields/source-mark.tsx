import { Link } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../form/field-path.ts'
import { useFormDesk } from '../form/form-desk-context.ts'
import styles from './source-mark.module.css'

/** Where a value came from, in two words; all of it where one points or goes, and when the field is read aloud. */
export function SourceMark({ path }: { readonly path: string }) {
  const { t } = useTranslation('templates')
  const desk = useFormDesk()
  const source = desk.sourceOf(path)
  const ownership = desk.ownershipOf(path)
  const back = ownership === 'changed' && (
    <button type="button" className={styles.back} onClick={() => desk.giveBack(path)}>
      {t('field.giveBack')}
    </button>
  )
  if (!source || source.type === 'typed') return back || null
  const whole = t('field.from', { title: source.title })
  return (
    <>
      {back}
      <Tooltip title={whole}>
        {source.open ? (
          <Link to={source.open} className={styles.mark} aria-label={`${t(`source.${source.type}`)} ${whole}`}>
            {t(`source.${source.type}`)}
          </Link>
        ) : (
          <span className={styles.mark} aria-hidden="true">
            {t(`source.${source.type}`)}
          </span>
        )}
      </Tooltip>
      <span id={`${fieldId(path)}-source`} className="visually-hidden">
        {whole}
      </span>
    </>
  )
}
