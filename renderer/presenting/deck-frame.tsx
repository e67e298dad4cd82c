import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deck } from '../../library/meetings/deck/deck.ts'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { PictureSource } from '../stories/pictures/picture-source.ts'
import { OverWindow } from '../stories-shown/over-window.tsx'
import { useLeave } from '../stories-shown/slideshow.tsx'
import styles from './deck-frame.module.css'
import { useDeck } from './use-deck.ts'
import { usePictureRoute } from './use-deck-pictures.ts'

export interface ShownDeck {
  readonly materialId: string
  readonly deck: Deck
  /** The outline has changed since; taken when somebody wants it. */
  readonly newer: boolean
  readonly takeNewer: () => void
}

interface DeckFrameProps {
  readonly materialId: string
  readonly children: (shown: ShownDeck) => ReactNode
}

/** Gets the slides of a material; says what is wrong where there are none. */
export function DeckFrame({ materialId, children }: DeckFrameProps) {
  const { t } = useTranslation('presenting')
  const { deck, error, retry, newer, takeNewer } = useDeck(materialId)
  const routeOf = usePictureRoute(materialId, 'slide')
  if (!deck || deck.slides.length === 0) {
    return (
      <WithoutSlides>
        {error && <ErrorNotice error={error} onRetry={retry} />}
        {!deck && !error && <LoadingNotice />}
        {deck && (
          <EmptyNotice title={t('show.empty')}>
            <p>{t('show.emptyWhat')}</p>
          </EmptyNotice>
        )}
      </WithoutSlides>
    )
  }
  return (
    <PictureSource.Provider value={routeOf}>{children({ materialId, deck, newer, takeNewer })}</PictureSource.Provider>
  )
}

function WithoutSlides({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('presenting')
  const frame = useRef<HTMLDivElement>(null)
  const leave = useLeave()
  return (
    <OverWindow frame={frame} label={t('show.title')} className={styles.without}>
      {children}
      <button type="button" className={styles.button} onClick={leave}>
        {t('controls.end')}
      </button>
    </OverWindow>
  )
}
