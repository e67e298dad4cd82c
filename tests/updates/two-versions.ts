import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Metadata, MetadataKind } from '@tufjs/models'
import { expect } from 'vitest'
import { canonicalRevision } from '../../library/items/canonical-form.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import type { LibraryAccess } from '../../library/store/library-access.ts'
import { createWorkshop, makeKeys, policy, type WorkshopItem } from './channel-workshop.ts'

export const CHANNEL = 'liangban-pindao'

/** Bytes that no compression makes smaller, the same for the same number. */
function noise(size: number, seed: number): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < size; at += 32) pieces.push(createHash('sha256').update(`${seed} ${at}`).digest())
  return Buffer.concat(pieces).subarray(0, size)
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const oldForm = noise(70_000, 1)
const newForm = noise(300_000, 2)

/** `标记七甲` stands in item 7 as version 1 has it, `标记七乙` as version 2 changed it. */
const text = (number: number, version: '甲' | '乙', form?: Buffer): RevisionContent =>
  policy(
    `liangban-${String(number).padStart(3, '0')}`,
    `溪口镇第${number}号管护办法`,
    [`标记${number}${version}由村民小组登记。`, '管护员每月巡查一次，如实记录，接受监督。'.repeat(6)],
    form && {
      attachments: [
        { name: '附表.xls', mediaType: 'application/vnd.ms-excel', sha256: sha256(form), size: form.length },
      ],
    },
  )

const FIRST = 12
const CHANGED = [1, 2, 3]
const WITHDRAWN = 4
const WITH_FORM = 5
const NEW = 14
/** Items that version 1 offers, that version 2 changes, adds and withdraws; one attachment stays, one is new. */
export const counts = { first: FIRST, new: NEW - FIRST, changed: CHANGED.length, withdrawn: 1 }

function itemsOf(version: 1 | 2): WorkshopItem[] {
  const old = (number: number) => text(number, '甲', number === WITH_FORM ? oldForm : undefined)
  const blobs = (form: Buffer) => ({ blobs: new Map([['application/vnd.ms-excel', form]]) })
  return Array.from({ length: version === 1 ? FIRST : NEW }, (_, index): WorkshopItem => {
    const number = index + 1
    if (version === 2 && CHANGED.includes(number)) return { revisions: [old(number), text(number, '乙')] }
    if (version === 2 && number === WITHDRAWN) {
      const { identifier, title } = old(number)
      return { id: identifier, title, withdrawn: { withdrawnOn: '2026-11-01', reason: '已并入新办法。' } }
    }
    if (number === WITH_FORM) return { revisions: [old(number)], ...blobs(oldForm) }
    return number > FIRST
      ? { revisions: [text(number, '乙', newForm)], ...blobs(newForm) }
      : { revisions: [old(number)] }
  })
}

/** A channel to be published in two versions, in a folder that goes with the test unless another is given. */
export function createTwoVersions(directory?: string) {
  const workshop = createWorkshop(CHANNEL, makeKeys(), directory)
  return { ...workshop, publishVersion: (version: 1 | 2) => workshop.publish({ version, items: itemsOf(version) }) }
}

/** What a library holds of the channel when it has that version wholly: current revisions by item. */
function expectedItems(version: number | null): Record<string, string> {
  if (version !== 1 && version !== 2) return {}
  return Object.fromEntries(
    itemsOf(version).flatMap((item) => {
      const last = 'revisions' in item ? item.revisions.at(-1) : undefined
      return last ? [[last.identifier, canonicalRevision(last).sha256]] : []
    }),
  )
}

/** Texts by which search tells one version from the other: [in version 1, in version 2]. */
const marks: readonly (readonly [words: string, first: boolean, second: boolean])[] = [
  ['标记1甲由村民小组登记', true, false],
  ['标记1乙由村民小组登记', false, true],
  ['标记4甲由村民小组登记', true, false],
  ['标记6甲由村民小组登记', true, true],
  ['标记14乙由村民小组登记', false, true],
]

/**
 * Which version a library holds, when it holds that version wholly: items, attachments, metadata, and what search
 * answers.
 * @returns null before the first update
 */
export async function wholeVersion(
  { db, blobs }: LibraryAccess,
  channels: string,
  find: (words: string) => Promise<readonly string[]>,
): Promise<number | null> {
  const row = await db.selectFrom('channel').selectAll().where('id', '=', CHANNEL).executeTakeFirstOrThrow()
  const items = await db
    .selectFrom('item')
    .where('channel', '=', CHANNEL)
    .where('put_away_at', 'is', null)
    .select(['id', 'current_revision'])
    .execute()
  expect(Object.fromEntries(items.map((item) => [item.id, item.current_revision]))).toEqual(expectedItems(row.version))
  const forms = row.version === null ? [] : row.version === 1 ? [oldForm] : [oldForm, newForm]
  for (const form of forms) expect(sha256(await blobs.read(sha256(form)))).toBe(sha256(form))
  for (const [words, first, second] of marks) {
    const there = row.version === 1 ? first : row.version === 2 ? second : false
    expect(await find(words), `${words} in version ${row.version}`).toHaveLength(there ? 1 : 0)
  }
  verifyTrusted(path.join(channels, CHANNEL, row.trusted), row.newest_version)
  return row.version
}

/** The trusted metadata are whole, sign each other, and are those of the newest version that was applied. */
function verifyTrusted(folder: string, newest: number | null): void {
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))
  const root = Metadata.fromJSON(MetadataKind.Root, read('root'))
  root.verifyDelegate('root', root)
  if (newest === null) return
  const targets = Metadata.fromJSON(MetadataKind.Targets, read('targets'))
  const snapshot = Metadata.fromJSON(MetadataKind.Snapshot, read('snapshot'))
  const timestamp = Metadata.fromJSON(MetadataKind.Timestamp, read('timestamp'))
  root.verifyDelegate('targets', targets)
  root.verifyDelegate('snapshot', snapshot)
  root.verifyDelegate('timestamp', timestamp)
  expect([targets, snapshot, timestamp].map(({ signed }) => signed.version)).toEqual([newest, newest, newest])
}
