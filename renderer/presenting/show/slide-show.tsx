import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../design/page.tsx'
import { OverWindow } from '../../stories-shown/over-window.tsx'
import { useLeave } from '../../stories-shown/slideshow.tsx'
import { useIdle } from '../../stories-shown/use-idle.ts'
import { useWakeLock } from '../../stories-shown/use-wake-lock.ts'
import type { ShownDeck } from '../deck-frame.tsx'
import { DisplayNotice } from '../displays/display-notice.tsx'
import { fillOtherScreen, hasOtherScreen } from '../displays/other-screen.ts'
import { DrillOverSlides } from '../play/drill-over-slides.tsx'
import { SpeakerNotes } from '../speaker/speaker-notes.tsx'
import { useDeckPictures } from '../use-deck-pictures.ts'
import { Controls } from './controls.tsx'
import { forgetShow } from './kept-show.ts'
import { LaserPointer } from './laser-pointer.tsx'
import { NewerNotice } from './newer-notice.tsx'
import { isSlidesWindow, leaveWindow, openSlidesWindow, openSpeakerWindow } from './open-windows.ts'
import { Overview } from './overview.tsx'
import { RevealStage } from './reveal-stage.tsx'
import { ShowHelp } from './show-help.tsx'
import type { ShowAction } from './show-keys.ts'
import styles from './slide-show.module.css'
import { SpeakerChoice } from './speaker-choice.tsx'
import { fillWhenPressed, toggleFullScreen } from './toggle-full-screen.ts'
import { useShow } from './use-show.ts'
import { useShowKeys } from './use-show-keys.ts'
import { useZoom } from './use-zoom.ts'

interface SlideShowProps extends ShownDeck {
  /** A slide's id or its number. */
  readonly begin: string | undefined
  /** Looked through at the desk: nothing is kept, and the screen may go dark. */
  readonly preview: boolean
}

type Panel = 'overview' | 'help' | 'speaker' | 'drill'

/** The slides as the hall sees them, with everything that is done by keys, clicks and swipes. */
export function SlideShow({ materialId, deck, newer, takeNewer, begin, preview }: SlideShowProps) {
  const { t } = useTranslation('presenting')
  const frame = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const leave = useLeave()
  const leaveShow = () => leaveWindow(materialId, leave)
  const { show, view } = useShow({ materialId, deck, role: 'slides', apart: preview, onEnd: leaveShow })
  const [panel, setPanel] = useState<Panel>()
  const [pointing, setPointing] = useState(false)
  const [notesBelow, setNotesBelow] = useState(false)
  const { state, place } = view
  const slide = deck.slides[place]
  const zoom = useZoom(stage, state.slideId)
  const idle = useIdle(frame, 'pointer')
  const stay = useForgetting(materialId)
  const speaker = useSpeaker(materialId, frame, { choose: () => setPanel('speaker'), stay })
  const moved = useCallback((at: number, step: number) => show.run({ type: 'go', at, step }), [show])
  useBegin(begin, deck, (at) => show.run({ type: 'go', at }))
  useWakeLock(!preview)
  useEffect(() => {
    if (!preview) fillWhenPressed(frame.current)
  }, [preview])
  useDeckPictures(materialId, deck, place)
  usePageTitle(t('show.label', { title: deck.title }))
  const act = (action: ShowAction) => {
    if (action === 'next' || action === 'previous' || action === 'first' || action === 'last') {
      zoom.reset()
      show.run({ type: action })
    } else if (action === 'black' || action === 'white') show.run({ type: 'cover', cover: action })
    else if (action === 'overview' && zoom.closer) zoom.reset()
    else if (action === 'overview') setPanel('overview')
    else if (action === 'full') toggleFullScreen(frame.current)
    else if (action === 'speaker') void speaker()
    else if (action === 'pointer') setPointing((now) => !now)
    else if (action === 'zoom') zoom.toggle()
    else if (action === 'notes') setNotesBelow((now) => !now)
    else if (action === 'help') setPanel('help')
  }
  const onClick = () => {
    // Somebody who looks closer, or selects words, does not want the next slide.
    if (!zoom.closer && getSelection()?.isCollapsed !== false) act('next')
  }
  const digits = useShowKeys({
    active: panel === undefined,
    onAction: act,
    onSlide: (number) => show.run({ type: 'go', at: Math.min(Math.max(number, 1), deck.slides.length) - 1 }),
  })
  const close = () => {
    setPanel(undefined)
    frame.current?.focus({ preventScroll: true })
  }
  const at = t('slide.place', { at: place + 1, n: deck.slides.length, title: slide?.title ?? '' })
  return (
    <OverWindow
      frame={frame}
      label={t('show.label', { title: deck.title })}
      className={`${styles.show} ${idle && !panel ? styles.idle : ''} ${pointing ? styles.pointing : ''}`}
    >
      <div className={styles.hall} data-notes={notesBelow ? '' : undefined} data-place={place} data-step={state.step}>
        <div className={styles.room}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys that do the same are heard by the window */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
          <div
            ref={stage}
            className={styles.stage}
            data-prevent-swipe={zoom.closer ? '' : undefined}
            onClick={onClick}
            {...zoom.handlers}
          >
            <div className={styles.closer} style={zoom.style}>
              <RevealStage deck={deck} place={place} step={state.step} onMoved={moved} />
            </div>
            <LaserPointer area={stage} active={pointing} elsewhere={view.point} onPoint={show.point} />
          </div>
          {state.cover !== 'none' && <div className={styles.cover} data-cover={state.cover} />}
        </div>
        {notesBelow && slide && <SpeakerNotes notes={slide.notes} />}
      </div>
      <div className="visually-hidden" role="status">
        {state.cover === 'none' ? at : t(`show.${state.cover}`)}
      </div>
      {digits !== '' && <p className={styles.digits}>{t('show.goTo', { n: digits })}</p>}
      <div className={styles.notices}>
        <DisplayNotice
          onPlace={async () => {
            if (window.xinhuo) return window.xinhuo.showOnOtherDisplay()
            return frame.current ? fillOtherScreen(frame.current) : false
          }}
        />
        {newer && <NewerNotice onTake={takeNewer} />}
      </div>
      <Controls
        place={`${place + 1} / ${deck.slides.length}`}
        covered={state.cover !== 'none'}
        canPlay={slide?.plays !== undefined}
        onPlay={() => setPanel('drill')}
        onAction={act}
        onEnd={() => {
          show.end()
          leaveShow()
        }}
      />
      {panel === 'overview' && (
        <Overview
          materialId={materialId}
          deck={deck}
          place={place}
          onClose={close}
          onGo={(goal) => {
            show.run({ type: 'go', at: goal })
            close()
          }}
        />
      )}
      {panel === 'drill' && <DrillOverSlides materialId={materialId} partId={slide?.partId} onLeave={close} />}
      <ShowHelp open={panel === 'help'} onClose={close} />
      <SpeakerChoice
        open={panel === 'speaker'}
        onClose={close}
        onBelow={() => {
          setNotesBelow(true)
          close()
        }}
        onWindow={() => openSpeakerWindow(materialId)}
      />
    </OverWindow>
  )
}

