import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { letterOf } from '../graph/drill-ways.ts'
import type { DrillFinding } from './check-drill.ts'
import styles from './found-list.module.css'

interface FoundListProps {
  readonly found: readonly DrillFinding[]
  readonly onGo: (path: string) => void
}

/** What a drill still lacks, in words; each leads to its place. It stops nothing. */
export function FoundList({ found, onGo }: FoundListProps) {
  const { t } = useTranslation('drills')
  if (found.length === 0) {
    return (
      <p className={styles.good}>
        <Icon name="check" /> {t('found.none')}
      </p>
    )
  }
  return (
    <ul className={styles.list}>
      {found.map(({ code, path, turn = 0, choice = 0, role = '', quote = '' }) => (
        <li key={`${code} ${path}`}>
          <button type="button" className={styles.go} onClick={() => onGo(path)}>
            {t(code === 'to-edit' && path.startsWith('turns/') ? 'found.to-editIn' : `found.${code}`, {
              n: turn + 1,
              letter: letterOf(choice),
              role,
              quote,
            })}
          </button>
        </li>
      ))}
    </ul>
  )
}
