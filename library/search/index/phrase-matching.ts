import { tokenRuns } from '../tokens.ts'
import type { IndexState, LiveSegment } from './index-state.ts'
import { ListCursor, listLocals } from './list-cursor.ts'
import type { Clause, IndexDocument, Phrase, StoredPassage } from './passage-index.ts'
import { isPhraseIn } from './phrase-in-text.ts'
import { type PhrasePlan, planPhrase } from './phrase-plan.ts'
import { Places } from './position-bytes.ts'
import { type ListPlaces, listLength, type PostingList, type PostingLists } from './posting-lists.ts'
import { acceptedLocals, mergeSorted, type Sorted } from './sorted-locals.ts'
import { documentKey } from './term-keys.ts'

/** A phrase with its plan, made once for all segments. */
export interface PlannedPhrase {
  readonly phrase: Phrase
  readonly plan: PhrasePlan
  readonly runs: ReturnType<typeof tokenRuns>
  readonly notBefore: PlannedPhrase | undefined
}
export type PlannedClause = readonly PlannedPhrase[]

export const planClause = (clause: Clause): PlannedClause => clause.map(planned)

function planned(phrase: Phrase): PlannedPhrase {
  return {
    phrase,
    plan: planPhrase(phrase.text),
    runs: tokenRuns(phrase.text),
    notBefore: phrase.notBefore === undefined ? undefined : planned({ text: phrase.notBefore, field: 'outline' }),
  }
}

/** The keys of a clause's terms, by which its matches are scored. */
export const clauseKeys = (clause: PlannedClause) =>
  clause.flatMap(({ plan }) => [...plan.anchors.map(({ key }) => key), ...plan.singles])

const NONE = new Uint16Array(0)

/**
 * Finds phrases by the places of their terms. Places prove a run of characters without reading any
 * text, so that the cost of a common word is that of its lists; only phrases of several runs (国发〔2024〕12号),
 * which are rare and narrowed down by their terms, are looked up in the text itself.
 */
export class PhraseMatching {
  private readonly lists: PostingLists
  private readonly readPassage: (segment: LiveSegment, local: number) => StoredPassage | undefined

  constructor(lists: PostingLists, readPassage: (segment: LiveSegment, local: number) => StoredPassage | undefined) {
    this.lists = lists
    this.readPassage = readPassage
  }

  /** About how many passages of a segment hold a clause; 0 only when none does. */
  estimate({ stored }: LiveSegment, clause: PlannedClause): number {
    let most = 0
    for (const { plan, phrase } of clause) {
      most += this.shortest(stored, plan, (key) => key)
      if (phrase.field !== 'outline') most += 64 * this.shortest(stored, plan, documentKey)
    }
    return most
  }

  private shortest(stored: LiveSegment['stored'], plan: PhrasePlan, keyOf: (key: number) => number): number {
    let shortest = Number.POSITIVE_INFINITY
    for (const { key } of plan.anchors) {
      const list = this.lists.find(stored, keyOf(key))
      shortest = Math.min(shortest, list ? listLength(list) : 0)
    }
    for (const key of plan.singles) {
      const list = this.lists.find(stored, keyOf(key))
      shortest = Math.min(shortest, list ? listLength(list) : 0)
    }
    return shortest === Number.POSITIVE_INFINITY ? 0 : shortest
  }

  /**
   * The passages of a segment that hold any phrase of a clause.
   * @param within only these are looked at; all when left out
   */
  holders(state: IndexState, segment: LiveSegment, clause: PlannedClause, within?: Sorted): Sorted {
    let holders: Sorted = NONE
    for (const phrase of clause) {
      holders = mergeSorted(holders, this.inPassages(segment, phrase, within))
      if (phrase.phrase.field !== 'outline')
        holders = mergeSorted(holders, passagesOfParts(segment, this.inParts(state, segment, phrase), within))
    }
    return holders
  }

  private inPassages(segment: LiveSegment, { phrase, plan, runs, notBefore }: PlannedPhrase, within?: Sorted): Sorted {
    const inOutline = phrase.field === 'outline'
    const { outlineEnds } = segment.stored
    const found = this.matches(
      segment,
      plan,
      (key) => key,
      within,
      inOutline ? (local) => outlineEnds[local] as number : undefined,
    )
    const needsText = plan.needsText || (inOutline && plan.singles.length > 0)
    const certain = needsText
      ? found.filter((local) => {
          const passage = this.readPassage(segment, local)
          if (!passage) return false
          if (isPhraseIn([...passage.path, passage.heading].join('\n'), runs)) return true
          return !inOutline && isPhraseIn(passage.text, runs)
        })
      : found
    if (!notBefore || certain.length === 0) return certain
    const unwanted = new Set(this.inPassages(segment, notBefore, certain))
    return unwanted.size === 0 ? certain : certain.filter((local) => !unwanted.has(local))
  }

