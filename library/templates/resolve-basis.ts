import { citationTitle } from '../items/item-identity.ts'
import { findContent } from '../items/items.repository.ts'
import { splitPassages } from '../items/passages.ts'
import type { Validity } from '../items/validity.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { openPolicies, type Policies } from './check/policies/open-policies.ts'
import { policyKey } from './check/policies/policy-key.ts'
import type { LegalBasis, TemplateSchema } from './template-schema.ts'
import type { BasisView } from './template-view.ts'

/** The clauses a template relies on, as they stand in this library today. */
export async function resolveBasis(library: LibraryAccess, schema: TemplateSchema): Promise<BasisView[]> {
  const basis = schema['x-basis'] ?? []
  if (basis.length === 0) return []
  const policies = await openPolicies(library)
  return Promise.all(basis.map((one) => resolveOne(library, policies, one)))
}

async function resolveOne(library: LibraryAccess, policies: Policies, basis: LegalBasis): Promise<BasisView> {
  const texts = await textsOf(library, policies, basis.title)
  const provisions = basis.provisions ?? []
  const read = await Promise.all(
    texts.map(async (text) => {
      const content = await findContent(library.db, text.current_revision)
      return { text, anchors: anchorsOf(content?.body ?? '', provisions) }
    }),
  )
  // A long work may lie here in pieces: the one that holds the provisions is meant.
  const best = read.toSorted((a, b) => b.anchors.length - a.anchors.length)
  const found = best.find(({ text }) => text.validity === 'in-force') ?? best[0]
  const isGone = found === undefined || found.text.validity === 'repealed' || found.text.validity === 'expired'
  const replacement = await replacementOf(policies, basis.title, isGone)
  return {
    ...basis,
    ...(found && {
      itemId: found.text.id,
      validity: found.text.validity as Validity,
      revision: found.text.current_revision,
      anchors: found.anchors,
    }),
    ...(replacement && { replacedBy: { itemId: replacement.itemId, title: citationTitle(replacement.title) } }),
  }
}

/** The items of a title; where there is none, the pieces of a work of that title. */
async function textsOf({ db }: LibraryAccess, policies: Policies, title: string) {
  const ids = policies.named(title).map(({ itemId }) => itemId)
  const items = db
    .selectFrom('item')
    .where('put_away_at', 'is', null)
    .select(['id', 'title', 'validity', 'current_revision'])
    .orderBy('updated_at', 'desc')
  if (ids.length > 0) return items.where('id', 'in', ids).execute()
  if (!policies.inPieces(title)) return []
  const key = policyKey(title)
  const rows = await items.where('kind', '=', 'policy').where('title_key', 'like', `%${key}%`).execute()
  return rows.filter((row) => policyKey(row.title.split(/\s+/)[0] ?? '') === key)
}

/** What its channel says takes its place, or for one that ended the text that says so. */
async function replacementOf(policies: Policies, title: string, isGone: boolean) {
  const named = (await policies.withdrawn(title))?.replacedBy
  return named ?? (isGone ? await policies.endedBy(title) : undefined)
}

/** A provision may be named with its clause: 第十七条第一款 is found at 第十七条. */
function anchorsOf(body: string, provisions: readonly string[]): string[] {
  if (provisions.length === 0) return []
  const passages = splitPassages(body)
  return provisions.flatMap((provision) => {
    const heading = /^第[^条]+条(?:之[一二三四五六七八九十]+)?/.exec(provision)?.[0] ?? provision
    return passages.find((passage) => passage.heading === heading)?.anchor ?? []
  })
}
