import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deck, Slide } from '../../../library/meetings/deck/deck.ts'
import { usePageTitle } from '../../design/page.tsx'
import { OverWindow } from '../../stories-shown/over-window.tsx'
import { useLeave } from '../../stories-shown/slideshow.tsx'
import { useWakeLock } from '../../stories-shown/use-wake-lock.ts'
import frameStyles from '../deck-frame.module.css'
import type { ShownDeck } from '../deck-frame.tsx'
import { DisplayNotice } from '../displays/display-notice.tsx'
import { NewerNotice } from '../show/newer-notice.tsx'
import { leaveWindow, openSlidesWindow } from '../show/open-windows.ts'
import { ShowHelp } from '../show/show-help.tsx'
import type { ShowAction } from '../show/show-keys.ts'
import { useShow } from '../show/use-show.ts'
import { useShowKeys } from '../show/use-show-keys.ts'
import { stepsOf } from '../slide/slide-steps.ts'
import { SlideView } from '../slide/slide-view.tsx'
import { useDeckPictures } from '../use-deck-pictures.ts'
import { SlideList } from './slide-list.tsx'
import { SpeakerClock } from './speaker-clock.tsx'
import { SpeakerNotes } from './speaker-notes.tsx'
import styles from './speaker-view.module.css'
import { useNoteSize } from './use-note-size.ts'

/** The speaker's own window: the slide, the next one, the notes and the time. What is done here is done in the hall. */
export function SpeakerView({ materialId, deck, newer, takeNewer }: ShownDeck) {
  const { t } = useTranslation('presenting')
  const frame = useRef<HTMLDivElement>(null)
  const leave = useLeave()
  const leaveShow = () => leaveWindow(materialId, leave)
  const { show, view } = useShow({ materialId, deck, role: 'speaker', onEnd: leaveShow })
  const [helpShown, setHelpShown] = useState(false)
  const [pointing, setPointing] = useState(false)
  const [size, setSize] = useNoteSize()
  const { state, place, others } = view
  const slide = deck.slides[place]
  useWakeLock(true)
  useDeckPictures(materialId, deck, place)
  usePageTitle(t('speaker.label', { title: deck.title }))
  const act = (action: ShowAction) => {
    if (action === 'next' || action === 'previous' || action === 'first' || action === 'last')
      show.run({ type: action })
    else if (action === 'black' || action === 'white') show.run({ type: 'cover', cover: action })
    else if (action === 'pointer') setPointing((now) => !now)
    else if (action === 'help') setHelpShown(true)
    else if (action === 'overview') frame.current?.querySelector<HTMLElement>('[data-slides] [aria-current]')?.focus()
  }
  const go = (at: number) => show.run({ type: 'go', at: Math.min(Math.max(at, 0), deck.slides.length - 1) })
  const digits = useShowKeys({ active: !helpShown, onAction: act, onSlide: (number) => go(number - 1) })
  if (!slide) return null
  const inHall = [...others.values()].includes('slides')
  return (
    <OverWindow frame={frame} label={t('speaker.label', { title: deck.title })} className={styles.window}>
      <header className={styles.head}>
        <h1 className={styles.title}>{deck.title}</h1>
        <SpeakerClock slides={deck.slides} state={state} onRun={show.run} />
      </header>
      <div className={styles.notices}>
        {digits !== '' && <p>{t('show.goTo', { n: digits })}</p>}
        <DisplayNotice onPlace={async () => (await window.xinhuo?.showOnOtherDisplay()) ?? false} />
        {newer && <NewerNotice onTake={takeNewer} />}
        {!inHall && (
          <p className={styles.gone}>
            {t('speaker.slidesGone')}{' '}
            <button type="button" className={frameStyles.button} onClick={() => openSlidesWindow(materialId)}>
              {t('speaker.openSlides')}
            </button>
          </p>
        )}
      </div>
      <div className={styles.desk} data-place={place} data-step={state.step} data-cover={state.cover}>
        <section className={styles.now} aria-label={t('speaker.current')}>
          <PointedSlide slide={slide} deck={deck} step={state.step} pointing={pointing} onPoint={show.point} />
          {state.cover !== 'none' && (
            <p className={styles.gone} role="status">
              {t(`show.${state.cover}`)}
            </p>
          )}
          <div className={styles.buttons}>
            <button type="button" className={frameStyles.button} onClick={() => act('previous')}>
              {t('controls.previous')}
            </button>
            <span className={styles.place}>
              {place + 1} / {deck.slides.length}
            </span>
            <button type="button" className={frameStyles.button} onClick={() => act('next')}>
              {t('controls.next')}
            </button>
            <button
              type="button"
              className={frameStyles.button}
              aria-pressed={state.cover !== 'none'}
              onClick={() => act(state.cover === 'white' ? 'white' : 'black')}
            >
              {state.cover === 'none' ? t('controls.black') : t('controls.uncover')}
            </button>
            <button
              type="button"
              className={frameStyles.button}
              aria-pressed={pointing}
              title={t('speaker.pointerHint')}
              onClick={() => act('pointer')}
            >
              {t('speaker.pointer')}
            </button>
            <button type="button" className={frameStyles.button} onClick={() => setHelpShown(true)}>
              {t('controls.help')}
            </button>
            <button
              type="button"
              className={frameStyles.button}
              onClick={() => {
                show.end()
                leaveShow()
              }}
            >
              {t('controls.end')}
            </button>
          </div>
        </section>
        <section className={styles.next} aria-label={t('speaker.next')}>
          <NextSlide deck={deck} place={place} step={state.step} />
        </section>
        <div className={styles.notes}>
          <div className={styles.noteHead}>
            <h2>{t('speaker.notes')}</h2>
            <button type="button" className={frameStyles.button} onClick={() => setSize(size - 0.25)}>
              {t('speaker.smaller')}
            </button>
            <button type="button" className={frameStyles.button} onClick={() => setSize(size + 0.25)}>
              {t('speaker.larger')}
            </button>
          </div>
          <SpeakerNotes notes={slide.notes} size={size} />
        </div>
        <SlideList slides={deck.slides} place={place} onGo={go} />
      </div>
      <div className="visually-hidden" role="status">
        {t('slide.place', { at: place + 1, n: deck.slides.length, title: slide.title })}
      </div>
      <ShowHelp open={helpShown} onClose={() => setHelpShown(false)} />
    </OverWindow>
  )
}

