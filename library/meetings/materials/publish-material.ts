import type { HeldBlob } from '../../items/record-revision.ts'
import { localDate } from '../../items/record-revision.ts'
import type { Attachment, RevisionContent } from '../../items/revision.schema.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
import { readOffice } from '../../stories/process/story-office.ts'
import type { MeetingPart } from '../outline/outline.schema.ts'
import { canonicalMaterial } from './canonical-material.ts'
import { mapCitations } from './citations-of.ts'
import type { CitedPassage } from './cited.schema.ts'
import { cleanPictures } from './clean-pictures.ts'
import { isOnlyExplained } from './explained-text.ts'
import type { KeptMaterial } from './kept-material.ts'
import { MATERIAL_LABELS, MATERIAL_MEDIA_TYPE, type MaterialRecord } from './material.schema.ts'
import { materialWithoutTitle } from './material-errors.ts'
import { renderMaterial } from './render-material.ts'

/** What a material's item holds, and the blobs it needs; these are in the blob store already. */
export interface MaterialItem {
  readonly content: RevisionContent
  readonly blobs: readonly HeldBlob[]
}

/**
 * A material as an item of kind `guide`: its words as Markdown, cleaned pictures, and its record with these pictures in
 * the place of the originals.
 * @throws {MaterialError} MATERIAL_NO_TITLE
 * @throws {PictureError} when a picture cannot be cleaned: an original never leaves
 */
export async function materialItem(
  library: Pick<LibraryAccess, 'db' | 'blobs' | 'clock'>,
  writes: PictureCopyWrites,
  material: Pick<KeptMaterial, 'id' | 'record'>,
): Promise<MaterialItem> {
  const { id, record } = material
  if (record.title === '') throw materialWithoutTitle()
  const { record: cleaned, pictures } = await cleanPictures(
    library,
    writes,
    mapCitations(openRecord(record), openCited),
  )
  const clean = canonicalMaterial(cleaned)
  const bytes = Buffer.from(clean.json)
  const attachments: Attachment[] = [
    {
      name: `${record.title.slice(0, 100)}.${MATERIAL_LABELS[record.type]}.json`,
      mediaType: MATERIAL_MEDIA_TYPE,
      sha256: await library.blobs.put(bytes),
      size: bytes.length,
    },
    ...pictures.map(({ sha256, size, mediaType }, at) => ({ name: `图片${at + 1}.jpg`, mediaType, sha256, size })),
  ]
  const places = new Map(pictures.map(({ sha256 }) => [sha256, sha256]))
  const { name: office } = await readOffice(library.db)
  const { topics, summary, audience } = record
  return {
    content: {
      ...{ format: 1, kind: 'guide', identifier: id, title: record.title, label: MATERIAL_LABELS[record.type] },
      ...(office !== '' && { issuer: office }),
      issuedOn: localDate(library.clock()),
      ...(topics.length > 0 && { topics }),
      ...(audience.posts.length > 0 && { posts: audience.posts }),
      ...(summary && { description: summary }),
      body: renderMaterial(clean.record, places),
      attachments,
    },
    blobs: attachments.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType })),
  }
}

/** What this library could only explain is looked up where it arrives: the provision itself may be there. */
function openCited(cited: CitedPassage): CitedPassage {
  if (!isOnlyExplained(cited.text)) return cited
  const { id, title, provision, note } = cited
  return { id, title, provision, note }
}

/** What belongs to one occasion stays in the office: when and where it was, who came, who spoke, whose design it had. */
function openRecord(record: MaterialRecord): MaterialRecord {
  if (record.type !== 'meeting') return record
  const { on: _on, startsAt: _at, place: _place, contact: _contact, documentNumber: _number, ...rest } = record
  const { design: _design, ...open } = rest
  return { ...open, people: [], parts: open.parts.map(openPart) }
}

/** What is to be done stays, without who and by when. */
function openPart({ speaker: _speaker, ...part }: MeetingPart): MeetingPart {
  if (part.type !== 'closing') return part
  return { ...part, todo: part.todo.map(({ id, text }) => ({ id, text })) }
}
