import type { SlideSpacing } from './deck.ts'

/** How text is set on every slide. */
export const SPACING: SlideSpacing = {
  lineHeight: 1.45,
  titleLineHeight: 1.25,
  paragraphGap: 0.35,
  indent: 1.3,
  cellPadding: 0.38,
  choiceGap: 0.4,
  quoteIndent: 0.9,
}

/** Left and right of everything. Points. */
export const MARGIN = 56
/** Where what is read ends, and where the citations below it end. */
export const BODY_END = 502
export const FOOT = 522
/** Right of the citations, for the slide's number. */
export const NUMBER_WIDTH = 72
/** Between blocks, in em. */
export const BLOCK_GAP = 0.7
/** Between the columns of text and picture, in points. */
export const GUTTER = 36
/** Fonts differ by a little: lines are counted as if they were narrower. */
export const SAFETY = 0.985
