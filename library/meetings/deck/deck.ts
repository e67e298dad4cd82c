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
  /** A clause: its words, and where and how it is valid. */
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
  readonly slides: readonly Slide[]
  /** 现行 … on this day. */
  readonly on: string
  /** Minutes of all parts, and of the plan. */
  readonly minutes: number
  /** What could not be shown as it is, in a sentence each: a broken picture, a withdrawn item. */
  readonly warnings: readonly string[]
}

/** Colours as #RRGGBB, sizes in points on a slide of 13.333 × 7.5 inches. */
export interface SlideLook {
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly onAccent: string
  readonly rule: string
  /** Font families, first choice first. */
  readonly titleFonts: readonly string[]
  readonly bodyFonts: readonly string[]
  readonly titleSize: number
  readonly bodySize: number
  readonly smallSize: number
}
