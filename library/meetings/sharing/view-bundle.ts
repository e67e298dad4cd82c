import { findIdentity } from '../../feedback/reports.repository.ts'
import { findSetting } from '../../settings/settings.repository.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { senderFingerprint } from '../../stories/slips/slip-sender.ts'
import { knownSenders } from '../../stories/slips/slips.repository.ts'
import type { KeptMaterial } from '../materials/kept-material.ts'
import { findByOrigin, findMaterial } from '../materials/materials.repository.ts'
import { findChanges } from '../materials/validity/find-changes.ts'
import type { BundleItem } from './bundle.schema.ts'
import type { BundleView } from './bundle-view.ts'
import { findHere } from './cited-revisions.repository.ts'
import type { OpenedBundle } from './open-bundle.ts'

/** The setting that remembers that something was taken in from a sender. */
export const senderKey = (publicKey: string) => `material-sender:${publicKey}`

/** What a file carries, beside what is here. Nothing was taken in. */
export async function viewBundle(
  library: LibraryAccess,
  upload: string,
  { body }: Pick<OpenedBundle, 'body'>,
): Promise<BundleView> {
  const { sender, record, pictures } = body
  const items = await Promise.all(
    body.items.map(async (item) => {
      const { itemId, title, kind } = item
      return { itemId, title, kind, here: await whatIsHere(library, item) }
    }),
  )
  const before = await materialBefore(library, body.origin)
  return {
    upload,
    record,
    madeAt: body.sentAt,
    sender: {
      name: sender.name,
      fingerprint: senderFingerprint(sender.publicKey),
      known: await isKnown(library, sender.publicKey),
    },
    items,
    pictures: pictures.length,
    changes: (await findChanges(library, { record })).changes,
    ...(before && { before: { id: before.id, title: before.record.title, updatedAt: before.updatedAt } }),
  }
}

async function whatIsHere(
  { db }: LibraryAccess,
  { itemId, revision }: BundleItem,
): Promise<BundleView['items'][number]['here']> {
  const here = await findHere(db, itemId)
  if (!here) return 'none'
  if (here.current === revision) return 'same'
  return here.revisions.has(revision) ? 'newer' : 'other'
}

async function isKnown({ db }: LibraryAccess, publicKey: string): Promise<boolean> {
  if ((await findIdentity(db))?.publicKey === publicKey) return true
  if ((await findSetting(db, senderKey(publicKey))) !== undefined) return true
  return (await knownSenders(db)).has(publicKey)
}

/** The material of the same origin that is here: the one itself where it was made, or what came of it last. */
export async function materialBefore({ db }: LibraryAccess, origin: string): Promise<KeptMaterial | undefined> {
  const itself = await findMaterial(db, origin)
  if (itself && itself.discardedAt === undefined) return itself
  return (await findByOrigin(db, origin))[0]
}
