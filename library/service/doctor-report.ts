/** What is examined. Codes are stable: the interface translates by them. */
export type DoctorCheckCode =
  | 'database'
  | 'revisions'
  | 'blobs'
  | 'forms'
  | 'record'
  | 'index'
  | 'backups'
  | 'disk'
  | 'writable'

/** One thing that was examined; the texts are plain Chinese. */
export interface DoctorCheck {
  readonly code: DoctorCheckCode
  readonly name: string
  readonly ok: boolean
  readonly detail: string
  readonly todo?: string | undefined
}

export interface DoctorReport {
  readonly ok: boolean
  readonly checks: readonly DoctorCheck[]
}
