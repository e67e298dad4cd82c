import { memo, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RevealApi } from 'reveal.js'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import { stepsOf } from '../slide/slide-steps.ts'
import { SlideView } from '../slide/slide-view.tsx'
import styles from './reveal-stage.module.css'

/** So many slides before and after the present one are drawn. */
const NEAR = 2

interface RevealStageProps {
  readonly deck: Deck
  readonly place: number
  readonly step: number
  /** Somebody swiped. */
  readonly onMoved: (place: number, step: number) => void
}

/** The slides under reveal.js, which turns them, shows their steps and hears swipes; only those near are drawn. */
export const RevealStage = memo(function RevealStage({ deck, place, step, onMoved }: RevealStageProps) {
  const root = useRef<HTMLDivElement>(null)
  const { reveal, byHand } = useReveal(root, onMoved)
  const { slides } = deck
  useLayoutEffect(() => {
    if (!reveal || slides.length === 0) return
    byHand.current = false
    reveal.sync()
    byHand.current = true
  }, [reveal, slides, byHand])
  useLayoutEffect(() => {
    const slide = slides[place]
    const section = root.current?.querySelectorAll<HTMLElement>('.slides > section')[place]
    if (!reveal || !slide || !section) return
    const { h, f } = reveal.getIndices()
    if (h === place && (stepsOf(slide) === 0 || (f ?? -1) === step - 1)) return
    byHand.current = false
    reveal.syncFragments(section)
    reveal.slide(place, 0, step - 1)
    byHand.current = true
  }, [reveal, slides, place, step, byHand])
  return (
    <div ref={root} className={`reveal ${styles.reveal}`}>
      <div className="slides">
        {slides.map((slide, at) => (
          <section key={slide.id} data-here={at === place ? '' : undefined} data-slide={slide.id}>
            {Math.abs(at - place) <= NEAR && (
              <SlideView slide={slide} deck={deck} step={reveal ? 'live' : step} level={1} number={at + 1} />
            )}
          </section>
        ))}
      </div>
    </div>
  )
})

function useReveal(root: RefObject<HTMLDivElement | null>, onMoved: RevealStageProps['onMoved']) {
  const [reveal, setReveal] = useState<RevealApi>()
  /** False while this program turns the slides, so that reveal.js need not tell of it. */
  const byHand = useRef(true)
  const latest = useRef(onMoved)
  useEffect(() => {
    latest.current = onMoved
  })
  useEffect(() => {
    const element = root.current
    if (!element) return
    const life: { over: boolean; reveal?: RevealApi } = { over: false }
    const moved = () => {
      if (!byHand.current || !life.reveal) return
      const { h, f } = life.reveal.getIndices()
      latest.current(h, (f ?? -1) + 1)
    }
    const start = async () => {
      const { default: Reveal } = await import('reveal.js')
      if (life.over) return
      const made = new Reveal(element, {
        embedded: true,
        disableLayout: true,
        // The window has its own keys, controls, overview and announcements.
        keyboard: false,
        controls: false,
        progress: false,
        overview: false,
        jumpToSlide: false,
        help: false,
        hash: false,
        history: false,
        respondToHashChanges: false,
        postMessage: false,
        postMessageEvents: false,
        autoPlayMedia: false,
        autoAnimate: false,
        transition: 'none',
        backgroundTransition: 'none',
        viewDistance: NEAR + 1,
        mobileViewDistance: NEAR + 1,
      })
      await made.initialize()
      if (life.over) {
        made.destroy()
        return
      }
      life.reveal = made
      for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) made.on(event, moved)
      setReveal(made)
    }
    // Without it the slides are turned all the same; only swipes are not heard.
    start().catch((error: unknown) => console.warn('reveal.js did not come', error))
    return () => {
      life.over = true
      life.reveal?.destroy()
      setReveal(undefined)
    }
  }, [root])
  return { reveal, byHand } as const
}
