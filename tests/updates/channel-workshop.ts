import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { Key, Metadata, MetaFile, Root, Signature, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models'
import { canonicalRevision } from '../../library/items/canonical-form.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import { binOf } from '../../library/updates/manifest-bins.ts'
import {
  answersTarget,
  binTarget,
  type ChannelDescription,
  channelTarget,
  type ManifestEntry,
  objectPath,
  type ReportAnswers,
  type Tombstone,
} from '../../library/updates/repository-format.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

/** A key whose secret part is at hand, as no publisher would have it: to sign also what must be refused. */
export interface WorkshopKey {
  readonly key: Key
  readonly secret: KeyObject
}

export function makeKey(): WorkshopKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const hex = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')
  const facts = { keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: hex } }
  const keyID = createHash('sha256')
    .update(`{"keytype":"ed25519","keyval":{"public":"${hex}"},"scheme":"ed25519"}`)
    .digest('hex')
  return { key: new Key({ keyID, ...facts }), secret: privateKey }
}

export interface WorkshopKeys {
  readonly roots: readonly WorkshopKey[]
  readonly targets: WorkshopKey
  readonly release: WorkshopKey
}

export const makeKeys = (): WorkshopKeys => ({
  roots: [makeKey(), makeKey(), makeKey()],
  targets: makeKey(),
  release: makeKey(),
})

/** What an item is in one version: revisions in order, or why it is gone. */
export type WorkshopItem =
  | { readonly revisions: readonly RevisionContent[]; readonly blobs?: ReadonlyMap<string, Uint8Array> }
  | { readonly id: string; readonly title: string; readonly withdrawn: Tombstone }

export interface WorkshopRelease {
  readonly version: number
  readonly items: readonly WorkshopItem[]
  readonly notes?: string
  /** Metadata version, when it is to differ from the channel's. */
  readonly metadataVersion?: number
  readonly expires?: string
  readonly describe?: (description: ChannelDescription) => unknown
  readonly keys?: Partial<WorkshopKeys>
  readonly answers?: ReportAnswers
  readonly specVersion?: string
}

