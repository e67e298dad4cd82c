import type { BlurredRegion } from '../story.schema.ts'

/** Where something is: a field of the record with a stretch of its text (UTF-16 code units), or a picture. */
export interface GatePlace {
  /** As in `done`, `people/0/name`, `media/2/caption`. */
  readonly field: string
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** The words there. */
  readonly quote?: string | undefined
  readonly mediaId?: string | undefined
  readonly region?: BlurredRegion | undefined
}

/** What makes a finding go away in one click. */
export interface GateRepair {
  /** 遮盖, 删去, 打码, 换成化名, 换成, 由发布时自动去掉. */
  readonly type: 'mask' | 'remove' | 'blur' | 'alias' | 'replace' | 'strip'
  readonly replacement?: string | undefined
  readonly says: string
}

/** Something that must not, or should not, get out. */
export interface GateFinding {
  /** Stable while the words it is about are the same, so that an overruling holds for exactly these. */
  readonly id: string
  readonly code:
    | 'resident-id'
    | 'phone'
    | 'bank-card'
    | 'address'
    | 'plate'
    | 'minor'
    | 'consent'
    | 'source'
    | 'duplicate'
    | 'photo-data'
    | 'picture-look'
    | 'picture-broken'
    | 'secrecy'
    | 'link'
    | 'incomplete'
    | 'other-contact'
    | 'not-run'
  /** `must` stops; `should` is told. */
  readonly severity: 'must' | 'should'
  readonly place: GatePlace
  readonly says: string
  readonly todo: string
  readonly repair?: GateRepair | undefined
  /** An overruling that holds: by whom, when and why. */
  readonly overruled?: { readonly by: string; readonly at: string; readonly reason: string } | undefined
  /** For `duplicate`: the other story. */
  readonly other?: { readonly id: string; readonly title: string; readonly likeness: number } | undefined
}

export interface GateReport {
  readonly storyId: string
  readonly recordSha256: string
  /** False while a `must` stands that nobody overruled. */
  readonly passes: boolean
  readonly findings: readonly GateFinding[]
}
