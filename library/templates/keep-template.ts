import { createHash, randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import type { DocumentToRecord } from '../importing/document-to-record.ts'
import { identityKey, itemIdOf } from '../items/item-identity.ts'
import { requireItem } from '../items/item-queries.ts'
import { findItem } from '../items/items.repository.ts'
import type { HeldBlob, RecordedOutcome } from '../items/record-revision.ts'
import type { Attachment } from '../items/revision.schema.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { openDocx } from './document/open-docx.ts'
import { readParagraphs } from './document/part-paragraphs.ts'
import { placeBlanks } from './propose/place-blanks.ts'
import {
  DOCX_MEDIA_TYPE,
  FilledSample,
  SAMPLE_MEDIA_TYPE,
  SCHEMA_MEDIA_TYPE,
  TemplateSchema,
} from './template-schema.ts'

/** What a person says of a template of their own. */
export const TemplateDefinition = z.strictObject({
  title: z.string().trim().min(1).max(200),
  description: z.string().max(2000).optional(),
  topics: z.array(z.string().min(1).max(40)).max(20).optional(),
  posts: z.array(z.string().min(1).max(40)).max(20).optional(),
  schema: TemplateSchema,
  samples: z.array(FilledSample).max(20).optional(),
  /** Blanks of the document that become placeholders, from what was proposed. */
  blanks: z
    .array(
      z.object({
        id: z.string(),
        name: z
          .string()
          .min(1)
          .max(100)
          .regex(/^[^{}|/#^]+$/),
      }),
    )
    .max(2000)
    .optional(),
  /** For a further revision of a template. */
  itemId: z.string().optional(),
})
export type TemplateDefinition = z.infer<typeof TemplateDefinition>

export interface TemplateWrites {
  recordDocuments(documents: readonly DocumentToRecord[]): Promise<RecordedOutcome[]>
  catchUpIndex(limit: number): Promise<unknown>
}

/**
 * Keeps a template of the person's own: an item with its document, schema and samples, or a further revision of one.
 * @param fileName as the person calls the document
 * @throws {TemplateDocumentError} when the document cannot be one
 * @throws {ItemNotFoundError} when `itemId` names none
 */
export async function keepTemplate(
  library: LibraryAccess,
  writes: TemplateWrites,
  given: Uint8Array,
  fileName: string,
  definition: TemplateDefinition,
): Promise<RecordedOutcome> {
  const { title, schema, itemId } = definition
  if (itemId !== undefined) await requireItem(library.db, itemId)
  const zip = openDocx(given)
  const docx = definition.blanks?.length ? placed(zip, definition.blanks) : given
  const base = path.basename(fileName).replace(/\.docx$/i, '') || title
  const files = [
    { name: `${base}.docx`, mediaType: DOCX_MEDIA_TYPE, bytes: docx },
    { name: `${base}.schema.json`, mediaType: SCHEMA_MEDIA_TYPE, bytes: json(schema) },
    ...(definition.samples ?? []).map((sample, index) => ({
      name: `${base}.sample-${index + 1}.json`,
      mediaType: SAMPLE_MEDIA_TYPE,
      bytes: json(sample),
    })),
  ]
  const attachments: Attachment[] = []
  const blobs: HeldBlob[] = []
  for (const { name, mediaType, bytes } of files) {
    const sha256 = await library.blobs.put(bytes)
    attachments.push({ name, mediaType, sha256, size: bytes.byteLength })
    blobs.push({ sha256, size: bytes.byteLength, mediaType })
  }
  const identifier = itemId ?? (await ownIdentifier(library, title))
  const { description, topics, posts } = definition
  const [outcome] = await writes.recordDocuments([
    {
      location: `own-template\n${identifier}`,
      source: `${base}.docx`,
      sourceSha256: createHash('sha256').update(docx).digest('hex'),
      content: {
        format: 1,
        kind: 'template',
        identifier,
        title,
        ...(description && { description }),
        ...(topics?.length && { topics }),
        ...(posts?.length && { posts }),
        body: bodyOf(zip.file('word/document.xml')?.asText() ?? ''),
        attachments,
      },
      blobs,
      activity: 'import',
      starter: false,
    },
  ])
  await writes.catchUpIndex(100)
  if (!outcome) throw new Error('recording gave no outcome')
  return outcome
}

function placed(zip: ReturnType<typeof openDocx>, blanks: NonNullable<TemplateDefinition['blanks']>): Uint8Array {
  placeBlanks(zip, blanks)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** One's own template of the same title gets a revision; a channel's of that title stays apart. */
async function ownIdentifier({ db }: LibraryAccess, title: string): Promise<string> {
  const usual = itemIdOf(identityKey({ kind: 'template', title }))
  const item = await findItem(db, usual)
  const isFree = item === undefined || (item.starter === 0 && item.channel === null)
  return isFree ? usual : itemIdOf(`own-template\n${title}\n${randomUUID()}`)
}

/** The document's words, so that it is found by them. */
function bodyOf(xml: string): string {
  return readParagraphs(xml)
    .filter(({ fallback }) => !fallback)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => text.replace(/[\\`*_<>[\]#|]/g, (mark) => `\\${mark}`))
    .join('\n\n')
    .normalize('NFC')
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
