/** What the thread that reads a spreadsheet says before it ends. Classes do not survive the crossing, their facts do. */
export type SheetThreadReply =
  | { readonly type: 'done' }
  | {
      readonly type: 'refused'
      readonly code: string
      readonly what: string
      readonly why?: string | undefined
      readonly todo?: string | undefined
    }
