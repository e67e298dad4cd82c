import { findItemContent } from '../items/item-queries.ts'
import { findContent } from '../items/items.repository.ts'
import { type Attachment, type RevisionContent, Sha256 } from '../items/revision.schema.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { type CompiledDocument, compileDocument } from './document/fill-document.ts'
import { proposeSchema } from './propose/propose-schema.ts'
import { type DataCheck, openDataCheck } from './schema/check-data.ts'
import { readSchema } from './schema/read-schema.ts'
import { TemplateNotFoundError } from './template-errors.ts'
import {
  DOCX_MEDIA_TYPE,
  FilledSample,
  SAMPLE_MEDIA_TYPE,
  SCHEMA_MEDIA_TYPE,
  type TemplateSchema,
} from './template-schema.ts'
import type { TemplateProblem } from './template-view.ts'

/** A template as it lies in the library, its document and rules opened when first asked for. */
export interface StoredTemplate {
  readonly itemId: string
  readonly revision: string
  readonly title: string
  readonly content: RevisionContent
  readonly schema: TemplateSchema
  /** The schema is only proposed from the placeholders. */
  readonly proposed: boolean
  readonly document: Attachment
  readonly docx: Uint8Array
  readonly samples: readonly FilledSample[]
  /** What is wrong with the schema's file and the samples'. */
  readonly problems: readonly TemplateProblem[]
  /** @throws {TemplateDocumentError} when the document is broken */
  compiled(): CompiledDocument
  check(): DataCheck
}

/** Templates kept open, by revision: one office uses few at a time. */
const KEPT = 64
const kept = new WeakMap<BlobStore, Map<string, StoredTemplate>>()

/**
 * Reads a template, the current revision unless `revision` names another.
 * @throws {TemplateNotFoundError} when the item is no template, or holds no document
 * @throws {ItemNotFoundError} when there is no such item or revision
 */
export async function readTemplate(
  library: LibraryAccess,
  itemId: string,
  revision?: string | undefined,
): Promise<StoredTemplate> {
  const { sha256, content } = await findText(library, itemId, revision)
  const cache = cacheOf(library.blobs)
  const known = cache.get(sha256)
  if (known) {
    cache.delete(sha256)
    cache.set(sha256, known)
    return known
  }
  const template = await open(library, itemId, sha256, content)
  cache.set(sha256, template)
  for (const oldest of [...cache.keys()].slice(0, -KEPT)) cache.delete(oldest)
  return template
}

/** A revision named in full is read although its item was put away or taken back: what was filled with it stays. */
async function findText(library: LibraryAccess, itemId: string, revision: string | undefined) {
  const sha256 = Sha256.safeParse(revision)
  const named = sha256.success ? await findContent(library.db, sha256.data) : undefined
  if (sha256.success && named?.identifier === itemId) return { sha256: sha256.data, content: named }
  const { entry, content } = await findItemContent(library.db, itemId, revision, library.clock())
  return { sha256: entry.revision, content }
}

function cacheOf(blobs: BlobStore): Map<string, StoredTemplate> {
  const found = kept.get(blobs) ?? new Map<string, StoredTemplate>()
  kept.set(blobs, found)
  return found
}

async function open(
  library: LibraryAccess,
  itemId: string,
  revision: string,
  content: RevisionContent,
): Promise<StoredTemplate> {
  if (content.kind !== 'template') throw notATemplate(content.title)
  const attachments = content.attachments ?? []
  const document = attachments.find(({ mediaType }) => mediaType === DOCX_MEDIA_TYPE)
  if (!document) throw documentMissing(content.title)
  const docx = await read(library, document)
  if (!docx) throw documentMissing(content.title)
  const problems: TemplateProblem[] = []
  const schemaFile = attachments.find(({ mediaType }) => mediaType === SCHEMA_MEDIA_TYPE)
  const written = schemaFile && readSchema(schemaFile.name, await read(library, schemaFile))
  if (written?.type === 'broken') problems.push(written.problem)
  const schema = written?.type === 'schema' ? written.schema : proposeSchema(docx, content.title)
  const samples: FilledSample[] = []
  for (const file of attachments.filter(({ mediaType }) => mediaType === SAMPLE_MEDIA_TYPE)) {
    const sample = readSample(await read(library, file))
    if (sample) samples.push(sample)
    else problems.push({ code: 'SCHEMA_BROKEN', says: `样例“${file.name}”读不懂，没有显示。`, quote: file.name })
  }
  let compiled: CompiledDocument | undefined
  let check: DataCheck | undefined
  return {
    itemId,
    revision,
    title: content.title,
    content,
    schema,
    proposed: written?.type !== 'schema',
    document,
    docx,
    samples,
    problems,
    compiled: () => {
      compiled ??= compileDocument(docx, schema)
      return compiled
    },
    check: () => {
      check ??= openDataCheck(schema)
      return check
    },
  }
}

async function read(library: LibraryAccess, { sha256 }: Attachment): Promise<Buffer | undefined> {
  return (await library.blobs.has(sha256)) ? library.blobs.read(sha256) : undefined
}

function readSample(bytes: Buffer | undefined): FilledSample | undefined {
  try {
    return FilledSample.parse(JSON.parse(bytes?.toString('utf8').replace(/^\ufeff/, '') ?? ''))
  } catch {
    return undefined
  }
}

const notATemplate = (title: string) =>
  new TemplateNotFoundError({
    code: 'TEMPLATE_NOT_FOUND',
    what: `《${title}》不是文书模板。`,
    todo: '请在“文书”里选一个模板。',
  })

const documentMissing = (title: string) =>
  new TemplateNotFoundError({
    code: 'TEMPLATE_DOCUMENT_MISSING',
    what: `《${title}》没有可以填写的文档。`,
    why: '它没有附 .docx 文件，或者文件丢失了。',
    todo: '说明仍可阅读；请联系提供它的单位，或用自己的 .docx 新建一个模板。',
  })
