import { findContent, findItem } from '../items/items.repository.ts'
import { splitPassages } from '../items/passages.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { openPolicies } from '../templates/check/policies/open-policies.ts'
import type { ShownPolicy } from './story.schema.ts'

/**
 * Where the provisions of a story stand in this library today: the text in force of that title, and the passage of
 * that number. What is not here is left as it is cited.
 */
export async function resolvePolicies(library: LibraryAccess, cited: readonly ShownPolicy[]): Promise<ShownPolicy[]> {
  if (cited.length === 0) return []
  const policies = await openPolicies(library)
  const anchors = new Map<string, Promise<ReadonlySet<string>>>()
  return Promise.all(
    cited.map(async ({ itemId: named, anchor, ...policy }) => {
      const itemId = (await isHere(library, named))
        ? named
        : (chosen(policies.named(policy.title)) ?? (await explained(library, policy)))
      if (itemId === undefined) return policy
      const known = anchors.get(itemId) ?? anchorsOf(library, itemId)
      anchors.set(itemId, known)
      const wanted = anchor ?? PROVISION.exec(policy.provision ?? '')?.[0]
      const found = wanted !== undefined && (await known).has(wanted)
      return { ...policy, itemId, ...(found && { anchor: wanted }) }
    }),
  )
}

/** 第十七条第一款 is found at 第十七条. */
const PROVISION = /^第[^条]{1,12}条(?:之[一二三四五六七八九十]+)?/

async function isHere({ db }: LibraryAccess, itemId: string | undefined): Promise<boolean> {
  if (itemId === undefined) return false
  const item = await findItem(db, itemId)
  return item !== undefined && item.put_away_at === null
}

/** Where the text itself is not here: what explains it, and says something of this very provision. */
async function explained({ db }: LibraryAccess, { title, provision }: ShownPolicy): Promise<string | undefined> {
  const named = `《${title.replace(/[《》]/gu, '')}》`
  const rows = await db
    .selectFrom('item')
    .innerJoin('revision', 'revision.sha256', 'item.current_revision')
    .where('kind', '=', 'policy')
    .where('put_away_at', 'is', null)
    .where('item.title', 'like', `%${named.replace(/[%_]/gu, '')}%`)
    .select(['item.id', 'revision.content'])
    .orderBy('item.id')
    .execute()
  const number = PROVISION.exec(provision ?? '')?.[0]
  return (rows.find(({ content }) => number !== undefined && content.includes(number)) ?? rows[0])?.id
}

const chosen = (titles: readonly { readonly itemId: string; readonly validity: string }[]): string | undefined =>
  (titles.find(({ validity }) => validity === 'in-force') ?? titles[0])?.itemId

async function anchorsOf({ db }: LibraryAccess, itemId: string): Promise<ReadonlySet<string>> {
  const item = await findItem(db, itemId)
  const content = item && (await findContent(db, item.current_revision))
  return new Set(content ? splitPassages(content.body).map(({ anchor }) => anchor) : [])
}
