import type { Kysely } from 'kysely'
import { findContent } from '../items/items.repository.ts'
import { type RecordedOutcome, recordRevision } from '../items/record-revision.ts'
import { characterPairs, pairLikeness } from '../items/text-likeness.ts'
import type { LibraryTables } from '../store/schema.ts'
import { chooseItem, type DocumentToRecord, READER_VERSION } from './document-to-record.ts'
import { findImportSource, type ImportSource, saveImportSource } from './import-sources.repository.ts'

/** Records a batch of parsed files in one transaction: all of it is on the disk when this returns, or none. */
export async function recordDocuments(
  db: Kysely<LibraryTables>,
  documents: readonly DocumentToRecord[],
  now: Date,
): Promise<RecordedOutcome[]> {
  return db.transaction().execute(async (trx) => {
    const outcomes: RecordedOutcome[] = []
    for (const document of documents) {
      const earlier = await findImportSource(trx, document.location)
      const identifier = chooseItem(document.content, await itemOfSameText(trx, document.content, earlier))
      const outcome = await recordRevision(
        trx,
        {
          content: { ...document.content, identifier },
          blobs: document.blobs,
          provenance: {
            activity: document.activity,
            agent: document.activity === 'install' ? 'xinhuo' : 'person',
            source: document.source,
            sourceSha256: document.sourceSha256,
          },
          starter: document.starter,
          recordedAt: document.recordedAt,
          replaces: earlier?.itemId === identifier ? earlier.revision : undefined,
        },
        now,
      )
      await saveImportSource(trx, {
        location: document.location,
        sha256: document.sourceSha256,
        reader: READER_VERSION,
        itemId: outcome.itemId,
        revision: outcome.revision,
      })
      outcomes.push(outcome)
    }
    return outcomes
  })
}

/** A file whose text is less alike than this to what it held before holds another document now. */
const SAME_DOCUMENT = 0.5

/**
 * The item this file made before, when the file still holds a version of it: a corrected title
 * is a revision, but another notice saved under the same name is another item.
 */
async function itemOfSameText(
  trx: Kysely<LibraryTables>,
  content: DocumentToRecord['content'],
  earlier: ImportSource | undefined,
): Promise<string | undefined> {
  if (!earlier || content.identifier !== undefined) return undefined
  const before = await findContent(trx, earlier.revision)
  if (!before || before.kind !== content.kind) return undefined
  const likeness = pairLikeness(characterPairs(before.body), characterPairs(content.body))
  return likeness >= SAME_DOCUMENT ? earlier.itemId : undefined
}
