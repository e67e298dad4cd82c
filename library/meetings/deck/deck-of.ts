import type { MaterialRecord } from '../materials/material.schema.ts'
import type { CitedState } from '../materials/material-view.ts'
import { clockOf } from '../outline/clock.ts'
import type { SlideTheme } from '../outline/outline.schema.ts'
import type { Deck, SlideLook } from './deck.ts'
import { openDeckContext, type PictureFacts } from './deck-context.ts'
import { materialDrafts } from './material-drafts.ts'
import { nameSlides } from './name-slides.ts'
import { SPACING } from './slide-spacing.ts'

export interface DeckOptions {
  /** The day on which the clauses' validity was looked up, `YYYY-MM-DD`. */
  readonly on: string
  readonly theme?: SlideTheme | undefined
  /** Parts (turns, steps) that are shown, without the cover and the agenda of a meeting; all without it. */
  readonly wanted?: readonly string[] | undefined
  /** Of the pictures' files, by SHA-256; what is not in it is taken to be as the record says. */
  readonly pictures?: ReadonlyMap<string, PictureFacts> | undefined
  /** The material's id, when it is a drill that can be played. */
  readonly plays?: string | undefined
  readonly warnings?: readonly string[] | undefined
}

/** The slides of a material. @param states validity of what it cites, on the day */
export function deckOf(
  record: MaterialRecord,
  states: readonly CitedState[],
  look: SlideLook,
  options: DeckOptions,
): Deck {
  const { on, wanted, plays, pictures = new Map() } = options
  const context = openDeckContext(look, states, pictures)
  const drafts = materialDrafts(record, context, { on, wanted, plays })
  const slides = nameSlides(drafts, look)
  return {
    title: record.title,
    theme: options.theme ?? (record.type === 'meeting' ? record.theme : 'quiet'),
    look,
    spacing: SPACING,
    slides,
    on,
    minutes: minutesOf(record),
    warnings: [...(options.warnings ?? []), ...context.warnings],
  }
}

function minutesOf(record: MaterialRecord): number {
  if (record.type === 'meeting') return clockOf(record).minutes
  if (record.type === 'drill') return record.minutes
  return record.type === 'path' ? record.steps.reduce((sum, { minutes }) => sum + minutes, 0) : 0
}
