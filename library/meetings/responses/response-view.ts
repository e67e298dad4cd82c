/** A needs card from before a meeting, or a feedback card from after it. Nobody is named. */
export interface MaterialResponse {
  readonly id: string
  readonly materialId: string
  readonly type: 'needs' | 'feedback'
  /** Typed in from paper, read from a sheet, or given in the window. */
  readonly way: 'paper' | 'sheet' | 'window'
  readonly givenOn: string
  readonly post?: string | undefined
  /** By the card's questions; see CARD_QUESTIONS. */
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
