import type { ReportKind, UnsignedLetter } from './report-letter.ts'

/** What the answer to a report says. */
export interface ReportAnswer {
  readonly text: string
  readonly answeredOn: string
  /** Items to look at; those that are not in this library have no title. */
  readonly items: readonly { readonly itemId: string; readonly title?: string | undefined }[]
}

/** Something the person wrote for those who look after the content; it stays here until they export it. */
export interface Report {
  readonly id: string
  /** `K7QM-0001`, to be named on the telephone. */
  readonly number: string
  readonly kind: ReportKind
  readonly text: string
  readonly itemId?: string | undefined
  readonly title?: string | undefined
  /** Absent for the whole item. */
  readonly anchor?: string | undefined
  readonly revision?: string | undefined
  readonly quote?: string | undefined
  /** The noted search it was made of. */
  readonly gapId?: string | undefined
  readonly createdAt: string
  /** When it was last written to a file; it cannot be changed from then on. */
  readonly exportedAt?: string | undefined
  readonly answer?: ReportAnswer | undefined
  /** When an update brought the answer. */
  readonly answerTakenAt?: string | undefined
  readonly answerSeenAt?: string | undefined
}

/** What an export would write, before it is written. */
export interface Outbox {
  readonly fileName?: string | undefined
  /** All that the file says; its signature is added when it is written. Absent where there is nothing to send. */
  readonly letter?: UnsignedLetter | undefined
  /** The sender's name as last given; empty for none. */
  readonly senderName: string
}

/** What an export into a folder did. */
export interface ExportedLetter {
  readonly file: string
  readonly reports: number
  readonly numbers: readonly string[]
}

/** A report that another library sent to this office. */
export interface ReceivedReport {
  readonly id: string
  readonly number: string
  readonly senderName?: string | undefined
  readonly kind: ReportKind
  readonly text: string
  readonly itemId?: string | undefined
  readonly title?: string | undefined
  readonly anchor?: string | undefined
  readonly revision?: string | undefined
  readonly quote?: string | undefined
  readonly writtenAt: string
  readonly receivedAt: string
  readonly answer?: ReportAnswer | undefined
}

/** What became of one file that was taken in. */
export interface ReceivedFile {
  readonly file: string
  readonly senderName?: string | undefined
  readonly taken: number
  /** Reports that were here already. */
  readonly known: number
  /** Why nothing of it was taken in. */
  readonly refused?:
    | { readonly code: string; readonly what: string; readonly why?: string; readonly todo?: string }
    | undefined
}

/** What putting the answers into a channel's folder did. */
export interface WrittenAnswers {
  readonly file: string
  readonly answers: number
}