  private inParts({ documents }: IndexState, segment: LiveSegment, { plan, runs }: PlannedPhrase): Sorted {
    const parts = this.matches(segment, plan, documentKey)
    return parts.filter((part) => {
      const document = documents[segment.ordinals[part] as number]
      return document !== undefined && (!plan.needsText || fieldsOf(document).some((field) => isPhraseIn(field, runs)))
    })
  }

  /** Passages (or parts) whose terms stand at the plan's distances. */
  private matches(
    { stored }: LiveSegment,
    { anchors, singles }: PhrasePlan,
    keyOf: (key: number) => number,
    within?: Sorted,
    endOf?: (local: number) => number,
  ): Sorted {
    const anchorLists: PostingList[] = []
    const others: PostingList[] = []
    for (const { key } of anchors) {
      const list = this.lists.find(stored, keyOf(key))
      if (!list) return NONE
      anchorLists.push(list)
    }
    for (const key of singles) {
      const list = this.lists.find(stored, keyOf(key))
      if (!list) return NONE
      others.push(list)
    }
    const all = [...anchorLists, ...others]
    const [shortest] = all.toSorted((a, b) => listLength(a) - listLength(b))
    if (!shortest) return NONE
    if (all.length === 1 && !within && !endOf) return listLocals(shortest)
    const driver = within && within.length < listLength(shortest) ? within : listLocals(shortest)
    const filter = within && driver !== within ? within : undefined
    const cursors = others.map((list) => new ListCursor(list))
    const anchorCursors = anchorLists.map((list) => new ListCursor(list))
    const check =
      anchors.length > 1 || (endOf && anchors.length > 0)
        ? new PlaceCheck(
            anchors.map(({ offset }) => offset),
            anchorLists,
            (list) => this.lists.places(list),
          )
        : undefined
    const entries = new Int32Array(anchorLists.length)
    const found = new Uint16Array(driver.length)
    let length = 0
    let filterAt = 0
    next: for (let i = 0; i < driver.length; i++) {
      const local = driver[i] as number
      if (filter) {
        while (filterAt < filter.length && (filter[filterAt] as number) < local) filterAt++
        if (filter[filterAt] !== local) continue
      }
      for (let at = 0; at < anchorCursors.length; at++) {
        const entry = (anchorCursors[at] as ListCursor).seek(local)
        if (entry < 0) continue next
        entries[at] = entry
      }
      for (const cursor of cursors) if (cursor.seek(local) < 0) continue next
      if (check && !check.holds(entries, endOf ? endOf(local) : Number.POSITIVE_INFINITY)) continue
      found[length++] = local
    }
    return found.subarray(0, length)
  }
}

const fieldsOf = ({ title, alternative, documentNumber, topics }: IndexDocument) => [
  title,
  ...alternative,
  documentNumber ?? '',
  ...topics,
]

/** Whether terms stand at given distances from each other in one passage. */
class PlaceCheck {
  private readonly offsets: readonly number[]
  private readonly froms: readonly number[]
  private readonly listPlaces: readonly ListPlaces[]
  private readonly places: readonly Places[]

  constructor(offsets: readonly number[], lists: readonly PostingList[], placesOf: (list: PostingList) => ListPlaces) {
    this.offsets = offsets
    this.froms = lists.map(({ from }) => from)
    this.listPlaces = lists.map(placesOf)
    this.places = lists.map(() => new Places())
  }

  /**
   * @param entries of the passage in each list
   * @param end the first term stands before this place
   */
  holds(entries: Int32Array, end: number): boolean {
    for (let at = 0; at < this.places.length; at++) {
      const { bytes, starts } = this.listPlaces[at] as ListPlaces
      const start = starts[(entries[at] as number) - (this.froms[at] as number)] as number
      ;(this.places[at] as Places).read(bytes, start)
    }
    const first = this.places[0] as Places
    next: for (let i = 0; i < first.length; i++) {
      const begin = (first.values[i] as number) - (this.offsets[0] as number)
      if (begin >= end) return false
      for (let at = 1; at < this.places.length; at++) {
        const { values, length } = this.places[at] as Places
        const wanted = begin + (this.offsets[at] as number)
        let j = 0
        while (j < length && (values[j] as number) < wanted) j++
        if (j === length || values[j] !== wanted) continue next
      }
      return true
    }
    return false
  }
}

function passagesOfParts({ stored }: LiveSegment, parts: Sorted, within?: Sorted): Sorted {
  if (parts.length === 0) return NONE
  if (within) {
    const isWanted = new Uint8Array(stored.partDocuments.length)
    for (const part of parts) isWanted[part] = 1
    return acceptedLocals(within, stored.partOf, isWanted)
  }
  let length = 0
  for (const part of parts) length += (stored.partStarts[part + 1] as number) - (stored.partStarts[part] as number)
  const passages = new Uint16Array(length)
  let at = 0
  for (const part of parts) {
    const end = stored.partStarts[part + 1] as number
    for (let local = stored.partStarts[part] as number; local < end; local++) passages[at++] = local
  }
  return passages
}
