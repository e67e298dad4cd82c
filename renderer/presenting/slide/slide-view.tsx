import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deck, Slide } from '../../../library/meetings/deck/deck.ts'
import { SlideBlock } from './slide-block.tsx'
import { boxStyle, points } from './slide-box.ts'
import { firstSteps } from './slide-steps.ts'
import styles from './slide-view.module.css'

interface SlideViewProps {
  readonly slide: Slide
  /** Whose look it has. */
  readonly deck: Deck
  /** How many of the slide's steps are shown; all of them without it. `live` leaves that to reveal.js. */
  readonly step?: number | 'live' | undefined
  /** 1 where the slide is the page's matter, 2 beside other headings. */
  readonly level?: 1 | 2 | undefined
  /** At the foot, but of the cover. */
  readonly number?: number | undefined
}

/** One slide in its deck's look, the same at every size: all measures are shares of its width, 960 points. */
export function SlideView({ slide, deck, step, level = 2, number }: SlideViewProps) {
  const { t } = useTranslation('presenting')
  const { frame, layout } = slide
  const { look } = deck
  const opening = ON_COVER.has(layout)
  const steps = firstSteps(slide)
  const Heading = `h${level}` as const
  return (
    <article
      className={styles.frame}
      style={lookVariables(slide, deck)}
      lang="zh-CN"
      data-layout={layout}
      data-opening={opening ? deck.theme : undefined}
    >
      <div className={styles.sheet}>
        {!opening && look.band > 0 && <div className={styles.band} />}
        <div className={styles.rule} style={{ left: points(frame.title.x), top: points(belowTitle(slide, opening)) }} />
        {/* Above the title to the eye; read aloud after it, as what it belongs to. */}
        <Heading className={styles.title} style={boxStyle(frame.title, frame.titleSize)}>
          {slide.title}
        </Heading>
        {slide.kicker && frame.kicker && (
          <p className={styles.kicker} style={boxStyle(frame.kicker, look.smallSize * (opening ? 1.25 : 1))}>
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
        {number !== undefined && layout !== 'cover' && (
          <p className={styles.number} aria-hidden="true">
            {number}
          </p>
        )}
      </div>
    </article>
  )
}

/** The rule under the title. */
function belowTitle({ frame: { title } }: Slide, opening: boolean): number {
  return title.y + title.height + (opening ? 14 : 8)
}

const ON_COVER: ReadonlySet<Slide['layout']> = new Set(['cover', 'part', 'end'])

function lookVariables({ layout }: Slide, { look, spacing }: Deck): CSSProperties {
  const ground = ON_COVER.has(layout) ? { ...look, ...look.cover } : look
  return {
    '--slide-background': ground.background,
    '--slide-text': ground.text,
    '--slide-muted': ground.muted,
    '--slide-accent': ON_COVER.has(layout) ? ground.muted : ground.accent,
    '--slide-on-accent': look.onAccent,
    '--slide-rule': ground.rule,
    '--slide-panel': look.panel,
    '--slide-band': look.band,
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
