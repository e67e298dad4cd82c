import type { RevisionContent } from '../items/revision.schema.ts'
import { foldText } from '../search/han-text.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { readTemplate } from './read-template.ts'
import { TemplateDocumentError, TemplateNotFoundError } from './template-errors.ts'

/** What a list says of a template that its item does not, the same for a revision for ever. */
export interface TemplateFacts {
  readonly fields: number
  readonly official: boolean
  /** Everything it is found by besides its title, folded. */
  readonly words: string
}

const MOST = 5_000
const known = new WeakMap<BlobStore, Map<string, TemplateFacts>>()

/** Reads a template's facts once for each revision. One whose document is missing or broken has no fields. */
export async function templateFacts(
  library: LibraryAccess,
  itemId: string,
  revision: string,
  content: () => RevisionContent,
): Promise<TemplateFacts> {
  const facts = known.get(library.blobs) ?? new Map<string, TemplateFacts>()
  known.set(library.blobs, facts)
  const found = facts.get(revision)
  if (found) return found
  if (facts.size > MOST) facts.clear()
  const read = await factsOf(library, itemId, revision, content())
  facts.set(revision, read)
  return read
}

async function factsOf(
  library: LibraryAccess,
  itemId: string,
  revision: string,
  { description, topics = [], posts = [], label }: RevisionContent,
): Promise<TemplateFacts> {
  const about = [description, label, ...topics, ...posts]
  try {
    const { schema } = await readTemplate(library, itemId, revision)
    const fields = Object.entries(schema.properties)
    const names = fields.flatMap(([name, { title }]) => [name, title ?? ''])
    const text = [...about, schema.description, ...names].filter(Boolean).join('\n')
    return { fields: fields.length, official: schema['x-official'] === true, words: foldText(text) }
  } catch (error) {
    if (!(error instanceof TemplateDocumentError) && !(error instanceof TemplateNotFoundError)) throw error
    return { fields: 0, official: false, words: foldText(about.filter(Boolean).join('\n')) }
  }
}
