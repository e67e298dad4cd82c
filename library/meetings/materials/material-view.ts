import type { Validity } from '../../items/validity.ts'
import type { MeetingKind, MeetingPart, MeetingPartType } from '../outline/outline.schema.ts'
import type { Level, MaterialPicture } from './cited.schema.ts'
import type { MaterialRecord, MaterialType } from './material.schema.ts'

/** A material in lists: made here, or an item of the library. Times are ISO 8601, days `YYYY-MM-DD`. */
export interface MaterialSummary {
  readonly id: string
  readonly type: MaterialType
  readonly title: string
  readonly summary?: string | undefined
  /** Made here, so that it can be changed; otherwise a copy is made first. */
  readonly own: boolean
  /** Of a meeting. */
  readonly kind?: MeetingKind | undefined
  readonly on?: string | undefined
  readonly startsAt?: string | undefined
  readonly place?: string | undefined
  /** Parts, turns or steps. */
  readonly parts: number
  /** Of all parts together. */
  readonly minutes: number
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly level: Level
  readonly label?: string | undefined
  /** How many of the things it cites are newer here, or went. */
  readonly changed: number
  /** The item it also is. */
  readonly itemId?: string | undefined
  readonly updatedAt: string
}

export interface MaterialFilter {
  readonly type?: MaterialType | undefined
  readonly q?: string | undefined
  readonly own?: boolean | undefined
  readonly kind?: MeetingKind | undefined
  readonly post?: string | undefined
  readonly level?: Level | undefined
  readonly topic?: string | undefined
  /** Only those with something newer here. */
  readonly changed?: boolean | undefined
  readonly discarded?: boolean | undefined
  readonly limit: number
  readonly offset: number
}

export interface MaterialPage {
  readonly total: number
  readonly materials: readonly MaterialSummary[]
}

/** One material, whole. */
export interface MaterialView extends MaterialSummary {
  readonly record: MaterialRecord
  /** Of the record's canonical form (RFC 8785): what was read is named by it when it is saved. */
  readonly recordSha256: string
  /** Set for an item, and for a material that is one as well. */
  readonly revision?: string | undefined
  readonly createdAt: string
  /** Of a meeting. */
  readonly clock?: MeetingClock | undefined
}

/** When each part of a meeting begins, and how long it takes. */
export interface MeetingClock {
  /** Of all parts together. */
  readonly minutes: number
  /** How long it may take; absent while nobody has said. */
  readonly planned?: number | undefined
  /** Minutes beyond the plan; 0 within it. */
  readonly over: number
  /** HH:MM by part; empty while nobody has said when it begins. A meeting past midnight goes on at 00:05. */
  readonly starts: Readonly<Record<string, string>>
}

/** Something cited that is another now, with its old and new words. */
export interface CitedChange {
  /** Names the citation within the material: the id of the passage, or of the part that took a story, drill or guide. */
  readonly citeId: string
  /** The part, turn or step it stands in. */
  readonly partId: string
  readonly partTitle: string
  readonly what: 'passage' | 'story' | 'drill' | 'guide' | 'meeting'
  readonly title: string
  readonly provision?: string | undefined
  readonly itemId: string
  readonly anchor?: string | undefined
  /** `gone`: the passage is not in the newer text. */
  readonly change: 'changed' | 'withdrawn' | 'repealed' | 'gone'
  /** A sentence: 第六十二条在 2026-11-20 的更新里改了. */
  readonly says: string
  readonly before: string
  readonly after?: string | undefined
  /** The newest revision here. */
  readonly revision?: string | undefined
  readonly validity?: Validity | undefined
  /** A person has looked at it and left it as it was. */
  readonly kept: boolean
}

/** Validity of everything cited, today. */
export interface CitedState {
  readonly citeId: string
  readonly partId: string
  readonly title: string
  readonly provision?: string | undefined
  readonly itemId?: string | undefined
  /** `missing`: it is not in this library. */
  readonly state: Validity | 'withdrawn' | 'missing'
  /** The day the state was looked up for. */
  readonly on: string
  readonly effectiveFrom?: string | undefined
}

export interface MaterialChanges {
  readonly changes: readonly CitedChange[]
  readonly cited: readonly CitedState[]
}

/** A thing that may be taken into a meeting. */
export interface PartReference {
  readonly itemId: string
  readonly revision?: string | undefined
  readonly anchor?: string | undefined
}

/** Something that fits, and why in plain words. */
export interface MaterialProposal {
  readonly reference: PartReference
  readonly partType: MeetingPartType
  readonly title: string
  readonly provision?: string | undefined
  readonly snippet: string
  /** 这个故事用到第六十二条；给初级的. */
  readonly reasons: readonly string[]
}

/** An outline to begin with, by kind of meeting. */
export interface ReadyOutline {
  readonly kind: MeetingKind
  /** 例会. */
  readonly name: string
  readonly description: string
  readonly minutesPlanned: number
  readonly parts: readonly MeetingPart[]
}

export interface ReceivedPictures {
  readonly added: readonly MaterialPicture[]
  readonly refused: readonly { readonly name: string; readonly code: string; readonly reason: string }[]
}

/** What `GET /materials/:id/files/…` and `xinhuo meeting export --what` make. */
export const MATERIAL_FILES = [
  'slides',
  'script',
  'handout',
  'agenda',
  'notice',
  'sign-in',
  'minutes',
  'needs-card',
  'feedback-card',
  'roles',
  'drill',
  'guide',
] as const
export type MaterialFile = (typeof MATERIAL_FILES)[number]
