import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import styles from './check-page.module.css'
import type { CheckWork } from './check-work.ts'

interface CheckedFilesProps {
  readonly works: readonly CheckWork[]
  readonly current: string
  readonly onChoose: (key: string) => void
  readonly onRemove: (key: string) => void
}

/** The documents on the desk, with how each stands. */
export function CheckedFiles({ works, current, onChoose, onRemove }: CheckedFilesProps) {
  const { t } = useTranslation('office')
  const standing = ({ state, now }: CheckWork) => {
    if (state === 'checking') return t('check.checking')
    if (state === 'failed' || !now) return t('check.failed')
    const { must, should } = now.check
    return must + should === 0 ? t('check.cleanShort') : t('check.counts', { must, should })
  }
  return (
    <ul className={styles.files} aria-label={t('check.files')}>
      {works.map((work) => (
        <li key={work.key} className={styles.file} data-current={work.key === current ? '' : undefined}>
          <button
            type="button"
            className={styles.fileButton}
            aria-pressed={work.key === current}
            onClick={() => onChoose(work.key)}
          >
            <span className={styles.fileName}>{work.file}</span>
            <span className={styles.muted}>{standing(work)}</span>
          </button>
          <button
            type="button"
            className={styles.iconButton}
            aria-label={t('check.removeOf', { file: work.file })}
            title={t('check.remove')}
            onClick={() => onRemove(work.key)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
