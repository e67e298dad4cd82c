/** 草稿, 报送, 核实, 审定, 发布, 退役. */
export type StoryState = 'draft' | 'submitted' | 'verified' | 'approved' | 'published' | 'retired'

/**
 * A step on the way. `return` sends back to draft with what has to change; `schedule` and `unschedule` decide
 * when an approved story is published; `correct` opens a published one for a further revision, which takes the whole way again.
 */
export type StoryStep =
  | 'submit'
  | 'verify'
  | 'approve'
  | 'schedule'
  | 'unschedule'
  | 'publish'
  | 'return'
  | 'correct'
  | 'retire'
  | 'restore'

/** What someone may do in this office: 采写 (submit, correct), 核实, 审定, 发布 (publish, schedule, retire). */
export type OfficeRole = 'writer' | 'verifier' | 'approver' | 'publisher'

export interface OfficePerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly OfficeRole[]
  readonly left?: boolean | undefined
}

/** Who works on stories here; the setting `story-office`. */
export interface StoryOffice {
  /** 石坪乡宣传办: printed as publisher. */
  readonly name: string
  readonly people: readonly OfficePerson[]
  /** Days from one step to the next that are wished for. */
  readonly days: Readonly<Record<'verify' | 'approve' | 'publish', number>>
  /** Months after which a published story is looked at again. */
  readonly reviewMonths: number
}

/** One link of the record that is only ever appended to; each names the one before by its hash. */
export interface StoryEvent {
  /** Counts over all stories and feeds of the library, from 1. */
  readonly number: number
  readonly subject: 'story' | 'feed' | 'office'
  readonly subjectId: string
  readonly at: string
  /** A person of the office, by name; 薪火 for what happens by itself on its day. */
  readonly by: string
  readonly type:
    | 'create'
    | 'edit'
    | 'step'
    | 'comment'
    | 'task'
    | 'task-done'
    | 'overrule'
    | 'slip-sent'
    | 'slip-taken'
    | 'pin'
    | 'exclude'
    | 'choice-removed'
    | 'issue'
    | 'response'
    | 'discard'
    | 'restore'
  readonly step?: StoryStep | undefined
  readonly from?: StoryState | undefined
  readonly to?: StoryState | undefined
  readonly reason?: string | undefined
  /** SHA-256 of the record as it was. */
  readonly record?: string | undefined
  /** What belongs to the type, e.g. a finding that was overruled. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
  readonly previous: string
  readonly hash: string
}

/** A comment on a passage, a request for change, or something to be done about a story. */
export interface StoryTask {
  readonly id: string
  readonly storyId: string
  readonly type: 'comment' | 'change' | 'task' | 'suggestion'
  /** The field it is about, as in `people/0/name`, and the words meant. */
  readonly field?: string | undefined
  readonly quote?: string | undefined
  readonly text: string
  readonly by: string
  readonly at: string
  readonly for?: OfficeRole | undefined
  readonly dueOn?: string | undefined
  readonly done?: { readonly at: string; readonly by: string; readonly answer?: string | undefined } | undefined
  /** Where those words stand now, in UTF-16 code units of the field's text; absent when they are gone. */
  readonly place?: { readonly field: string; readonly start: number; readonly end: number } | undefined
}

/** What verifying the chain found. */
export interface ChainVerification {
  readonly events: number
  /** The first link that does not hold, if any. */
  readonly broken?: { readonly number: number; readonly why: string } | undefined
}

/** A sealed file between offices: a story told elsewhere, a request to review one, or the answer to such a request. */
export interface SlipView {
  readonly type: 'submission' | 'review-request' | 'review-answer'
  readonly id: string
  readonly file?: string | undefined
  readonly storyId: string
  readonly title: string
  readonly from: { readonly name: string; readonly publicKey: string; readonly fingerprint: string }
  /** Something came from this sender before; else the fingerprint should be compared over the telephone. */
  readonly known?: boolean | undefined
  readonly sentAt: string
  /** What is asked for, or was answered. */
  readonly step?: Extract<StoryStep, 'verify' | 'approve'> | undefined
  readonly answer?: 'agree' | 'return' | undefined
  readonly note?: string | undefined
  /** What became of it here. `waiting`: it answers a step that is not reached yet, and is carried out then. */
  readonly state: 'new' | 'answered' | 'taken' | 'waiting' | 'out-of-date' | 'sent'
  readonly says?: string | undefined
  /** Of a submission that came in: it has been sent back here, and whoever told it has not been written to. */
  readonly returned?: true | undefined
}
