import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortTitle } from '../design/short-title.ts'
import styles from './pair-bar.module.css'
import type { ResultHit } from './result-hits.ts'

interface PairBarProps {
  readonly pair: readonly ResultHit[]
  readonly onCompare: () => void
  readonly onClear: () => void
}

/** Which results are chosen to be compared, and the way to compare them. */
export function PairBar({ pair, onCompare, onClear }: PairBarProps) {
  const { t } = useTranslation('search')
  return (
    <section className={styles.bar} aria-label={t('pair.label')}>
      <ul className={styles.chosen}>
        {pair.map(({ key, item, passage }) => (
          <li key={key} className={styles.place}>
            {t('pair.chosen', { place: `${shortTitle(item.title)} ${passage?.provision ?? ''}` })}
          </li>
        ))}
        {pair.length < 2 && <li className={styles.quiet}>{t('pair.one')}</li>}
      </ul>
      {pair.length === 2 && (
        <Button type="primary" onClick={onCompare}>
          {t('pair.compare')}
        </Button>
      )}
      <Button type="text" onClick={onClear}>
        {t('pair.clear')}
      </Button>
    </section>
  )
}
