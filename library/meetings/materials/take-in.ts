import { citationTitle } from '../../items/item-identity.ts'
import { findItemContent, requireItem } from '../../items/item-queries.ts'
import { findContent, findItem } from '../../items/items.repository.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { type ReadStory, readPublicStory } from '../../stories/read-public-story.ts'
import { MeetingPart } from '../outline/outline.schema.ts'
import { mapCitations } from './citations-of.ts'
import type { CitedPassage, MaterialPicture } from './cited.schema.ts'
import { type FoundRecord, findRecord } from './find-record.ts'
import { newLocalId } from './local-id.ts'
import { MaterialNotFoundError } from './material-errors.ts'
import type { PartReference } from './material-view.ts'
import { findMaterial } from './materials.repository.ts'
import { beginningOf, bodyText, passageAt } from './passage-text.ts'
import { readMaterialItem } from './read-material-item.ts'
import { resolveCited, resolvePassages } from './resolve-cited.ts'
import { tellStory } from './tell-story.ts'

/** Minutes that a part is given to begin with. */
const MINUTES = { reading: 10, story: 10, scene: 20, exercise: 15 }
/** What is asked after a story; the organiser asks better. */
const QUESTIONS = ['这件事难在哪里？', '换成我们，会怎么办？', '哪些做法不能照搬？']

/**
 * What a search hit, favourite, story, drill, guide or template becomes in a meeting: a part with its words, so that
 * it stays whole when the item goes.
 * @throws {ItemNotFoundError} when it is not here, put away or withdrawn
 * @throws {MaterialNotFoundError} when it is nothing that a meeting can hold, such as another meeting
 */
export async function takeIn(library: LibraryAccess, reference: PartReference): Promise<MeetingPart> {
  const { itemId } = reference
  const own = await findMaterial(library.db, itemId)
  if (own && own.discardedAt === undefined) return takeMaterial(library, await findRecord(library, itemId))
  const item = await findItem(library.db, itemId)
  if (item?.kind === 'story') return takeStory(library, await readStoryOf(library, reference))
  await requireItem(library.db, itemId)
  const { content, entry, history } = await contentOf(library, reference)
  switch (content.kind) {
    case 'policy':
      return takePolicy(library, await revisionWith(library, reference, { content, entry, history }), reference.anchor)
    case 'template':
      return part('exercise', content.title, {
        text: `发空白的《${content.title}》，照着隐去姓名的材料填一份，填完互相看。`,
        template: { itemId, title: content.title.slice(0, 300) },
      })
    case 'guide': {
      if (await readMaterialItem(library.blobs, content))
        return takeMaterial(library, await findRecord(library, itemId))
      return part('exercise', content.title, {
        text: bodyText(content.body).slice(0, 20_000),
        from: { id: itemId, revision: entry.revision, takenOn: localDate(library.clock()) },
      })
    }
    case 'story':
      return takeStory(library, await readStoryOf(library, reference))
  }
}

/** A revision that is asked for and never was here is the one there is. */
const contentOf = async ({ db, clock }: LibraryAccess, { itemId, revision }: PartReference) =>
  findItemContent(db, itemId, revision, clock()).catch((error: unknown) => {
    if (revision === undefined) throw error
    return findItemContent(db, itemId, undefined, clock())
  })

async function readStoryOf(library: LibraryAccess, { itemId, revision }: PartReference): Promise<ReadStory> {
  await requireItem(library.db, itemId)
  return readPublicStory(library, itemId, revision).catch((error: unknown) => {
    if (revision === undefined) throw error
    return readPublicStory(library, itemId)
  })
}

type FoundContent = Awaited<ReturnType<typeof contentOf>>

/** The newest revision that has the passage: what was marked in a former one is what was meant. */
async function revisionWith(
  { db }: LibraryAccess,
  { anchor }: PartReference,
  found: FoundContent,
): Promise<Pick<FoundContent, 'content' | 'entry'>> {
  if (anchor === undefined || passageAt(found.content.body, anchor)) return found
  for (const entry of found.history) {
    const content = await findContent(db, entry.revision)
    if (content && passageAt(content.body, anchor)) return { content, entry }
  }
  return found
}

function takePolicy(
  library: LibraryAccess,
  { content, entry: { revision, validity } }: Pick<FoundContent, 'content' | 'entry'>,
  anchor: string | undefined,
): MeetingPart {
  const found = (anchor === undefined ? undefined : passageAt(content.body, anchor)) ?? beginningOf(content)
  const title = citationTitle(content.title).slice(0, 300)
  const cited: CitedPassage = {
    id: newLocalId('cite'),
    title,
    ...(found?.provision && { provision: found.provision.slice(0, 60) }),
    itemId: content.identifier,
    revision,
    ...(found?.anchor !== undefined && { anchor: found.anchor.slice(0, 200) }),
    ...(found && { text: found.text }),
    validity,
    citedOn: localDate(library.clock()),
  }
  const named = title.includes('《') ? title : `《${title}》`
  return part('reading', `${named}${found?.provision ?? ''}`, { cites: [cited] })
}

async function takeStory(library: LibraryAccess, read: ReadStory): Promise<MeetingPart> {
  const { content, story } = read
  const cites = await resolvePassages(
    library,
    story.policies
      .filter(({ title }) => title !== '')
      .slice(0, 20)
      .map(({ title, provision, itemId, anchor, note }) => ({
        ...{ id: newLocalId('cite'), title, provision, itemId, anchor, note },
      })),
  )
  return part('story', content.title, {
    story: tellStory(read, localDate(library.clock())),
    ask: QUESTIONS,
    pictures: picturesOf(read),
    cites,
  })
}

/** The cleaned pictures of a story, in their order. */
function picturesOf({ content, story }: ReadStory): MaterialPicture[] {
  const attached = new Map((content.attachments ?? []).map((one) => [one.sha256, one]))
  return story.media
    .filter(({ mediaType, sha256 }) => mediaType.startsWith('image/') && attached.has(sha256))
    .slice(0, 40)
    .map(({ sha256, mediaType, width, height, caption, alternative }) => ({
      ...{ id: newLocalId('picture'), sha256, mediaType, width, height },
      name: attached.get(sha256)?.name ?? '图片',
      size: attached.get(sha256)?.size ?? 0,
      ...{ caption: caption?.slice(0, 300), alternative: alternative?.slice(0, 300) },
    }))
}

async function takeMaterial(library: LibraryAccess, found: FoundRecord): Promise<MeetingPart> {
  const { id, own, revision, recordSha256 } = found
  const from = { id, revision: own ? recordSha256 : revision, takenOn: localDate(library.clock()) }
  // A drill may be taken twice: its passages are told apart all the same.
  const record = mapCitations(await resolveCited(library, found.record), (cited) => ({
    ...cited,
    id: newLocalId('cite'),
  }))
  if (record.type === 'drill') return part('scene', record.title, { drill: record, from, minutes: record.minutes })
  if (record.type === 'guide') return part('exercise', record.title, { guide: record, from })
  throw new MaterialNotFoundError()
}

const part = (type: keyof typeof MINUTES, title: string, more: object): MeetingPart =>
  MeetingPart.parse({ id: newLocalId('part'), type, title: title.slice(0, 200), minutes: MINUTES[type], ...more })
