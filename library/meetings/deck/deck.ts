import type { Validity } from '../../items/validity.ts'
import type { BlurredRegion } from '../../stories/story.schema.ts'
import type { PictureMark } from '../guides/step-guide.schema.ts'
import type { MeetingPartType, SlideTheme } from '../outline/outline.schema.ts'

/** Words on a slide with emphasis, so that screen, .pptx and paper say the same. */
export interface Run {
  readonly text: string
  readonly strong?: boolean | undefined
  readonly emphasis?: boolean | undefined
}

/** A paragraph or an entry of a list; `number` as printed: 1. or （一）. */
export interface Line {
  readonly runs: readonly Run[]
  readonly level: number
  readonly marker?: 'bullet' | { readonly number: string } | undefined
  /** More of an entry whose marker stands before: set where the entry's words are. */
  readonly continues?: boolean | undefined
}

/** A picture, placed by its sides and never stretched. */
export interface DeckPicture {
  readonly sha256: string
  readonly mediaType: string
  /** Pixels, upright; 0 while unknown. */
  readonly width: number
  readonly height: number
  readonly alternative: string
  readonly caption?: string | undefined
  readonly blurred?: readonly BlurredRegion[] | undefined
  readonly marks?: readonly PictureMark[] | undefined
}

export type Block =
  | { readonly type: 'text'; readonly lines: readonly Line[] }
  /** A clause: its words, and where and how it is valid; the heading is empty where the slide's title says it. */
  | { readonly type: 'clause'; readonly heading: string; readonly lines: readonly Line[] }
  | { readonly type: 'quote'; readonly lines: readonly Line[]; readonly by?: string | undefined }
  | { readonly type: 'picture'; readonly picture: DeckPicture }
  /** Choices, options or steps to go through, each told on its own. */
  | {
      readonly type: 'choices'
      readonly choices: readonly {
        readonly key: string
        readonly lines: readonly Line[]
        readonly right?: boolean | undefined
      }[]
    }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A box on a slide of {@link SLIDE_SIZE}. Points from its upper left corner. */
export interface SlideBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a block stands. */
export interface BlockBox extends SlideBox {
  /** Points; smaller than the look's where a table or many choices would not stand otherwise. */
  readonly size: number
  /** Of a picture, below it; the box itself has the picture's own sides, unless they are unknown. */
  readonly caption?: SlideBox | undefined
  /** Of a table: the width of each column, in points. */
  readonly columns?: readonly number[] | undefined
}

/**
 * Where everything on a slide stands, so that the screen, .pptx and PDF break and fit alike: what is set in these
 * boxes with {@link SlideSpacing} does not run over.
 */
export interface SlideFrame {
  readonly kicker?: SlideBox | undefined
  readonly title: SlideBox
  /** Points. */
  readonly titleSize: number
  /** As many as there are blocks, in their order. */
  readonly blocks: readonly BlockBox[]
  /** One line or more, in small type, at the foot. */
  readonly citations?: SlideBox | undefined
}

/** How text is set in a {@link SlideFrame}; all but `lineHeight` in the text's own size (em). */
export interface SlideSpacing {
  /** Of text: a line's height by its size. */
  readonly lineHeight: number
  readonly titleLineHeight: number
  /** Between paragraphs and entries. */
  readonly paragraphGap: number
  /** Of each level of a list, and of the words behind a bullet. */
  readonly indent: number
  /** Around the words of a cell, and of a choice. */
  readonly cellPadding: number
  /** Between choices. */
  readonly choiceGap: number
  /** Left of a quote's words, for its rule. */
  readonly quoteIndent: number
}

/** What a slide says of a clause it cites: 《土地管理法》第六十二条 · 现行 · 2020年1月1日起施行. */
export interface SlideCitation {
  readonly citeId: string
  readonly title: string
  readonly provision?: string | undefined
  readonly state: Validity | 'withdrawn' | 'missing'
  /** As printed on the slide. */
  readonly says: string
  readonly itemId?: string | undefined
  readonly anchor?: string | undefined
}

export interface Slide {
  /** The same while the outline is: a part's id and the slide's number within it. */
  readonly id: string
  readonly partId?: string | undefined
  readonly partType?: MeetingPartType | undefined
  /** `cover`: of the meeting; `part`: where a part begins; `content`; `picture`: mostly a picture; `ask`: a question to the room; `answer`. */
  readonly layout: 'cover' | 'agenda' | 'part' | 'content' | 'picture' | 'ask' | 'answer' | 'end'
  /** Every slide has one, unique in the deck: 第六十二条（2/3）. */
  readonly title: string
  /** Above the title: the part's name. */
  readonly kicker?: string | undefined
  readonly blocks: readonly Block[]
  readonly frame: SlideFrame
  readonly citations: readonly SlideCitation[]
  /** Speaker's notes, plain paragraphs. */
  readonly notes: readonly string[]
  /** Of the part, on its first slide. */
  readonly minutes?: number | undefined
  /** The drill this slide begins, to be played from here: `drill` of the part. */
  readonly plays?: string | undefined
}

/** All slides of one material; the screen, .pptx and PDF are drawn from this alone. */
export interface Deck {
  readonly title: string
  readonly theme: SlideTheme
  readonly look: SlideLook
  readonly spacing: SlideSpacing
  readonly slides: readonly Slide[]
  /** 现行 … on this day. */
  readonly on: string
  /** Minutes of all parts, and of the plan. */
  readonly minutes: number
  /** What could not be shown as it is, in a sentence each: a broken picture, a withdrawn item. */
  readonly warnings: readonly string[]
}

/** Points: 13.333 × 7.5 inches. */
export const SLIDE_SIZE = { width: 960, height: 540 } as const

/** Colours as #RRGGBB, sizes in points on a slide of 13.333 × 7.5 inches. */
export interface SlideLook {
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly onAccent: string
  readonly rule: string
  /** Of what stands out quietly: a clause, a choice, a table's head; `text` is read on it. */
  readonly panel: string
  /** Of the cover, the beginnings of parts and the end. */
  readonly cover: { readonly background: string; readonly text: string; readonly muted: string; readonly rule: string }
  /** Height of the accent's band across the top of slides, in points; 0 for none. */
  readonly band: number
  /** Font families, first choice first. */
  readonly titleFonts: readonly string[]
  readonly bodyFonts: readonly string[]
  readonly titleSize: number
  readonly bodySize: number
  readonly smallSize: number
}