interface SpeakerWays {
  readonly choose: () => void
  /** What is kept stays: this window goes on as the speaker's. */
  readonly stay: () => void
}

/** Goes to the slide that the address names, once. */
function useBegin(begin: string | undefined, deck: ShownDeck['deck'], go: (at: number) => void): void {
  const navigate = useNavigate()
  const latest = useRef(go)
  useEffect(() => {
    if (begin === undefined) return
    const named = deck.slides.findIndex(({ id }) => id === begin)
    const at = named >= 0 ? named : Number.parseInt(begin, 10) - 1
    if (at >= 0) latest.current(Math.min(at, deck.slides.length - 1))
    // What is reloaded later comes back to where it was, not to where it began.
    void navigate({ to: '.', search: (search) => ({ ...search, slide: undefined }), replace: true })
  }, [begin, deck, navigate])
}

/**
 * The speaker's window. With two displays the slides fill the other one and the speaker's window stays on this one;
 * with one, the person chooses where the notes are.
 */
function useSpeaker(materialId: string, frame: RefObject<HTMLDivElement | null>, { choose, stay }: SpeakerWays) {
  const navigate = useNavigate()
  return async () => {
    if (isSlidesWindow()) {
      if (!openSpeakerWindow(materialId)) choose()
      return
    }
    if (!hasOtherScreen()) return choose()
    if (window.xinhuo) {
      stay()
      openSlidesWindow(materialId)
      await navigate({ to: '/present/$id/speaker', params: { id: materialId }, replace: true })
      return
    }
    if (frame.current) await fillOtherScreen(frame.current)
    if (!openSpeakerWindow(materialId)) choose()
  }
}

/** Who goes elsewhere begins at the beginning the next time; a reload or a crash does not come by here. */
function useForgetting(materialId: string): () => void {
  const stays = useRef(false)
  useEffect(
    () => () => {
      if (!stays.current) forgetShow(materialId)
    },
    [materialId],
  )
  return () => {
    stays.current = true
  }
}
