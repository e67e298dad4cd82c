import type { DocumentCheck, Finding } from '../../../library/templates/finding.ts'

/** The check of a document that the service holds. */
export interface HeldCheck {
  readonly check: DocumentCheck
  readonly upload: string
}

/** A document on the desk: as it is now, and as it was before each repair. */
export interface CheckWork {
  readonly key: string
  readonly file: string
  readonly state: 'checking' | 'checked' | 'failed'
  readonly now?: HeldCheck | undefined
  readonly before: readonly HeldCheck[]
  readonly error?: unknown
  /** The copy was handed to the person in this state. */
  readonly saved: boolean
}

export const newWork = (key: string, file: string): CheckWork => ({
  key,
  file,
  state: 'checking',
  before: [],
  saved: false,
})

/** As it was repaired or checked anew; the state before can be returned to. */
export function withChange(work: CheckWork, next: HeldCheck): CheckWork {
  const before = work.now ? [...work.before, work.now] : work.before
  return { ...work, state: 'checked', now: next, before, error: undefined, saved: false }
}

/** The same document checked again, because something around it changed: nothing to undo. */
export const withCheck = (work: CheckWork, next: HeldCheck): CheckWork => ({
  ...work,
  state: 'checked',
  now: next,
  error: undefined,
})

export function undone(work: CheckWork): CheckWork {
  const last = work.before.at(-1)
  return last ? { ...work, now: last, before: work.before.slice(0, -1), saved: false } : work
}

export type FindingGroup = 'must' | 'should'

/** What must be mended first, then what should be looked at, each in reading order as the check gives it. */
export function groupFindings(findings: readonly Finding[]): readonly (readonly [FindingGroup, readonly Finding[]])[] {
  const groups: readonly FindingGroup[] = ['must', 'should']
  return groups
    .map((group) => [group, findings.filter(({ severity }) => severity === group)] as const)
    .filter(([, list]) => list.length > 0)
}

/** What one click can mend. */
export const repairable = (findings: readonly Finding[]) => findings.filter(({ repair }) => repair !== undefined)

/** 通知.docx → 通知（已改）.docx, so that the person's own file is never replaced. */
export function repairedName(file: string, suffix: string): string {
  const dot = file.toLowerCase().lastIndexOf('.docx')
  return dot > 0 ? `${file.slice(0, dot)}${suffix}.docx` : `${file}${suffix}.docx`
}
