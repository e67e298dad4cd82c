import type { DeckPicture, Line, SlideBox } from '../deck/deck.ts'
import type { Paint } from './colour-scheme.ts'

/** A paragraph as it is set in a shape. */
export interface Paragraph {
  readonly runs: Line['runs']
  /** In em: left of its words, and of its marker back from there. */
  readonly left: number
  readonly hang: number
  /** Before it, in em. */
  readonly gap: number
  readonly level: number
  readonly marker?: Line['marker']
  /** Of its marker. */
  readonly markerPaint?: Paint | undefined
  /** Of its runs with emphasis. */
  readonly emphasis?: Paint | undefined
  readonly bold?: boolean | undefined
  readonly paint?: Paint | undefined
}

/** A paragraph of one run, set as its level is. */
export const plainParagraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  runs: [{ text }],
  left: 0,
  hang: 0,
  gap: 0,
  level: 0,
  ...more,
})

/** Text in a placeholder or a box. */
export interface TextShape {
  readonly type: 'text'
  readonly name: string
  readonly box: SlideBox
  /** Its placeholder (`p:ph`); absent for text that is no part of the outline. */
  readonly place?: string | undefined
  /** It stands where its layout has it. */
  readonly inherits: boolean
  /** Of its words; points. */
  readonly size: number
  /** Its levels (`a:lstStyle`), unless they are the layout's. */
  readonly levels?: string | undefined
  readonly anchor?: 't' | 'ctr' | 'b' | undefined
  /** Left, top, right, bottom; points. */
  readonly insets?: readonly [number, number, number, number] | undefined
  readonly fill?: Paint | undefined
  readonly line?: Paint | undefined
  readonly round?: boolean | undefined
  readonly paragraphs: readonly Paragraph[]
}

/** A bar of colour. */
export interface BarShape {
  readonly type: 'bar'
  readonly box: SlideBox
  readonly fill: Paint
}

/** A picture with its marks, as one group. */
export interface PictureShape {
  readonly type: 'picture'
  readonly box: SlideBox
  readonly picture: DeckPicture
  /** The file of the package, e.g. `picture1.jpeg`. */
  readonly file: string
  readonly says: string
}

export interface TableShape {
  readonly type: 'table'
  readonly box: SlideBox
  readonly size: number
  readonly columns: readonly number[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly says: string
}

/** What stands on a slide, in the order in which it is read. */
export type PlacedShape = TextShape | BarShape | PictureShape | TableShape