interface PointedSlideProps {
  readonly slide: Slide
  readonly deck: Deck
  readonly step: number
  readonly pointing: boolean
  readonly onPoint: (point: { readonly x: number; readonly y: number } | null) => void
}

/** The slide of the hall; while pointing, the mouse on it moves the red dot there. */
function PointedSlide({ slide, deck, step, pointing, onPoint }: PointedSlideProps) {
  const point = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    onPoint({ x: (clientX - left) / width, y: (clientY - top) / height })
  }
  return (
    <div
      className={styles.slide}
      data-pointing={pointing ? '' : undefined}
      onPointerMove={pointing ? point : undefined}
      onPointerLeave={pointing ? () => onPoint(null) : undefined}
    >
      <SlideView slide={slide} deck={deck} step={step} />
    </div>
  )
}

/** What comes when one presses on: the next step of this slide, or the next slide. */
function NextSlide({ deck, place, step }: { readonly deck: Deck; readonly place: number; readonly step: number }) {
  const { t } = useTranslation('presenting')
  const here = deck.slides[place]
  const stays = here !== undefined && step < stepsOf(here)
  const next = stays ? here : deck.slides[place + 1]
  if (!next) return <p className={styles.last}>{t('speaker.last')}</p>
  return (
    <>
      <p className={styles.label}>{stays ? t('speaker.nextStep') : t('speaker.next')}</p>
      <div className={styles.slide}>
        <SlideView slide={next} deck={deck} step={stays ? step + 1 : 0} />
      </div>
    </>
  )
}
