import { viewItem } from '../items/item-queries.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { madeByOthers } from './made-by-others.ts'
import { readTemplate } from './read-template.ts'
import { resolveBasis } from './resolve-basis.ts'
import { TemplateDocumentError } from './template-errors.ts'
import type { TemplateProblem, TemplateView } from './template-view.ts'

/** Everything the desk shows of a template before it is filled. */
export async function viewTemplate(
  library: LibraryAccess,
  itemId: string,
  revision?: string | undefined,
): Promise<TemplateView> {
  const template = await readTemplate(library, itemId, revision)
  const [item, [row], used] = await Promise.all([
    viewItem(library.db, itemId, revision, library.clock()),
    library.db
      .selectFrom('item')
      .where('id', '=', itemId)
      .select((select) => ['current_revision', madeByOthers(select.ref('item.current_revision')).as('others')])
      .execute(),
    library.db.selectFrom('template_use').where('template_id', '=', itemId).selectAll().executeTakeFirst(),
  ])
  const { schema, proposed, document, samples } = template
  const { placeholders, problems } = describeDocument(template)
  return {
    itemId,
    title: item.title,
    label: item.label,
    description: item.description,
    topics: item.topics,
    posts: item.posts,
    validity: item.validity,
    revision: template.revision,
    fields: Object.keys(schema.properties).length,
    official: schema['x-official'] === true,
    own: row?.others === 0,
    ...(used && { lastUsed: { at: used.used_at, changed: used.revision !== row?.current_revision } }),
    schema,
    proposed,
    document,
    placeholders,
    problems: [...template.problems, ...problems],
    basis: await resolveBasis(library, schema),
    materials: schema['x-materials'] ?? [],
    samples,
    ...(used && used.revision !== template.revision && { lastRevision: used.revision }),
  }
}

type Opened = Awaited<ReturnType<typeof readTemplate>>

/** A broken document leaves its description readable. */
function describeDocument(template: Opened): Pick<TemplateView, 'placeholders' | 'problems'> {
  try {
    return template.compiled()
  } catch (error) {
    if (!(error instanceof TemplateDocumentError)) throw error
    const problem: TemplateProblem = {
      code: 'DOCUMENT_MISSING',
      says: error.message,
      quote: template.document.name,
    }
    return { placeholders: [], problems: [problem] }
  }
}
