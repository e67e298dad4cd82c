import type { Kysely } from 'kysely'
import { AppError } from '../errors/app-error.ts'
import type { LibraryTables, TombstoneTable } from '../store/schema.ts'
import { arrangeHistory, type History } from './arrange-history.ts'
import { citationTitle } from './item-identity.ts'
import type { HistoryEntry, ItemView, PassageView } from './item-view.ts'
import {
  findContent,
  findItem,
  findProvenance,
  findRevisions,
  findSummaries,
  findTombstone,
  type RecordedRevision,
} from './items.repository.ts'
import { splitPassages } from './passages.ts'
import { plainText } from './plain-text.ts'
import { localDate } from './record-revision.ts'
import { renderPassage } from './render-passage.ts'
import type { RevisionContent } from './revision.schema.ts'

type Db = Kysely<LibraryTables>

export class ItemNotFoundError extends AppError<
  'ITEM_NOT_FOUND' | 'ITEM_PUT_AWAY' | 'ITEM_WITHDRAWN' | 'REVISION_NOT_FOUND'
> {}

/** @throws {ItemNotFoundError} when there is no such item, or it has been put away */
export async function requireItem(db: Db, itemId: string): Promise<void> {
  const item = await findItem(db, itemId)
  if (item && !item.put_away_at) return
  await refuseWithdrawn(db, itemId)
  // One whose first version is still arriving is not here yet.
  throw item && item.revisions > 0
    ? new ItemNotFoundError({
        code: 'ITEM_PUT_AWAY',
        what: '这份资料已经收起来了。',
        why: `《${item.title}》不再出现在检索和列表里。`,
        todo: '内容没有删除，可以恢复。',
      })
    : new ItemNotFoundError({
        code: 'ITEM_NOT_FOUND',
        what: '资料库里没有这份资料。',
        why: `没有编号为 ${itemId} 的条目。`,
        todo: '它可能在另一台电脑的资料库里；可以按标题检索。',
      })
}

/** @throws {ItemNotFoundError} ITEM_WITHDRAWN when nobody offers it any more: there is no text that counts */
export async function refuseWithdrawn(db: Db, itemId: string): Promise<void> {
  const tombstone = await findTombstone(db, itemId)
  if (tombstone) throw withdrawn((await findItem(db, itemId))?.title ?? itemId, tombstone)
}

/** Its channel, or the office itself that published it, took it back and says why. */
function withdrawn(title: string, { channel, withdrawn_on, reason, replaced_by }: TombstoneTable): ItemNotFoundError {
  return new ItemNotFoundError({
    code: 'ITEM_WITHDRAWN',
    what: `《${title}》已经撤回，不再提供。`,
    why: `${withdrawn_on}：${reason}`,
    todo: replaced_by
      ? `请改用条目 ${replaced_by}；您的批注和收藏都留着。`
      : channel === ''
        ? '您的批注和收藏都留着。'
        : '您的批注和收藏都留着；需要时可以在更新页面退回以前的版本。',
  })
}

/** An item's history, newest first. */
export async function findHistory(db: Db, itemId: string, now: Date): Promise<HistoryEntry[]> {
  await requireItem(db, itemId)
  return toEntries(arrangeHistory(await findRevisions(db, itemId), localDate(now)))
}

/** A revision's content, the current one's unless `revision` (a SHA-256 or an unambiguous beginning of one) names another. */
export async function findItemContent(
  db: Db,
  itemId: string,
  revision: string | undefined,
  now: Date,
): Promise<{ entry: HistoryEntry; content: RevisionContent; history: HistoryEntry[] }> {
  const history = await findHistory(db, itemId, now)
  const entry = pickRevision(history, revision, itemId)
  const content = await findContent(db, entry.revision)
  if (!content) throw revisionNotFound(itemId, entry.revision)
  return { entry, content, history }
}

/** Everything the reading desk shows. */
export async function viewItem(db: Db, itemId: string, revision: string | undefined, now: Date): Promise<ItemView> {
  const { entry, content, history } = await findItemContent(db, itemId, revision, now)
  const summary = (await findSummaries(db, [itemId])).get(itemId)
  return {
    itemId,
    kind: content.kind,
    title: content.title,
    citationTitle: citationTitle(content.title),
    label: content.label,
    issuer: content.issuer,
    documentNumber: content.documentNumber,
    issuedOn: content.issuedOn,
    effectiveFrom: content.effectiveFrom,
    repealedOn: content.repealedOn,
    expiresOn: content.expiresOn,
    validity: entry.validity,
    topics: content.topics ?? [],
    posts: content.posts ?? [],
    places: content.places ?? [],
    description: content.description,
    sources: content.sources ?? [],
    attachments: content.attachments ?? [],
    revisions: history.length,
    starter: summary?.starter ?? false,
    revision: entry.revision,
    current: entry.current,
    provenance: await findProvenance(db, entry.revision),
    passages: viewPassages(content.body),
    history,
  }
}

export function viewPassages(body: string): PassageView[] {
  return splitPassages(body).map((passage) => ({
    anchor: passage.anchor,
    type: passage.type,
    heading: passage.heading,
    level: passage.level,
    path: passage.path,
    html: passage.type === 'heading' ? '' : renderPassage(passage),
    text: plainText(passage.markdown),
  }))
}

/** @throws {ItemNotFoundError} when the history has no such revision */
export function pickRevision(
  history: readonly HistoryEntry[],
  revision: string | undefined,
  itemId: string,
): HistoryEntry {
  const found =
    revision === undefined
      ? history.find((entry) => entry.current)
      : history.find((entry) => revision.length >= 6 && entry.revision.startsWith(revision))
  if (!found) throw revisionNotFound(itemId, revision ?? '')
  return found
}

function toEntries({ revisions }: History<RecordedRevision>): HistoryEntry[] {
  return revisions
    .map(({ revision, validity, current }) => ({
      revision: revision.sha256,
      title: revision.title,
      validity,
      current,
      issuedOn: revision.issuedOn,
      effectiveFrom: revision.effectiveFrom,
      documentNumber: revision.documentNumber,
      recordedAt: revision.recordedAt,
    }))
    .reverse()
}

const revisionNotFound = (itemId: string, revision: string) =>
  new ItemNotFoundError({
    code: 'REVISION_NOT_FOUND',
    what: '没有这个版本。',
    why:
      revision.length < 6
        ? `版本编号至少要写开头六位，这里是“${revision}”。`
        : `条目 ${itemId} 没有以 ${revision} 开头的版本。`,
    todo: '请在历史版本里选择。',
  })
