import { access } from 'node:fs/promises'
import path from 'node:path'
import { rootFingerprint } from '../fingerprint.ts'
import { publisherPaths } from './channel-definition.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import type { PublishedChannel, PublishedVersion, PublisherKey } from './publishing-view.ts'
import { type PublishedState, readPublished } from './read-published.ts'

/** A channel that is published from here, as the publishing desk shows it. @throws {PublishingError} */
export async function viewPublishedChannel(directory: string): Promise<PublishedChannel> {
  const folder = await openFolder(directory)
  const { definition, root, released, draft } = folder
  const { id, title, publisher, choice, withdrawn, nextExpectedOn, keepVersions } = definition
  const keys: PublisherKey[] = []
  for (const { name, role, keyId, holder, file } of definition.keys) {
    if (!root.signed.keys[keyId]) continue
    const place = file === undefined ? undefined : path.resolve(directory, file)
    const isHere = place !== undefined && (await access(place).then(...yesOrNo))
    keys.push({ name, role, keyId, holder, ...(isHere && { file: place }) })
  }
  return {
    id,
    title,
    publisher,
    directory,
    choice,
    withdrawn,
    keys,
    rootVersion: root.signed.version,
    threshold: root.signed.roles.root?.threshold ?? 1,
    fingerprint: rootFingerprint(root.signed),
    released: released && viewVersion(released),
    draft: draft && viewVersion(draft),
    nextExpectedOn,
    keepVersions,
    ...(definition.renewing !== undefined && { brokenChange: { readersWait: await doReadersWait(folder) } }),
  }
}

/** Whether what is published is signed by keys that the newest root no longer names. */
async function doReadersWait({ directory, root }: OpenFolder): Promise<boolean> {
  const paths = publisherPaths(directory)
  for (const stage of ['released', 'draft'] as const) {
    if (!(await readPublished(paths.repositoryOf(stage), [root]).then(...yesOrNo))) return true
  }
  return false
}

const yesOrNo = [() => true, () => false] as const

const viewVersion = ({ description, version, signaturesEndAt }: PublishedState): PublishedVersion => ({
  version,
  publishedAt: description.publishedAt,
  items: description.items,
  notes: description.notes[0]?.notes ?? '',
  signaturesEndAt,
})
