import type { RefusedResponse } from '../../stories/responses/response-view.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import type { CardQuestion } from './card-questions.ts'

/** A needs card from before a meeting, or a feedback card from after it. Nobody is named. */
export interface MaterialResponse {
  readonly id: string
  readonly materialId: string
  readonly type: 'needs' | 'feedback'
  /** Typed in from paper, read from a sheet, or given in the window. */
  readonly way: 'paper' | 'sheet' | 'window'
  readonly givenOn: string
  readonly post?: string | undefined
  /**
   * By the card's questions; see CARD_QUESTIONS. Of a question with choices their values, apart by spaces; what was
   * ticked beside them stands in words at `…-other`.
   */
  readonly answers: Readonly<Record<string, string>>
  /** What was done about it, in the next version. */
  readonly done?: { readonly on: string; readonly note: string } | undefined
}

/** What came back, beside the material. Words are shown in the order they came; nothing is added up into a mark. */
export interface ResponseSheet {
  readonly needs: readonly MaterialResponse[]
  readonly feedback: readonly MaterialResponse[]
  /** How often each answer of a question with choices was given, in the card's order. */
  readonly counts: readonly {
    readonly type: 'needs' | 'feedback'
    readonly question: string
    readonly label: string
    readonly answers: readonly { readonly value: string; readonly count: number }[]
  }[]
}

/** Something that was asked for, and where the outline has it already. */
export interface MetNeed {
  readonly responseId: string
  /** The card's question it stands under. */
  readonly question: string
  /** A choice's value, or the words that were found. */
  readonly what: string
  /** Parts, turns or steps. */
  readonly parts: readonly { readonly id: string; readonly title: string }[]
}

/** The sheet as it lies beside the material. */
export interface ResponsesView extends ResponseSheet {
  readonly cards: Readonly<Record<MaterialResponse['type'], readonly CardQuestion[]>>
  readonly met: readonly MetNeed[]
  /** 上次开的: what came back of those it was copied from, the latest first. */
  readonly earlier: readonly {
    readonly materialId: string
    readonly title: string
    readonly on?: string | undefined
    readonly sheet: ResponseSheet
  }[]
}

/** What typing in kept. */
export interface KeptCards {
  readonly kept: number
  /** Sent before, and not kept twice. */
  readonly known: number
  /** Cards of which personal data was masked; `card` counts from 1. */
  readonly masked: readonly { readonly card: number; readonly says: string }[]
}

/** What was read from a spreadsheet, to be confirmed before it is taken. */
export interface ReadCards {
  readonly upload: string
  readonly type: MaterialResponse['type']
  readonly file: string
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly columns: readonly ColumnMatch[]
  /** What a column may be. */
  readonly fields: readonly { readonly field: string; readonly title: string }[]
  readonly total: number
  /** Taken before, from this file or another that holds the same rows. */
  readonly known: number
  /** Cards whose words hold personal data, which is masked when they are taken. */
  readonly personal: number
  readonly sample: readonly Pick<MaterialResponse, 'givenOn' | 'post' | 'answers'>[]
  readonly refused: readonly RefusedResponse[]
  /** How something was understood. */
  readonly notes: readonly string[]
}

export interface TakenCards {
  readonly type: MaterialResponse['type']
  readonly taken: number
  readonly known: number
  readonly masked: number
  readonly refused: readonly RefusedResponse[]
}
