import type { HeldBlob } from '../../items/record-revision.ts'
import { localDate } from '../../items/record-revision.ts'
import type { Attachment, RevisionContent } from '../../items/revision.schema.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { type PictureCopyWrites, pictureCopy } from '../../stories/media/picture-copy.ts'
import type { PictureCopy } from '../../stories/media/picture-recipe.ts'
import { readOffice } from '../../stories/process/story-office.ts'
import type { MeetingPart } from '../outline/outline.schema.ts'
import { canonicalMaterial } from './canonical-material.ts'
import type { MaterialPicture } from './cited.schema.ts'
import type { KeptMaterial } from './kept-material.ts'
import { MATERIAL_LABELS, MATERIAL_MEDIA_TYPE, type MaterialRecord } from './material.schema.ts'
import { materialWithoutTitle } from './material-errors.ts'
import { mapPictures, picturesOf } from './material-pictures.ts'
import { renderMaterial } from './render-material.ts'

/** Pixels of a published picture's wide side: sharp on a screen and on paper, and light to carry. */
const WIDTH = 1600

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
  const copies = new Map<MaterialPicture, PictureCopy>()
  for (const picture of picturesOf(record)) {
    copies.set(picture, await pictureCopy(library, writes, picture, { width: WIDTH, format: 'jpeg' }))
  }
  const clean = canonicalMaterial(mapPictures(openRecord(record), (picture) => cleaned(picture, copies.get(picture))))
  const bytes = Buffer.from(clean.json)
  const pictures = [...new Map([...copies.values()].map((copy) => [copy.sha256, copy])).values()]
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

function cleaned(picture: MaterialPicture, copy: PictureCopy | undefined): MaterialPicture {
  if (!copy) return picture
  const { sha256, mediaType, width, height, size } = copy
  // What a camera called it may hold a day, a device or somebody's name; what was blurred is blurred in the copy.
  return { ...picture, sha256, mediaType, width, height, size, name: `${picture.id}.jpg`, blurred: undefined }
}

/** What belongs to one occasion stays in the office: when and where it was, who came, who spoke, whose design it had. */
function openRecord(record: MaterialRecord): MaterialRecord {
  if (record.type !== 'meeting') return record
  const { on: _on, startsAt: _at, place: _place, contact: _contact, documentNumber: _number, ...rest } = record
  const { design: _design, ...open } = rest
  return { ...open, people: [], parts: open.parts.map(({ speaker: _speaker, ...part }) => part as MeetingPart) }
}
