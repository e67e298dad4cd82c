import { ownValidity, type Validity, type ValidityFacts } from './validity.ts'

/** What decides a revision's place in its item's history. */
export interface RevisionDates extends ValidityFacts {
  readonly sha256: string
  readonly issuedOn?: string | undefined
  /** ISO date-time at which this library recorded it. */
  readonly recordedAt: string
  /** Order of recording; later wins among equal dates. */
  readonly recordedSeq: number
}

export interface ArrangedRevision<R extends RevisionDates> {
  readonly revision: R
  readonly validity: Validity
  readonly current: boolean
}

export interface History<R extends RevisionDates> {
  /** Oldest first. */
  readonly revisions: readonly ArrangedRevision<R>[]
  readonly current: ArrangedRevision<R>
  /** The next day on which this arrangement changes by itself (something comes into force or expires). */
  readonly nextChangeOn: string | undefined
}

const versionDate = (r: RevisionDates) => r.issuedOn ?? r.effectiveFrom ?? r.recordedAt.slice(0, 10)

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/**
 * Orders an item's revisions by date and says which is current on `today` (`YYYY-MM-DD`):
 * the newest that has taken effect; those before it are `amended`, those after it `not-yet`.
 * @throws {RangeError} when there is no revision
 */
export function arrangeHistory<R extends RevisionDates>(revisions: readonly R[], today: string): History<R> {
  const ordered = [...revisions].sort(
    (a, b) => versionDate(a).localeCompare(versionDate(b)) || a.recordedSeq - b.recordedSeq,
  )
  const effective = ordered.findLastIndex((r) => ownValidity(r, today) !== 'not-yet')
  const currentIndex = effective === -1 ? ordered.length - 1 : effective
  const arranged = ordered.map((revision, index) => {
    const own = ownValidity(revision, today)
    const superseded = index < currentIndex && own === 'in-force'
    return { revision, validity: superseded ? ('amended' as const) : own, current: index === currentIndex }
  })
  const current = arranged[currentIndex]
  if (!current) throw new RangeError('an item has at least one revision')
  const coming = ordered
    .flatMap((r) => [r.effectiveFrom, r.repealedOn, r.expiresOn && dayAfter(r.expiresOn)])
    .filter((date): date is string => !!date && date > today)
    .sort()
  return { revisions: arranged, current, nextChangeOn: coming[0] }
}
