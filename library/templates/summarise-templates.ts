import { RevisionContent } from '../items/revision.schema.ts'
import type { Validity } from '../items/validity.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { readTemplate } from './read-template.ts'
import type { TemplateSummary } from './template-view.ts'

export interface TemplateFilter {
  /** Words, pinyin or initials. */
  readonly q?: string | undefined
  readonly topic?: string | undefined
  readonly post?: string | undefined
  readonly ids?: readonly string[] | undefined
}

/** Templates in the library, those used last first; with words, those that fit best. */
export async function summariseTemplates(library: LibraryAccess, filter: TemplateFilter): Promise<TemplateSummary[]> {
  const { db } = library
  const rows = await db
    .selectFrom('item')
    .innerJoin('revision', 'revision.sha256', 'item.current_revision')
    .leftJoin('template_use', 'template_use.template_id', 'item.id')
    .where('item.kind', '=', 'template')
    .where('item.put_away_at', 'is', null)
    .$if(filter.ids !== undefined, (query) => query.where('item.id', 'in', [...(filter.ids ?? [])]))
    .select([
      'item.id',
      'item.title',
      'item.title_key',
      'item.title_initials',
      'item.validity',
      'item.starter',
      'item.channel',
      'item.current_revision',
      'revision.content',
      'template_use.revision as used_revision',
      'template_use.used_at',
    ])
    .orderBy('template_use.used_at', (order) => order.desc().nullsLast())
    .orderBy('item.title')
    .execute()
  const summaries: TemplateSummary[] = []
  for (const row of rows) {
    const content = RevisionContent.parse(JSON.parse(row.content))
    if (filter.topic !== undefined && !content.topics?.includes(filter.topic)) continue
    if (filter.post !== undefined && !content.posts?.includes(filter.post)) continue
    const template = await readTemplate(library, row.id).catch(() => undefined)
    summaries.push({
      itemId: row.id,
      title: row.title,
      label: content.label,
      description: content.description,
      topics: content.topics ?? [],
      posts: content.posts ?? [],
      validity: row.validity as Validity,
      revision: row.current_revision,
      fields: template ? Object.keys(template.schema.properties).length : 0,
      official: template?.schema['x-official'] === true,
      own: row.starter === 0 && row.channel === null,
      ...(row.used_at !== null && {
        lastUsed: { at: row.used_at, changed: row.used_revision !== row.current_revision },
      }),
    })
  }
  return summaries
}
