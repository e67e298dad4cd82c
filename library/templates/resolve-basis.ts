import { citationTitle, identityTitle } from '../items/item-identity.ts'
import { findContent, findTombstone } from '../items/items.repository.ts'
import { splitPassages } from '../items/passages.ts'
import type { Validity } from '../items/validity.ts'
import { foldText } from '../search/han-text.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { LegalBasis, TemplateSchema } from './template-schema.ts'
import type { BasisView } from './template-view.ts'

/** The clauses a template relies on, as they stand in this library today. */
export function resolveBasis(library: LibraryAccess, schema: TemplateSchema): Promise<BasisView[]> {
  return Promise.all((schema['x-basis'] ?? []).map((basis) => resolveOne(library, basis)))
}

async function resolveOne({ db }: LibraryAccess, basis: LegalBasis): Promise<BasisView> {
  const key = identityTitle(foldText(basis.title))
  const rows = await db
    .selectFrom('item')
    .where('put_away_at', 'is', null)
    .where((where) =>
      where.or([
        where('title_key', '=', key),
        where('title_key', 'like', `${escaped(key)}\n%`),
        where('title_key', 'like', `%\n${escaped(key)}\n%`),
        where('title_key', 'like', `%\n${escaped(key)}`),
      ]),
    )
    .select(['id', 'title', 'kind', 'validity', 'current_revision'])
    .orderBy('updated_at', 'desc')
    .execute()
  const item = rows.find(({ kind, validity }) => kind === 'policy' && validity === 'in-force') ?? rows[0]
  if (!item) return { ...basis }
  const content = await findContent(db, item.current_revision)
  const replaced = (await findTombstone(db, item.id))?.replaced_by
  const replacement =
    replaced == null
      ? undefined
      : await db.selectFrom('item').where('id', '=', replaced).select(['id', 'title']).executeTakeFirst()
  return {
    ...basis,
    itemId: item.id,
    validity: item.validity as Validity,
    revision: item.current_revision,
    anchors: anchorsOf(content?.body ?? '', basis.provisions ?? []),
    ...(replacement && { replacedBy: { itemId: replacement.id, title: citationTitle(replacement.title) } }),
  }
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

const escaped = (text: string) => text.replace(/[\\%_]/g, '')
