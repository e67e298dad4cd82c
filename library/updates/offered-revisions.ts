/** A revision of an item as deciding needs it. */
export interface KnownRevision {
  readonly sha256: string
  /** Order of recording in this library. */
  readonly recordedSeq: number
  readonly issuedOn?: string | undefined
  readonly effectiveFrom?: string | undefined
  /** The person brought it in (import, edit, restore). */
  readonly own: boolean
  /** The app came with it. */
  readonly starter: boolean
}

export interface Deciding {
  readonly revisions: readonly KnownRevision[]
  /** What the strongest channel that offers the item says, in its order; undefined when none does. */
  readonly offered: readonly string[] | undefined
  /** What the person chose between their text and the channel's, for this very pair. */
  readonly choiceBetween: (own: string, offered: string) => 'own' | 'channel' | undefined
}

export interface Decision {
  /** The revisions that count. */
  readonly counting: ReadonlySet<string>
  /** The person's own text stands against a newer one of the channel. */
  readonly conflict?: { readonly own: string; readonly offered: string; readonly base?: string | undefined } | undefined
}

const versionDate = (revision: KnownRevision) => revision.issuedOn ?? revision.effectiveFrom

/**
 * Which revisions of an item count: the person's own, those of the strongest channel, and without a channel the
 * starter's. Dated versions of one text stand side by side, as its history. Where the person's text and the channel's
 * are the same version, or have no date, the person's stays until they choose, and what the channel brought after it waits.
 */
export function offeredRevisions({ revisions, offered, choiceBetween }: Deciding): Decision {
  const known = new Map(revisions.map((revision) => [revision.sha256, revision]))
  const fromChannel = (offered ?? []).flatMap((sha256) => known.get(sha256) ?? [])
  const head = fromChannel.at(-1)
  const isOffered = new Set(fromChannel.map(({ sha256 }) => sha256))
  const ownOnly = revisions.filter(({ own, sha256 }) => own && !isOffered.has(sha256))
  if (!head) return { counting: names(revisions.filter(({ own, starter }) => own || starter)) }
  const rival = ownOnly.filter((own) => sameVersion(own, head)).sort((a, b) => b.recordedSeq - a.recordedSeq)[0]
  // A text made after the channel's was made knowing it.
  if (!rival || rival.recordedSeq > head.recordedSeq) return { counting: names([...fromChannel, ...ownOnly]) }
  const base = fromChannel.filter(({ recordedSeq }) => recordedSeq < rival.recordedSeq).at(-1)
  const conflict = { own: rival.sha256, offered: head.sha256, base: base?.sha256 }
  if (choiceBetween(rival.sha256, head.sha256) === 'channel') {
    return { counting: names([...fromChannel, ...ownOnly.filter((own) => !sameVersion(own, head))]), conflict }
  }
  const waiting = fromChannel.filter(
    (revision) => sameVersion(revision, rival) && revision.recordedSeq > rival.recordedSeq,
  )
  const held = new Set(waiting.map(({ sha256 }) => sha256))
  return { counting: names([...fromChannel.filter(({ sha256 }) => !held.has(sha256)), ...ownOnly]), conflict }
}

const sameVersion = (a: KnownRevision, b: KnownRevision) => {
  const [one, other] = [versionDate(a), versionDate(b)]
  return one === undefined || other === undefined || one === other
}

const names = (revisions: readonly KnownRevision[]) => new Set(revisions.map(({ sha256 }) => sha256))
