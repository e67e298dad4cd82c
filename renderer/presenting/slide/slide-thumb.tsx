import type { CSSProperties } from 'react'
import type { Deck, Slide } from '../../../library/meetings/deck/deck.ts'
import styles from './slide-thumb.module.css'
import { SlideView } from './slide-view.tsx'

interface SlideThumbProps {
  readonly slide: Slide
  readonly deck: Deck
  /** Pixels. */
  readonly width: number
}

/** A slide drawn at full size and made small as a whole: no browser makes its letters larger than it wants them. Its name stands beside it. */
export function SlideThumb({ slide, deck, width }: SlideThumbProps) {
  return (
    <span className={styles.thumb} style={{ '--scale': width / 960, width } as CSSProperties} aria-hidden="true" inert>
      <span className={styles.whole}>
        <SlideView slide={slide} deck={deck} />
      </span>
    </span>
  )
}
