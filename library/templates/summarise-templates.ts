import { RevisionContent } from '../items/revision.schema.ts'
import type { Validity } from '../items/validity.ts'
import type { CharacterReadings } from '../search/understanding/character-readings.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { madeByOthers } from './made-by-others.ts'
import { rankTemplates } from './rank-templates.ts'
import { templateFacts } from './template-facts.ts'
import type { TemplateSummary } from './template-view.ts'

export interface TemplateFilter {
  /** Words, pinyin or initials. */
  readonly q?: string | undefined
  readonly topic?: string | undefined
  readonly post?: string | undefined
  readonly ids?: readonly string[] | undefined
}

/** Templates in the library, those used last first, then by their titles' pinyin; with words, those that fit best. */
export async function summariseTemplates(
  library: LibraryAccess,
  readings: CharacterReadings,
  filter: TemplateFilter,
): Promise<TemplateSummary[]> {
  const found: (TemplateSummary & { readonly titleKey: string; readonly words: string })[] = []
  for (const row of await findRows(library, filter.ids)) {
    const content = RevisionContent.parse(JSON.parse(row.content))
    const { topics = [], posts = [], label, description } = content
    if (filter.topic !== undefined && !topics.includes(filter.topic)) continue
    if (filter.post !== undefined && !posts.includes(filter.post)) continue
    const facts = await templateFacts(library, row.id, row.current_revision, () => content)
    found.push({
      itemId: row.id,
      title: row.title,
      titleKey: row.title_key,
      label,
      description,
      topics,
      posts,
      validity: row.validity as Validity,
      revision: row.current_revision,
      ...facts,
      own: row.others === 0,
      ...(row.used_at !== null && {
        lastUsed: { at: row.used_at, changed: row.used_revision !== row.current_revision },
      }),
    })
  }
  const q = filter.q?.trim() ?? ''
  const ranked = q === '' ? found : rankTemplates(found, q, readings)
  return ranked.map(({ titleKey: _, words: __, ...summary }) => summary)
}

const findRows = ({ db }: LibraryAccess, ids: readonly string[] | undefined) =>
  db
    .selectFrom('item')
    .innerJoin('revision', 'revision.sha256', 'item.current_revision')
    .leftJoin('template_use', 'template_use.template_id', 'item.id')
    .where('item.kind', '=', 'template')
    .where('item.put_away_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('item.id', 'in', [...(ids ?? [])]))
    .select([
      'item.id',
      'item.title',
      'item.title_key',
      'item.validity',
      'item.current_revision',
      'revision.content',
      'template_use.revision as used_revision',
      'template_use.used_at',
      (select) => madeByOthers(select.ref('item.current_revision')).as('others'),
    ])
    .orderBy('template_use.used_at', (order) => order.desc().nullsLast())
    .orderBy('item.title_initials')
    .orderBy('item.title')
    .execute()
