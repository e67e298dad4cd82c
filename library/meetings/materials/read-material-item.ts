import type { RevisionContent } from '../../items/revision.schema.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import { canonicalMaterial } from './canonical-material.ts'
import { MATERIAL_MEDIA_TYPE, MaterialRecord } from './material.schema.ts'

/** A record is a few hundred kilobytes at most; anything larger is not one. Bytes. */
const LARGEST = 4 * 1024 * 1024

/** The record that came with an item; undefined where it has none, or none that can be read. */
export async function readMaterialItem(
  blobs: Pick<BlobStore, 'has' | 'read'>,
  content: Pick<RevisionContent, 'kind' | 'attachments' | 'title'>,
): Promise<MaterialRecord | undefined> {
  const attachment = content.attachments?.find(({ mediaType }) => mediaType === MATERIAL_MEDIA_TYPE)
  if (content.kind !== 'guide' || !attachment || attachment.size > LARGEST) return undefined
  try {
    if (!(await blobs.has(attachment.sha256))) return undefined
    const given: unknown = JSON.parse((await blobs.read(attachment.sha256)).toString('utf8').replace(/^\ufeff/, ''))
    const record = MaterialRecord.safeParse(given).data
    return record && canonicalMaterial({ ...record, title: record.title || content.title.slice(0, 200) }).record
  } catch {
    // A part that is no JSON, or nested without end, takes nothing away from the item.
    return undefined
  }
}
