import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deck, Slide } from '../../../library/meetings/deck/deck.ts'
import { useNear } from '../../design/use-near.ts'
import { PictureSource } from '../../stories/pictures/picture-source.ts'
import frame from '../deck-frame.module.css'
import { SlideThumb } from '../slide/slide-thumb.tsx'
import { usePictureRoute } from '../use-deck-pictures.ts'
import styles from './overview.module.css'

interface OverviewProps {
  readonly materialId: string
  readonly deck: Deck
  readonly place: number
  readonly onGo: (place: number) => void
  readonly onClose: () => void
}

/** All slides, small, to go to one; found by their titles. */
export function Overview({ materialId, deck, place, onGo, onClose }: OverviewProps) {
  const { t } = useTranslation('presenting')
  const [wanted, setWanted] = useState('')
  const titleId = useId()
  const grid = useRef<HTMLOListElement>(null)
  const routeOf = usePictureRoute(materialId, 'small')
  const found = slidesNamed(deck.slides, wanted)
  useEffect(() => {
    const current = grid.current?.querySelector<HTMLElement>('[aria-current]')
    current?.focus({ preventScroll: true })
    current?.scrollIntoView({ block: 'center' })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (!moveInGrid(grid.current, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <PictureSource.Provider value={routeOf}>
      <section className={styles.overview} aria-labelledby={titleId} onKeyDown={onKeyDown}>
        <header className={styles.head}>
          <h2 id={titleId}>{t('overview.title')}</h2>
          <input
            type="search"
            className={styles.find}
            aria-label={t('overview.find')}
            placeholder={t('overview.find')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <button type="button" className={frame.button} onClick={onClose}>
            {t('overview.close')}
          </button>
        </header>
        {found.length === 0 && <p>{t('overview.none')}</p>}
        <ol ref={grid} className={styles.grid}>
          {found.map(({ slide, at }) => (
            <li key={slide.id}>
              <button
                type="button"
                className={styles.slide}
                aria-current={at === place ? 'true' : undefined}
                onClick={() => onGo(at)}
              >
                <NearThumb slide={slide} deck={deck} />
                <span className={styles.name}>
                  {at + 1}　{slide.title}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </section>
    </PictureSource.Provider>
  )
}

function NearThumb({ slide, deck }: { readonly slide: Slide; readonly deck: Deck }) {
  const place = useRef<HTMLSpanElement>(null)
  const near = useNear(place)
  return (
    <span ref={place} className={styles.thumb}>
      {near && <SlideThumb slide={slide} deck={deck} width={224} />}
    </span>
  )
}

function slidesNamed(slides: readonly Slide[], wanted: string) {
  const words = wanted.trim().toLowerCase()
  return slides
    .map((slide, at) => ({ slide, at }))
    .filter(({ slide, at }) => words === '' || slide.title.toLowerCase().includes(words) || String(at + 1) === words)
}

/** Arrow keys move among what lies in rows. True when the key was one of them. */
function moveInGrid(grid: HTMLElement | null, key: string): boolean {
  const buttons = [...(grid?.querySelectorAll('button') ?? [])]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const first = buttons[0]
  if (key === 'ArrowDown' && at < 0 && first) {
    first.focus()
    return true
  }
  if (at < 0 || !first) return false
  const columns = buttons.filter(({ offsetTop }) => offsetTop === first.offsetTop).length
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: buttons.length - 1,
  }
  const goal = moves[key]
  if (goal === undefined) return false
  buttons[goal]?.focus()
  return true
}
