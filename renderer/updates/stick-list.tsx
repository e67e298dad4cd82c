import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import desk from '../publishing/publishing.module.css'
import { useSticks } from './use-channels.ts'

interface StickListProps {
  /** The place whose update is shown already. */
  readonly shown: string | undefined
  readonly onSee: (from: string) => void
}

/** Channels on the sticks and drives that are plugged in, as far as they hold something that is not here. */
export function StickList({ shown, onSee }: StickListProps) {
  const { t } = useTranslation('updates')
  const sticks = (useSticks().data ?? []).filter(({ from, known, newer }) => from !== shown && (!known || newer))
  if (sticks.length === 0) return null
  return (
    <section className={desk.sheet} aria-labelledby="sticks-title">
      <h2 id="sticks-title" className={desk.heading}>
        {t('stick.title')}
      </h2>
      <ul className={desk.rows}>
        {sticks.map((stick) => (
          <li key={stick.from} className={desk.row}>
            <span className={desk.rowText}>
              <span>《{stick.title}》</span>
              <span className={desk.muted}>{t(stick.known ? 'stick.newer' : 'stick.unknown')}</span>
              <span className={desk.path}>{stick.from}</span>
            </span>
            <Button size="small" aria-label={`${t('stick.see')} ${stick.title}`} onClick={() => onSee(stick.from)}>
              {t('stick.see')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
