import type { ColumnMatch } from '../../templates/known/known-view.ts'

/** What somebody made of a story or a column (反馈): from a card, a kiosk, a survey or another 薪火. Nobody is named. */
export interface StoryResponse {
  readonly id: string
  readonly storyId?: string | undefined
  readonly feedId?: string | undefined
  readonly way: 'card' | 'sheet' | 'file' | 'desk'
  readonly givenOn: string
  readonly receivedAt: string
  readonly useful?: 'yes' | 'partly' | 'no' | undefined
  /** What is wrong, what is missing, what was liked; free words. */
  readonly text?: string | undefined
  readonly type: 'opinion' | 'suggestion' | 'error' | 'question'
  /** The post of the one who says so, if said. */
  readonly post?: string | undefined
  readonly answer?: { readonly text: string; readonly on: string; readonly issue?: number | undefined } | undefined
  readonly taskId?: string | undefined
  /** Shown to the one who told the story. */
  readonly shownOn?: string | undefined
  /** What the file called the story, where no story was found by it. */
  readonly named?: string | undefined
}

/** Counts and words, beside a story or a column. Counts are of answers, never of people or offices. */
export interface ResponseDigest {
  readonly total: number
  readonly useful: Readonly<Record<'yes' | 'partly' | 'no', number>>
  readonly byMonth: readonly {
    readonly month: string
    readonly yes: number
    readonly partly: number
    readonly no: number
  }[]
  /** Words said more than once, most frequent first. */
  readonly words: readonly { readonly word: string; readonly count: number; readonly months: readonly string[] }[]
  readonly unanswered: number
}

/** A page of answers with the digest of all that the story or column has. */
export interface ResponsePage {
  readonly total: number
  readonly digest: ResponseDigest
  readonly responses: readonly StoryResponse[]
}

/** Answers to one story, for whoever told it. */
export interface ToldResponses extends ResponsePage {
  /** Not yet shown to them. */
  readonly unseen: number
}

/** A row or a part of a file that was not taken, and why. */
export interface RefusedResponse {
  /** Of a spreadsheet its row, of other files the number of the answer, from 1. */
  readonly row: number
  readonly reason: string
}

/** What quick entry kept. */
export interface KeptResponses {
  readonly kept: number
  /** Sent before, and not kept twice. */
  readonly known: number
  /** Personal data that was masked, as it is kept now. */
  readonly masked: readonly { readonly row: number; readonly says: string; readonly text: string }[]
  /** Stories that were named and not found. */
  readonly unmatched: readonly string[]
}

/** A story as a file calls it, and what it may be here. */
export interface NamedStory {
  readonly named: string
  readonly responses: number
  readonly storyId?: string | undefined
  readonly title?: string | undefined
  /** Where none is meant for certain: those it might be. */
  readonly maybe: readonly { readonly id: string; readonly title: string }[]
}

/** What was read from a spreadsheet or a feedback file, to be confirmed before it is taken. */
export interface ReadResponses {
  readonly upload: string
  readonly file: string
  readonly way: 'sheet' | 'file'
  /** Of a feedback file. */
  readonly sender?:
    | { readonly name?: string | undefined; readonly code: string; readonly writtenAt: string }
    | undefined
  /** Of a spreadsheet. */
  readonly sheet?: string | undefined
  readonly sheets?: readonly { readonly name: string; readonly rows: number }[] | undefined
  readonly columns?: readonly ColumnMatch[] | undefined
  /** What a column may be. */
  readonly fields?: readonly { readonly field: string; readonly title: string }[] | undefined
  readonly total: number
  /** Taken before, from this file or another that holds the same rows. */
  readonly known: number
  readonly stories: readonly NamedStory[]
  readonly sample: readonly Omit<StoryResponse, 'id' | 'receivedAt' | 'way'>[]
  /** Answers whose text holds personal data, which is masked when they are taken. */
  readonly personal: number
  readonly refused: readonly RefusedResponse[]
  /** How something was understood: 评分 as five points … */
  readonly notes: readonly string[]
}

export interface TakenResponses {
  readonly taken: number
  readonly known: number
  readonly masked: number
  readonly refused: readonly RefusedResponse[]
  readonly unmatched: readonly string[]
}
