import type { Kysely } from 'kysely'
import { arrangeHistory } from '../../../items/arrange-history.ts'
import { findContent, findRevisions } from '../../../items/items.repository.ts'
import { splitPassages } from '../../../items/passages.ts'
import { localDate } from '../../../items/record-revision.ts'
import type { Validity } from '../../../items/validity.ts'
import { readTitleList, type TitleList } from '../../../search/suggest/title-list.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import type { LibraryTables } from '../../../store/schema.ts'
import { listRepealingTexts, listWithdrawnPolicies, type WithdrawnPolicy } from './policies.repository.ts'
import { indexPolicies, type PolicyIndex } from './policy-index.ts'
import { policyKey } from './policy-key.ts'
import { type RepealingClause, readRepealingClauses } from './repealing-clauses.ts'

/** A state of a policy, for telling which one a document means. */
export interface PolicyVersion {
  readonly revision: string
  readonly validity: Validity
  readonly current: boolean
  readonly issuedOn: string | undefined
  readonly effectiveFrom: string | undefined
  readonly documentNumber: string | undefined
}

/** The policies of a library, to look citations up in. */
export interface Policies extends PolicyIndex {
  /** Newest first. */
  readonly versionsOf: (itemId: string) => Promise<readonly PolicyVersion[]>
  /** The numbers of the provisions of the text in force: 第六十二条 … */
  readonly provisionsOf: (itemId: string) => Promise<readonly string[]>
  /** Who says in force that the policy of this title ended. */
  readonly endedBy: (title: string) => Promise<RepealingClause | undefined>
  /** The policy of this title that its channel took back. */
  readonly withdrawn: (title: string) => Promise<WithdrawnPolicy | undefined>
}

export const noPolicies: Policies = {
  ...indexPolicies({ seq: 0, titles: new Map(), topics: [] }),
  versionsOf: async () => [],
  provisionsOf: async () => [],
  endedBy: async () => undefined,
  withdrawn: async () => undefined,
}

interface Remembered {
  readonly list: TitleList
  readonly index: PolicyIndex
  readonly provisions: Map<string, readonly string[]>
  clauses: Promise<Map<string, RepealingClause>> | undefined
  withdrawn: Promise<WithdrawnPolicy[]> | undefined
}

/** Kept with the database they were read from, and read anew when it is another one. */
const remembered = new WeakMap<Kysely<LibraryTables>, Remembered>()

export async function openPolicies(library: Pick<LibraryAccess, 'db' | 'clock'>): Promise<Policies> {
  const { db } = library
  const today = localDate(library.clock())
  const before = remembered.get(db)
  const list = await readTitleList(db, before?.list)
  const known: Remembered =
    before?.list === list
      ? before
      : { list, index: indexPolicies(list), provisions: new Map(), clauses: undefined, withdrawn: undefined }
  remembered.set(db, known)

  const versionsOf = async (itemId: string): Promise<PolicyVersion[]> => {
    const revisions = await findRevisions(db, itemId)
    if (revisions.length === 0) return []
    return arrangeHistory(revisions, today)
      .revisions.map(({ revision, validity, current }) => ({
        revision: revision.sha256,
        validity,
        current,
        issuedOn: revision.issuedOn,
        effectiveFrom: revision.effectiveFrom,
        documentNumber: revision.documentNumber,
      }))
      .reverse()
  }
  return {
    ...known.index,
    versionsOf,
    async provisionsOf(itemId) {
      const ready = known.provisions.get(itemId)
      if (ready) return ready
      const current = (await versionsOf(itemId)).find((version) => version.current)
      const content = current && (await findContent(db, current.revision))
      const provisions = content
        ? splitPassages(content.body)
            .filter((passage) => passage.type === 'provision')
            .map((passage) => passage.heading)
        : []
      known.provisions.set(itemId, provisions)
      return provisions
    },
    async endedBy(title) {
      known.clauses ??= listRepealingTexts(db).then((texts) => readRepealingClauses(texts, policyKey))
      return (await known.clauses).get(policyKey(title))
    },
    async withdrawn(title) {
      known.withdrawn ??= listWithdrawnPolicies(db)
      return (await known.withdrawn).find((policy) => policyKey(policy.title) === policyKey(title))
    },
  }
}
