import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slide, SlideLook, SlideSpacing } from '../../../library/meetings/deck/deck.ts'
import { SlideBlock } from './slide-block.tsx'
import { boxStyle } from './slide-box.ts'
import { firstSteps } from './slide-steps.ts'
import styles from './slide-view.module.css'

interface SlideViewProps {
  readonly slide: Slide
  readonly look: SlideLook
  readonly spacing: SlideSpacing
  /** How many of the slide's steps are shown; all of them without it. `live` leaves that to reveal.js. */
  readonly step?: number | 'live' | undefined
  /** 1 where the slide is the page's matter, 2 beside other headings. */
  readonly level?: 1 | 2 | undefined
  /** At the foot: 3 / 20. */
  readonly place?: string | undefined
}

/** One slide in its deck's look, the same at every size: all measures are shares of its width, 960 points. */
export function SlideView({ slide, look, spacing, step, level = 2, place }: SlideViewProps) {
  const { t } = useTranslation('presenting')
  const { frame } = slide
  const steps = firstSteps(slide)
  const Heading = `h${level}` as const
  return (
    <article
      className={styles.frame}
      style={lookVariables(slide, look, spacing)}
      lang="zh-CN"
      data-layout={slide.layout}
    >
      <div className={styles.sheet}>
        {/* Above the title to the eye; read aloud after it, as what it belongs to. */}
        <Heading className={styles.title} style={boxStyle(frame.title, frame.titleSize)}>
          {slide.title}
        </Heading>
        {slide.kicker && frame.kicker && (
          <p className={styles.kicker} style={boxStyle(frame.kicker, look.smallSize)}>
            {slide.kicker}
          </p>
        )}
        {slide.blocks.map((block, at) => {
          const box = frame.blocks[at]
          return (
            box && (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place on the slide
              <div key={at} className={styles.block} style={boxStyle(box, box.size)}>
                <SlideBlock block={block} box={box} step={step} firstStep={steps[at]} />
              </div>
            )
          )
        })}
        {slide.citations.length > 0 && frame.citations && (
          <ul
            className={styles.citations}
            style={boxStyle(frame.citations, look.smallSize)}
            aria-label={t('slide.citations')}
          >
            {slide.citations.map(({ citeId, says, state }) => (
              <li key={citeId} data-state={state}>
                {says}
              </li>
            ))}
          </ul>
        )}
        {place && <p className={styles.place}>{place}</p>}
      </div>
    </article>
  )
}

const ON_COVER: ReadonlySet<Slide['layout']> = new Set(['cover', 'part', 'end'])

function lookVariables({ layout }: Slide, look: SlideLook, spacing: SlideSpacing): CSSProperties {
  const ground = ON_COVER.has(layout) ? { ...look, ...look.cover, accent: look.cover.muted, band: 0 } : look
  return {
    '--slide-background': ground.background,
    '--slide-text': ground.text,
    '--slide-muted': ground.muted,
    '--slide-accent': ground.accent,
    '--slide-on-accent': look.onAccent,
    '--slide-rule': ground.rule,
    '--slide-panel': look.panel,
    '--slide-band': ground.band,
    '--slide-title-font': families(look.titleFonts),
    '--slide-body-font': families(look.bodyFonts),
    '--slide-small-size': look.smallSize,
    '--line-height': spacing.lineHeight,
    '--title-line-height': spacing.titleLineHeight,
    '--paragraph-gap': `${spacing.paragraphGap}em`,
    '--indent': `${spacing.indent}em`,
    '--cell-padding': `${spacing.cellPadding}em`,
    '--choice-gap': `${spacing.choiceGap}em`,
    '--quote-indent': `${spacing.quoteIndent}em`,
  } as CSSProperties
}

/** The look's fonts, and those of the window where this machine has none of them. */
function families(names: readonly string[]): string {
  return [...names.map((name) => `'${name.replaceAll(/['\\\n]/g, '')}'`), 'var(--font-ui)'].join(', ')
}
