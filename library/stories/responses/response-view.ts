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