const FAR = '2099-01-01T00:00:00Z'
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** Makes repositories by hand: also those that no honest publisher would make. */
export function createWorkshop(
  id = 'ceshi-pindao',
  keys: WorkshopKeys = makeKeys(),
  directory: string = temporaryFolder(),
) {
  const write = (file: string, bytes: Uint8Array | string) => {
    const full = path.join(directory, ...file.split('/'))
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, bytes)
  }
  const signed = (metadata: Metadata<Root | Targets | Snapshot | Timestamp>, signers: readonly WorkshopKey[]) => {
    for (const { key, secret } of signers) {
      metadata.sign((data) => new Signature({ keyID: key.keyID, sig: sign(null, data, secret).toString('hex') }))
    }
    return Buffer.from(JSON.stringify(metadata.toJSON()))
  }
  const common = (version: number, release?: WorkshopRelease) => ({
    version,
    expires: release?.expires ?? FAR,
    specVersion: release?.specVersion ?? '1.0.34',
  })

  /** Writes `N.root.json`, by default signed by two of the keys it names. */
  const writeRoot = (
    version: number,
    named: WorkshopKeys = keys,
    signers: readonly WorkshopKey[] = named.roots.slice(0, 2),
    expires = FAR,
  ) => {
    const root = new Root({ version, expires, specVersion: '1.0.34', consistentSnapshot: true })
    for (const { key } of named.roots) root.addKey(key, 'root')
    root.addKey(named.targets.key, 'targets')
    root.addKey(named.release.key, 'snapshot')
    root.addKey(named.release.key, 'timestamp')
    const role = root.roles.root
    if (role) Object.assign(role, { threshold: 2 })
    write(`metadata/${version}.root.json`, signed(new Metadata(root), signers))
  }

  const storeObject = (bytes: Uint8Array) => {
    const packed = zstdCompressSync(bytes)
    const smaller = packed.byteLength < bytes.byteLength
    const stored = smaller ? packed : Buffer.from(bytes)
    const object = sha256(stored)
    write(objectPath(object), stored)
    return { object, stored: stored.byteLength, size: bytes.byteLength, encoding: smaller ? 'zstd' : 'none' } as const
  }
  const storeTarget = (targets: Targets, name: string, value: unknown) => {
    const stored = zstdCompressSync(JSON.stringify(value))
    const hash = sha256(stored)
    targets.addTarget(new TargetFile({ path: name, length: stored.byteLength, hashes: { sha256: hash } }))
    write(`targets/${path.posix.join(path.posix.dirname(name), `${hash}.${path.posix.basename(name)}`)}`, stored)
  }

  const entryOf = (item: WorkshopItem): ManifestEntry => {
    if ('withdrawn' in item) {
      const { id: itemId, title, withdrawn } = item
      return { id: itemId, kind: 'policy', title, revisions: [], withdrawn }
    }
    const revisions = item.revisions.map((content) => canonicalRevision(content))
    const { content } = revisions.at(-1) as (typeof revisions)[number]
    const blobs = [...(item.blobs ?? [])].map(([mediaType, bytes]) => ({
      ...storeObject(bytes),
      sha256: sha256(bytes),
      mediaType,
    }))
    return {
      id: content.identifier,
      kind: content.kind,
      title: content.title,
      ...(content.topics && { topics: content.topics }),
      ...(content.issuedOn && { issuedOn: content.issuedOn }),
      ...(content.effectiveFrom && { effectiveFrom: content.effectiveFrom }),
      ...(content.repealedOn && { repealedOn: content.repealedOn }),
      revisions: revisions.map((revision) => ({
        ...storeObject(Buffer.from(revision.json)),
        sha256: revision.sha256,
        ...(blobs.length > 0 && { blobs }),
      })),
    }
  }

  const publish = (release: WorkshopRelease): ManifestEntry[] => {
    const entries = release.items.map(entryOf)
    const version = release.metadataVersion ?? release.version
    const signers = { ...keys, ...release.keys }
    const targets = new Targets(common(version, release))
    const description: ChannelDescription = {
      format: 1,
      id,
      title: '测试频道',
      publisher: '溪口镇内容办公室',
      stage: 'released',
      version: release.version,
      publishedAt: '2026-11-01T08:00:00Z',
      items: entries.length,
      notes: [{ version: release.version, publishedAt: '2026-11-01T08:00:00Z', notes: release.notes ?? '' }],
    }
    storeTarget(targets, channelTarget, release.describe ? release.describe(description) : description)
    const bins = Map.groupBy(entries, (entry) => binOf(entry.id))
    for (const [bin, items] of bins) storeTarget(targets, binTarget(bin), { format: 1, items })
    if (release.answers) storeTarget(targets, answersTarget, release.answers)
    const targetsBytes = signed(new Metadata(targets), [signers.targets])
    write(`metadata/${version}.targets.json`, targetsBytes)
    const fileOf = (bytes: Buffer) =>
      new MetaFile({ version, length: bytes.byteLength, hashes: { sha256: sha256(bytes) } })
    const snapshot = new Snapshot({ ...common(version, release), meta: { 'targets.json': fileOf(targetsBytes) } })
    const snapshotBytes = signed(new Metadata(snapshot), [signers.release])
    write(`metadata/${version}.snapshot.json`, snapshotBytes)
    const timestamp = new Timestamp({ ...common(version, release), snapshotMeta: fileOf(snapshotBytes) })
    write('metadata/timestamp.json', signed(new Metadata(timestamp), [signers.release]))
    return entries
  }

  writeRoot(1)
  return { directory, keys, publish, writeRoot, write }
}

export type Workshop = ReturnType<typeof createWorkshop>

/** A policy of numbered provisions. */
export function policy(
  identifier: string,
  title: string,
  provisions: readonly string[],
  more: Partial<RevisionContent> = {},
): RevisionContent {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
  return {
    format: 1,
    kind: 'policy',
    identifier,
    title,
    body: provisions.map((text, index) => `第${numerals[index]}条 ${text}`).join('\n\n'),
    ...more,
  }
}
