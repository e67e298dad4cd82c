import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slide } from '../../../library/meetings/deck/deck.ts'
import styles from './speaker-view.module.css'

interface SlideListProps {
  readonly slides: readonly Slide[]
  readonly place: number
  readonly onGo: (place: number) => void
}

/** All slides by their titles, to go to one. */
export const SlideList = memo(function SlideList({ slides, place, onGo }: SlideListProps) {
  const { t } = useTranslation('presenting')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.children[place]?.scrollIntoView({ block: 'nearest' })
  }, [place])
  return (
    <nav className={styles.list} aria-label={t('speaker.slides')} data-slides="">
      <ol ref={list}>
        {slides.map(({ id, title, kicker }, at) => (
          <li key={id}>
            <button type="button" aria-current={at === place ? 'true' : undefined} onClick={() => onGo(at)}>
              <span className={styles.number}>{at + 1}</span>
              <span>
                {kicker && slides[at - 1]?.kicker !== kicker && <span className={styles.label}>{kicker}</span>}
                {title}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
})
