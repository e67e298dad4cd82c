import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { feedsQuery } from '../feeds/feed-queries.ts'
import { OverWindow } from './over-window.tsx'
import { playerCommand, slideAfter } from './slide-player.ts'
import { SlideView } from './slide-view.tsx'
import { type Slide, stayOf } from './slides.ts'
import styles from './slideshow.module.css'
import { useIdle } from './use-idle.ts'
import { useStoriesToShow } from './use-stories-to-show.ts'
import { useWakeLock } from './use-wake-lock.ts'

const paces = ['calm', 'slow', 'slower'] as const
type Pace = (typeof paces)[number]

/** `/show?feed=`: stories one after another on a screen in the hall. It moves by itself only where motion is not unwanted. */
export function Slideshow({ feed }: { readonly feed: string | undefined }) {
  const { t } = useTranslation('shown')
  const frame = useRef<HTMLDivElement>(null)
  const { slides, isPending, error, retry } = useStoriesToShow(feed)
  const [at, setAt] = useState(0)
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches)
  const [pace, setPace] = useState<Pace>('slow')
  const leave = useLeave()
  const slide = slides[Math.min(at, slides.length - 1)]
  const moving = playing && slides.length > 1
  useWakeLock(playing && slides.length > 0)
  useTurning(moving ? slide : undefined, pace, () => setAt((now) => slideAfter('next', now, slides.length)))
  const idle = useIdle(frame)
  const toggleFull = () => {
    const ended = document.fullscreenElement ? document.exitFullscreen() : frame.current?.requestFullscreen()
    ended?.catch((reason: unknown) => console.info('The screen could not be filled', reason))
  }
  const run = (key: string): boolean => {
    const command = playerCommand(key)
    if (command === undefined) return false
    if (command === 'pause') setPlaying((now) => !now)
    else if (command === 'full') toggleFull()
    else if (command === 'leave') leave()
    else setAt((now) => slideAfter(command, now, slides.length))
    return true
  }
  useKeys(run)
  return (
    <OverWindow frame={frame} label={t('slideshow.label')} className={`${styles.show} ${idle ? styles.idle : ''}`}>
      <div className={styles.stage} aria-live={playing ? 'off' : 'polite'}>
        {isPending && <LoadingNotice />}
        {error && <ErrorNotice error={error} onRetry={() => void retry()} />}
        {!isPending && !error && slides.length === 0 && (
          <EmptyNotice title={t('slideshow.emptyTitle')}>
            <p>{t('slideshow.emptyWhat')}</p>
          </EmptyNotice>
        )}
        {slide && (
          <div key={at} className={styles.slide} data-slide={at}>
            <SlideView slide={slide} />
          </div>
        )}
      </div>
      <Controls
        place={
          slides.length === 0 ? '' : t('slideshow.place', { at: Math.min(at, slides.length - 1) + 1, n: slides.length })
        }
        playing={playing}
        pace={pace}
        feed={feed}
        onPace={setPace}
        onKey={run}
      />
    </OverWindow>
  )
}

interface ControlsProps {
  readonly place: string
  readonly playing: boolean
  readonly pace: Pace
  readonly feed: string | undefined
  readonly onPace: (pace: Pace) => void
  readonly onKey: (key: string) => void
}

/** Buttons for what the keys do. Native lists: they open inside a filled screen. */
function Controls({ place, playing, pace, feed, onPace, onKey }: ControlsProps) {
  const { t } = useTranslation('shown')
  const navigate = useNavigate()
  const feeds = useQuery(feedsQuery)
  return (
    <div className={styles.controls} data-controls="">
      <button type="button" onClick={() => onKey('ArrowLeft')}>
        {t('slideshow.previous')}
      </button>
      <button type="button" aria-pressed={!playing} onClick={() => onKey(' ')}>
        {t(playing ? 'slideshow.pause' : 'slideshow.play')}
      </button>
      <button type="button" onClick={() => onKey('ArrowRight')}>
        {t('slideshow.next')}
      </button>
      <span className={styles.place}>{place}</span>
      <select
        aria-label={t('slideshow.column')}
        value={feed ?? ''}
        onChange={(event) =>
          void navigate({ to: '/show', search: { feed: event.target.value || undefined }, replace: true })
        }
      >
        <option value="">{t('slideshow.everything')}</option>
        {feeds.data?.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <select aria-label={t('slideshow.pace')} value={pace} onChange={(event) => onPace(event.target.value as Pace)}>
        {paces.map((name) => (
          <option key={name} value={name}>
            {t(`slideshow.paces.${name}`)}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => onKey('f')}>
        {t('slideshow.full')}
      </button>
      <button type="button" onClick={() => onKey('Escape')}>
        {t('slideshow.leave')}
      </button>
    </div>
  )
}

/** Turns to the next slide once this one has stood long enough. */
function useTurning(slide: Slide | undefined, pace: Pace, turn: () => void): void {
  const latest = useRef(turn)
  useEffect(() => {
    latest.current = turn
  })
  useEffect(() => {
    if (!slide) return
    const timer = setTimeout(() => latest.current(), stayOf(slide, pace))
    return () => clearTimeout(timer)
  }, [slide, pace])
}

/** The keys of the slides, before the window's own. Those that a control needs for itself are left to it. */
function useKeys(run: (key: string) => boolean): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.matches('select') && event.key !== 'Escape') return
      if (target?.matches('button') && (event.key === ' ' || event.key === 'Enter')) return
      if (!latest.current(event.key) && event.key !== '?') return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

/** Back to where the person came from, or home when the window was opened here. */
export function useLeave(): () => void {
  const router = useRouter()
  const navigate = useNavigate()
  return () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    if (router.history.canGoBack()) router.history.back()
    else void navigate({ to: '/' })
  }
}
